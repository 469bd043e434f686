public import Knowledge
public import PatientRecord
public import Time

/// Something in a record that a human must look at; never a verdict, and never for the person.
public struct SafetySignal: Hashable, Sendable, Identifiable {
  /// What is known of what raised it.
  public enum Finding: String, Hashable, Sendable, CaseIterable {
    /// It was seen.
    case seen
    /// Whether it is there is unknown, because a question has no answer; never to be read as no.
    case unknown
  }

  /// An entry it comes from.
  public struct Cause: Hashable, Sendable {
    /// The entry.
    public let entry: EntryID
    /// The calendar day of the entry.
    public let day: Day
    /// What the entry says, in words.
    public let words: String
  }

  /// What somebody did about it.
  public struct Response: Hashable, Sendable {
    /// The entry that says so.
    public let entry: EntryID
    /// The calendar day.
    public let day: Day
    /// What was done.
    public let action: Acknowledgement.Action
    /// Anything else.
    public let note: String?
  }

  /// How it stands.
  public enum Standing: Hashable, Sendable {
    /// Nobody has closed it.
    case open
    /// Somebody closed it.
    case closed(on: Day)
    /// The question that had no answer was answered later.
    case answeredLater(on: Day)
    /// The entry it comes from was corrected; the correction raises its own signal, if any.
    case corrected(by: EntryID)
    /// The entry it comes from was withdrawn, and why.
    case withdrawn(by: EntryID, reason: String)
  }

  /// The identifier: always the same for the same rule and entry.
  public let id: EntryID
  /// The rule that raised it; nil for one that somebody recorded without a rule.
  public let rule: SignalRuleID?
  /// What was seen, in one line.
  public let title: String
  /// What to look at; nil for one that somebody recorded without a rule.
  public let look: String?
  /// What it is about.
  public let kind: Signal.Kind
  /// How soon it must be looked at.
  public let urgency: Signal.Urgency
  /// What is known of what raised it.
  public let finding: Finding
  /// Who must see it; empty where no rule says.
  public let readers: [SignalRule.Reader]
  /// By when.
  public let deadline: SignalDeadline
  /// How well the rule is known; nil without a rule.
  public let evidence: Evidence?
  /// When it was raised.
  public let instant: Instant
  /// The calendar day on which it was raised.
  public let day: Day
  /// The entries it comes from, the one that raised it first.
  public let causes: [Cause]
  /// The questions whose missing answers raised it.
  let openQuestions: [SignalHistory.Question]
  /// What people did about it, by time.
  public internal(set) var responses: [Response] = []
  /// How it stands.
  public internal(set) var standing = Standing.open

  /// Whether somebody must still look at it.
  public var isOpen: Bool { standing == .open }
}

extension SafetySignal {
  /// Whether a signal stands before another in a responder's list: open ones first, then the more
  /// urgent, then the older.
  ///
  /// - Parameters:
  ///   - left: a signal.
  ///   - right: another.
  /// - Returns: true when the first comes first.
  public static func comesFirst(_ left: SafetySignal, _ right: SafetySignal) -> Bool {
    if left.isOpen != right.isOpen { return left.isOpen }
    if left.urgency != right.urgency { return left.urgency.rank < right.urgency.rank }
    return (left.instant, left.id) < (right.instant, right.id)
  }
}

extension Signal.Urgency {
  /// The place in the order of urgency, 0 for what must be looked at first.
  var rank: Int {
    switch self {
    case .now: 0
    case .soon: 1
    case .routine: 2
    }
  }
}
