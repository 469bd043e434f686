/// What is known about how reliable a score is.
public struct ScoreReliability: Hashable, Sendable {
  /// How the statement is known.
  public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
    /// Read in the source that is named, or in its abstract.
    case read
    /// General knowledge of the field, not read again for this.
    case established
    /// Not known for this form of the task; a site must find it out.
    case unknown
  }

  /// The range of published coefficients, 0 to 1; nil where none is at hand.
  public let coefficient: ClosedRange<Double>?
  /// How the statement is known.
  public let basis: Basis
  /// The statement and its source.
  public let note: String

  init(_ basis: Basis, _ note: String, coefficient: ClosedRange<Double>? = nil) {
    self.coefficient = coefficient
    self.basis = basis
    self.note = note
  }

  /// Nothing is known.
  static let unknown = ScoreReliability(
    .unknown, "not known for this form; estimate it from two sittings of many people")

  /// Differences of two scores.
  static let difference = ScoreReliability(
    .established,
    "a difference of two scores that go together is less reliable than either "
      + "(Cronbach & Furby 1970, Psychol Bull 74:68-80)")
}
