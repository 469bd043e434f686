import Care
import Knowledge
import PatientRecord

/// What is said of a signal to the care team.
enum SignalText {
  static func urgency(_ urgency: Signal.Urgency) -> String {
    switch urgency {
    case .now: "at once"
    case .soon: "on the same working day"
    case .routine: "at the next visit"
    }
  }

  static func readers(_ readers: [SignalRule.Reader]) -> String {
    let words = readers.map { reader in
      switch reader {
      case .responder: "the responder for safety"
      case .clinician: "the treating clinician"
      case .prescriber: "the prescriber"
      }
    }
    return words.isEmpty ? "whom your clinic's protocol names" : CountText.list(words)
  }

  static func deadline(_ deadline: SignalDeadline) -> String {
    guard case .site(let words, let name) = deadline else { return deadline.words }
    return "\(words) (set by \(name))"
  }

  /// Who must see it and by when.
  static func task(_ signal: SafetySignal) -> String {
    "For \(readers(signal.readers)): \(urgency(signal.urgency)); by when: "
      + "\(deadline(signal.deadline))."
  }

  /// Where the rule comes from and how well it is known.
  static func source(_ signal: SafetySignal) -> String {
    guard let evidence = signal.evidence, let rule = signal.rule else {
      return "Recorded by somebody, without a rule."
    }
    let sources = evidence.sources.map(\.id.rawValue).joined(separator: ", ")
    return "Rule \(rule), \(certainty(evidence.certainty)) (\(sources))."
  }

  static func certainty(_ certainty: Certainty) -> String {
    switch certainty {
    case .read: "read in a source"
    case .established: "general knowledge, not yet second-read"
    case .derived: "derived"
    case .uncertain: "uncertain"
    }
  }

  static func standing(_ standing: SafetySignal.Standing) -> String {
    switch standing {
    case .open: "open"
    case .closed(let day): "closed on \(DateText.day(day))"
    case .answeredLater(let day): "the question was answered on \(DateText.day(day))"
    case .corrected: "its entry was corrected"
    case .withdrawn(_, let reason): "its entry was withdrawn: \(reason)"
    }
  }

  static func cause(_ cause: SafetySignal.Cause) -> String {
    "\(cause.words), \(DateText.day(cause.day))"
  }

  static func response(_ response: SafetySignal.Response) -> String {
    "\(response.action.rawValue) on \(DateText.day(response.day))"
      + (response.note.map { ": \($0)" } ?? "")
  }
}
