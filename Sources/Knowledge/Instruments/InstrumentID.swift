/// The identifier of an instrument, such as `phq9`.
public struct InstrumentID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
