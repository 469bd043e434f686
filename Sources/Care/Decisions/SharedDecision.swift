public import PatientRecord
public import Time

/// A decision as the record tells it: who, what was looked at, what was chosen, why, and who saw it
/// differently.
public struct SharedDecision: Hashable, Sendable {
  /// Something that a decision taken together tells.
  public enum Point: String, Hashable, Sendable, CaseIterable {
    /// Who took part.
    case participants
    /// At least two options, doing nothing among them where that is one.
    case options
    /// What each option rests on.
    case basis
    /// What was chosen.
    case choice
    /// Why.
    case reason
    /// Whether patient and team decided together.
    case together
    /// The day on which it is looked at again.
    case review
  }

  /// The entry.
  public let entry: EntryID
  /// The calendar day.
  public let day: Day
  /// Who recorded it.
  public let author: Author
  /// What was recorded.
  public let decision: Decision

  /// Reads a decision; nil when the entry records something else.
  ///
  /// - Parameter entry: the entry.
  public init?(_ entry: Entry) {
    guard case .decision(let decision) = entry.fact else { return nil }
    self.entry = entry.id
    day = entry.day
    author = entry.author
    self.decision = decision
  }

  /// The decisions of a record, the latest first.
  ///
  /// - Parameter chart: the record.
  /// - Returns: those that count.
  public static func all(in chart: Chart) -> [SharedDecision] {
    chart.entries.reversed().compactMap(SharedDecision.init)
  }

  /// What the record does not tell; never to be read as not done.
  public var notRecorded: [Point] {
    Point.allCases.filter { point in
      switch point {
      case .participants: decision.participants.isEmpty
      case .options: decision.options.count < 2
      case .basis: decision.options.isEmpty || decision.options.contains { $0.basis == nil }
      case .choice: decision.outcome == .accepted && decision.choice == nil
      case .reason: decision.reason == nil
      case .together: decision.isShared == nil
      case .review: decision.reviewOn == nil
      }
    }
  }

  /// Whether it is time to look at it again.
  ///
  /// - Parameter today: the day on which is asked.
  /// - Returns: not recorded where no day was set.
  public func isReviewDue(on today: Day) -> Recorded<Bool> {
    Recorded(decision.reviewOn.map { $0 <= today })
  }
}
