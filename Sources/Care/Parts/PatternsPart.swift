public import Inference
public import PatientRecord
public import Time

/// What goes along with a rated item from day to day, if anything passes every gate.
///
/// A patient sees what is shown and how many days it takes; the rest is for those who check it.
public struct PatternsPart: Sendable {
  /// The item.
  public let item: CheckInItemID
  /// Its scale.
  public let scale: RatingScale
  /// What was asked about, in the order of the questions.
  public let predictors: [Predictor]
  /// The day that the search counts as 0.
  public let origin: Day
  /// What was found, or why nothing can be said yet.
  public let result: Finding<Patterns>
  /// What it was computed from.
  public let basis: Basis

  /// Something that may go along with the item.
  public enum Predictor: Hashable, Sendable {
    /// Hours slept in the night before.
    case sleepHours
    /// How good the night before was rated.
    case sleepQuality
    /// Minutes of recorded activities, none recorded counting as none.
    case activeMinutes
    /// Good memories practised, none recorded counting as none.
    case retrievals
    /// Another rated item.
    case rating(CheckInItemID)

    /// The smallest lag that is asked about. Only a night is over before the day is rated: activity,
    /// practice and other ratings of a day may as well follow from how that day was.
    public var firstLag: Int {
      switch self {
      case .sleepHours, .sleepQuality: 0
      case .activeMinutes, .retrievals, .rating: 1
      }
    }

    /// The name under which the search knows it.
    public var name: String {
      switch self {
      case .sleepHours: "sleepHours"
      case .sleepQuality: "sleepQuality"
      case .activeMinutes: "activeMinutes"
      case .retrievals: "retrievals"
      case .rating(let item): "rating:\(item.rawValue)"
      }
    }
  }
}
