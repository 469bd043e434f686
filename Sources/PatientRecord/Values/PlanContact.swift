/// Somebody to turn to.
public struct PlanContact: Hashable, Sendable, Codable {
  /// Who it is.
  public let name: Name
  /// How to reach them: a telephone number or an address.
  public let reach: Name?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - name: who it is.
  ///   - reach: how to reach them: a telephone number or an address.
  public init(
    name: Name, reach: Name? = nil
  ) {
    self.name = name
    self.reach = reach
  }
}
