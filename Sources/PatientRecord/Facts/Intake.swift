/// Whether a dose was taken.
public struct Intake: Hashable, Sendable, Codable {
  /// Whether a dose was taken.
  public enum Outcome: String, Choice {
    /// All of it.
    case taken
    /// Some of it.
    case partial
    /// None of it.
    case skipped
  }

  /// The medicine.
  public let substance: Name
  /// Whether it was taken.
  public let outcome: Outcome
  /// How much was taken.
  public let amount: Quantity?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - substance: the medicine.
  ///   - outcome: whether it was taken.
  ///   - amount: how much was taken.
  public init(
    substance: Name, outcome: Outcome, amount: Quantity? = nil
  ) {
    self.substance = substance
    self.outcome = outcome
    self.amount = amount
  }
}
