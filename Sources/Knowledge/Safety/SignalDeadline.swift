/// By when somebody must have looked at a signal.
public enum SignalDeadline: Hashable, Sendable {
  /// By the end of the same day.
  case sameDay
  /// By the end of the next working day.
  case nextWorkingDay
  /// At the next contact.
  case nextContact
  /// No source says; the clinic's own protocol does.
  case ownProtocol
  /// As the site has set it, where no source says; in its words, and who set it.
  case site(String, setBy: String)

  /// The deadline in words.
  public var words: String {
    switch self {
    case .sameDay: "the same day"
    case .nextWorkingDay: "the same or the next working day"
    case .nextContact: "the next contact"
    case .ownProtocol: "by your clinic's protocol"
    case .site(let words, _): words
    }
  }
}
