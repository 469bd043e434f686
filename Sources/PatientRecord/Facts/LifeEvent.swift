/// Something that happened in the person's life.
public struct LifeEvent: Hashable, Sendable, Codable {
  /// Whether an event was good or bad.
  public enum Valence: String, Choice {
    /// Good.
    case positive
    /// Bad.
    case negative
    /// Both.
    case mixed
    /// Neither.
    case neutral
  }

  /// What happened.
  public let title: Name
  /// Whether it was good or bad.
  public let valence: Valence
  /// How much it matters.
  public let impact: Rating?
  /// Anything else.
  public let note: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - title: what happened.
  ///   - valence: whether it was good or bad.
  ///   - impact: how much it matters.
  ///   - note: anything else.
  public init(
    title: Name, valence: Valence, impact: Rating? = nil, note: FreeText? = nil
  ) {
    self.title = title
    self.valence = valence
    self.impact = impact
    self.note = note
  }
}
