public import Time

/// Phases, courses and doses: the background of every chart for the care team.
public struct TimelinePart: Sendable {
  /// A stretch of days.
  public struct Stretch: Hashable, Sendable {
    /// What it was.
    public let name: String
    /// The first day.
    public let first: Day
    /// The last day, `nil` while it goes on.
    public let last: Day?
  }

  /// The doses of one medicine.
  public struct Dose: Hashable, Sendable {
    /// The medicine.
    public let substance: String
    /// The unit, as UCUM.
    public let unit: String
    /// The dose a day from each day on.
    public let steps: [Step]
  }

  /// A change of dose.
  public struct Step: Hashable, Sendable {
    /// From which day.
    public let day: Day
    /// The dose a day.
    public let perDay: Double
  }

  /// Phases of care or of a study.
  public let phases: [Stretch]
  /// Courses of treatment.
  public let courses: [Stretch]
  /// Doses by medicine and unit.
  public let doses: [Dose]
  /// How many sessions of treatments were recorded.
  public let sessions: Int
}
