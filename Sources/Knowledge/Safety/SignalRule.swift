/// What raises a signal, who must see it and by when.
///
/// A rule says that somebody must look. It is never a verdict on the person.
public struct SignalRule: Hashable, Sendable {
  /// What a signal is about.
  public enum Topic: String, Hashable, Sendable, CaseIterable {
    /// Thoughts of death or self-harm.
    case safety
    /// Things getting worse.
    case deterioration
    /// Signs of mania.
    case mania
    /// Memory or thinking getting worse.
    case cognition
    /// An unwanted effect.
    case sideEffect
  }

  /// How soon a signal must be looked at.
  public enum Urgency: String, Hashable, Sendable, CaseIterable {
    /// At once.
    case now
    /// On the same working day.
    case soon
    /// At the next visit.
    case routine
  }

  /// Who must see a signal.
  public enum Reader: String, Hashable, Sendable, CaseIterable {
    /// Whoever the clinic has named to answer safety signals.
    case responder
    /// The clinician who treats the person.
    case clinician
    /// Whoever prescribes.
    case prescriber
  }

  /// The identifier.
  public let id: SignalRuleID
  /// What was seen, in one line.
  public let title: String
  /// What to look at, in one sentence.
  public let look: String
  /// What it is about.
  public let topic: Topic
  /// How soon it must be looked at.
  public let urgency: Urgency
  /// Who must see it; never empty.
  public let readers: [Reader]
  /// By when.
  public internal(set) var deadline: SignalDeadline
  /// What raises it.
  public let trigger: SignalTrigger
  /// How well this is known and where it comes from.
  public let evidence: Evidence
}
