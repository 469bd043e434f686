public import Knowledge
public import PatientRecord

/// What the values of a column are.
public enum ColumnMeaning: Hashable, Sendable {
  /// A rating of a check-in item.
  case rating(item: CheckInItemID, label: Name, scale: RatingScale)
  /// Something about the night before the row's day.
  case sleep(SleepField)
  /// The answer to one item of an instrument.
  case instrumentItem(InstrumentID, ItemID, rater: Response.Rater)
  /// The total of an instrument.
  case instrumentTotal(InstrumentID, rater: Response.Rater)
  /// The dose a day in force; a change of it is a step.
  case dose(substance: Name, unit: UCUM)
  /// The phase in force; its first and last day make an interval.
  case phase(labels: [String: Name])
  /// How much the person did of something.
  case activity(Activity.Kind, name: Name?, measure: ActivityMeasure)

  /// What is said about a night.
  public enum SleepField: Hashable, Sendable {
    /// How good the sleep was.
    case quality(RatingScale)
    /// Minutes from lights out to sleep.
    case sleepOnsetLatencyMinutes
    /// How often the person woke before the last time.
    case awakenings
    /// Minutes awake between falling asleep and the last waking.
    case wakeAfterSleepOnsetMinutes
    /// Minutes asleep.
    case durationMinutes
    /// Hours asleep.
    case durationHours
  }

  /// The number that is kept of an activity, with its unit.
  public enum ActivityMeasure: String, CaseIterable, Sendable {
    /// How long it took, in minutes.
    case minutes
    /// How long it took, in hours.
    case hours
    /// The steps walked.
    case steps
  }

  /// The scale on which every value must lie, where there is one.
  var scale: RatingScale? {
    switch self {
    case .rating(_, _, let scale), .sleep(.quality(let scale)): scale
    default: nil
    }
  }

  /// What the column fills, in words, where only one column may do so.
  var target: String? {
    switch self {
    case .rating(let item, _, _): "the item \(item)"
    case .sleep(.quality): "the quality of sleep"
    case .sleep(.durationHours), .sleep(.durationMinutes): "the duration of sleep"
    case .sleep(let field): "the sleep's \(field)"
    case .instrumentItem(let instrument, let item, _): "the answer to \(instrument) \(item)"
    case .instrumentTotal(let instrument, _): "the total of \(instrument)"
    case .dose(let substance, _): "the dose of \(substance)"
    case .phase: "the phase"
    case .activity: nil
    }
  }
}
