/// The identifier of an item within its instrument, such as `q9`.
public struct ItemID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
