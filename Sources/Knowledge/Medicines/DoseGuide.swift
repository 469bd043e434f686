/// The doses of a medicine for one use and, where it matters, one form.
public struct DoseGuide: Hashable, Sendable {
  /// What the medicine is given for.
  public enum Use: String, Hashable, Sendable, CaseIterable {
    /// As an antidepressant of its own.
    case antidepressant
    /// Beside an antidepressant, to strengthen it.
    case augmentation
  }

  /// What the numbers measure.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The dose of a day.
    case dailyDose
    /// The level in blood 12 hours after a dose.
    case level
    /// The dose of one session.
    case sessionDose
  }

  /// A lower maximum for some people.
  public struct Limit: Hashable, Sendable {
    /// The maximum, in the guide's unit.
    public let maximum: Double
    /// For whom it holds, in words.
    public let when: String
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// What the medicine is given for.
  public let use: Use
  /// The form the numbers are for; nil for every form.
  public let form: MedicineFormID?
  /// What the numbers measure.
  public let measure: Measure
  /// The unit, as UCUM writes it.
  public let unit: String
  /// What is counted, where the medicine has two components.
  public let countedAs: String?
  /// The smallest dose that counts as effective.
  ///
  /// Where published forms differ, the range runs from the lowest to the highest form; nil when the
  /// forms conflict and no number is settled.
  public let minimumEffective: ClosedRange<Double>?
  /// The most that is usually given; a range where settings differ; nil when not known.
  public let usualMaximum: ClosedRange<Double>?
  /// The weeks at that dose that this medicine needs, where that differs from the method's own.
  public let weeks: ClosedRange<Double>?
  /// The sessions it needs, where it is given in sessions.
  public let sessions: ClosedRange<Double>?
  /// Lower maxima for some people.
  public let limits: [Limit]
  /// How well the numbers are known and where they come from.
  public let evidence: Evidence
}
