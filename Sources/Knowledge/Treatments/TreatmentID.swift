/// The identifier of a treatment that is no medicine by itself, such as a protocol or a kind of therapy.
public struct TreatmentID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
