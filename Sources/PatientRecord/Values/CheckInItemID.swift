public import Knowledge

/// The identifier of something rated in check-ins, such as `mood`.
public struct CheckInItemID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
