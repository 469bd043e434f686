public import Knowledge

/// The identifier of a member of the care team.
public struct StaffID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
