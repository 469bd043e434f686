/// What a published trial or meta-analysis found, as other parts quote it.
public struct TrialResult: Hashable, Sendable {
  /// One number that was found.
  public struct Outcome: Hashable, Sendable {
    /// What was measured.
    public let measure: String
    /// In which group or comparison.
    public let arm: String
    /// The number.
    public let value: Double
    /// Its unit, as UCUM writes it.
    public let unit: String
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The identifier.
  public let id: String
  /// What was compared.
  public let comparison: String
  /// How many people took part; nil when not known.
  public let participants: Int?
  /// The numbers, in the order written.
  public let outcomes: [Outcome]
  /// How well the record as a whole is known and where it comes from.
  public let evidence: Evidence

  /// Finds a number.
  ///
  /// - Parameters:
  ///   - measure: what was measured.
  ///   - arm: in which group or comparison.
  /// - Returns: the number; nil when there is none.
  public func value(_ measure: String, _ arm: String) -> Double? {
    outcomes.first { $0.measure == measure && $0.arm == arm }?.value
  }
}
