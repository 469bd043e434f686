/// The identifier of a kind of fact in the catalogue, such as `age`.
public struct FactID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
