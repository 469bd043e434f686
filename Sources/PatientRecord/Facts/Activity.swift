/// Something done that may matter for mood: movement, company, a pleasant hour.
public struct Activity: Hashable, Sendable, Codable {
  /// The kind of activity.
  public enum Kind: String, Choice {
    /// A walk.
    case walking
    /// Endurance exercise.
    case aerobic
    /// Strength exercise.
    case strength
    /// Time with others.
    case social
    /// Something pleasant.
    case pleasant
    /// Something achieved.
    case mastery
    /// Time in bright light.
    case light
    /// Rest.
    case rest
    /// Anything else.
    case other
  }

  /// The kind of activity.
  public let kind: Kind
  /// What it was.
  public let name: Name?
  /// How long it took.
  public let duration: Minutes?
  /// The steps walked.
  public let steps: Count?
  /// How far.
  public let distance: Quantity?
  /// How hard it was.
  public let effort: Rating?
  /// How enjoyable it was.
  public let enjoyment: Rating?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - kind: the kind of activity.
  ///   - name: what it was.
  ///   - duration: how long it took.
  ///   - steps: the steps walked.
  ///   - distance: how far.
  ///   - effort: how hard it was.
  ///   - enjoyment: how enjoyable it was.
  public init(
    kind: Kind, name: Name? = nil, duration: Minutes? = nil, steps: Count? = nil,
    distance: Quantity? = nil, effort: Rating? = nil, enjoyment: Rating? = nil
  ) {
    self.kind = kind
    self.name = name
    self.duration = duration
    self.steps = steps
    self.distance = distance
    self.effort = effort
    self.enjoyment = enjoyment
  }
}
