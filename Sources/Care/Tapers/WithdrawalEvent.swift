public import Knowledge

/// Whether a checklist of withdrawal symptoms counts as an event.
public enum WithdrawalEvent: Hashable, Sendable {
  /// Enough symptoms are new or worse.
  case event
  /// Too few, whatever the unanswered items say.
  case noEvent
  /// The unanswered items decide; so many of them.
  case cannotTell(unanswered: Int)

  /// Reads a checklist.
  ///
  /// - Parameters:
  ///   - newOrWorse: the symptoms that are new or worse.
  ///   - answered: the items that were answered, these among them.
  ///   - checklist: its items and its event.
  /// - Throws: ``TaperError/outOfRange(_:given:allowed:)`` when the counts contradict each other.
  public init(
    newOrWorse: Int, answered: Int, of checklist: WithdrawalChecklist
  ) throws(TaperError) {
    guard (0...checklist.items).contains(answered) else {
      throw .outOfRange(
        "the number of answered items", given: "\(answered)", allowed: "0 to \(checklist.items)")
    }
    guard (0...answered).contains(newOrWorse) else {
      throw .outOfRange(
        "the number of new or worse symptoms", given: "\(newOrWorse)", allowed: "0 to \(answered)")
    }
    let unanswered = checklist.items - answered
    self =
      newOrWorse >= checklist.event
      ? .event
      : newOrWorse + unanswered < checklist.event ? .noEvent : .cannotTell(unanswered: unanswered)
  }
}
