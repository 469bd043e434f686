/// A task of the battery.
public enum TaskName: String, Hashable, Sendable, CaseIterable, Codable {
  /// Trait adjectives that describe oneself or not, and their recall.
  case selfReference = "self-reference"
  /// Free recall of lists of pleasant, unpleasant and neutral words.
  case emotionalRecall = "emotional-recall"
  /// As many good and bad events as come to mind.
  case goodDayBadDay = "good-day-bad-day"
  /// A memory of one event for each cue word.
  case autobiographicalMemory = "autobiographical-memory"
  /// Digits for symbols against the clock.
  case symbolDigit = "symbol-digit"
  /// Whether a letter is that of n letters ago.
  case nBack = "n-back"
  /// Digits said back.
  case digitSpan = "digit-span"
  /// Tapped blocks tapped back.
  case corsi
  /// A key as soon as something appears.
  case reactionTime = "reaction-time"

  /// The number of the task among the streams of random numbers of a seed; never changed.
  var stream: UInt64 {
    switch self {
    case .selfReference: 1
    case .emotionalRecall: 2
    case .goodDayBadDay: 3
    case .autobiographicalMemory: 4
    case .symbolDigit: 5
    case .nBack: 6
    case .digitSpan: 7
    case .corsi: 8
    case .reactionTime: 9
    }
  }
}
