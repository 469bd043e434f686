/// One piece of practice other than a keepsake.
public struct Practice: Hashable, Sendable, Codable {
  /// The kind of practice.
  public enum Kind: String, Choice {
    /// Training to remember specific events.
    case memorySpecificity
    /// Planning of activities.
    case activityScheduling
    /// A record of thoughts.
    case thoughtRecord
    /// Mindfulness.
    case mindfulness
    /// Movement.
    case movement
    /// Regular times of sleep.
    case sleepRegularity
    /// A small goal from a session.
    case microGoal
    /// Anything else.
    case other
  }

  /// Whether practice was done.
  public enum Outcome: String, Choice {
    /// All of it.
    case done
    /// Some of it.
    case partly
    /// None of it.
    case skipped
  }

  /// The kind of practice.
  public let kind: Kind
  /// What it was.
  public let name: Name?
  /// Whether it was done.
  public let outcome: Outcome
  /// How long it took.
  public let duration: Minutes?
  /// How it was before.
  public let before: Rating?
  /// How it was after.
  public let after: Rating?
  /// Anything else.
  public let note: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - kind: the kind of practice.
  ///   - name: what it was.
  ///   - outcome: whether it was done.
  ///   - duration: how long it took.
  ///   - before: how it was before.
  ///   - after: how it was after.
  ///   - note: anything else.
  public init(
    kind: Kind, name: Name? = nil, outcome: Outcome, duration: Minutes? = nil,
    before: Rating? = nil, after: Rating? = nil, note: FreeText? = nil
  ) {
    self.kind = kind
    self.name = name
    self.outcome = outcome
    self.duration = duration
    self.before = before
    self.after = after
    self.note = note
  }
}
