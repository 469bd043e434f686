/// Something observed during a session.
public struct Observation: Hashable, Sendable, Codable {
  /// The time since the session began.
  public let after: Minutes
  /// What was observed.
  public let measure: NamedQuantity

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - after: the time since the session began.
  ///   - measure: what was observed.
  public init(
    after: Minutes, measure: NamedQuantity
  ) {
    self.after = after
    self.measure = measure
  }
}
