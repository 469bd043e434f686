public import JSON
public import Knowledge
public import PatientRecord
public import Time

/// A clinic in which everybody is invented: people who come with depression, are treated, answer,
/// forget to answer, get better or not, and sometimes leave.
///
/// How severe it is follows the model of this module; what is recorded, and when, follows published
/// figures where there are any (docs/invented-clinic.md). Seed and number decide everything about a
/// person: the seventeenth person of a clinic of twenty is the seventeenth of one of ten thousand. It
/// is for demonstration, teaching and tests and says nothing about real people.
public struct Clinic: Sendable {
  /// What can be chosen about a clinic.
  public struct Settings: Hashable, Sendable {
    /// The first day.
    public let firstDay: Day
    /// The number of days, from 14 to 3,660.
    public let days: Int
    /// The seed.
    public let seed: UInt32
    /// Where everybody lives; nil for people of several zones.
    public let zone: Zone?
    /// Whether people come over the first weeks rather than all on the first day.
    public let staggersIntake: Bool
    /// Whether signals of the last seven days are left for somebody to look at. Otherwise every signal
    /// has been looked after within the record.
    public let leavesSignalsOpen: Bool

    /// Chooses settings.
    ///
    /// - Parameters:
    ///   - firstDay: the first day.
    ///   - days: the number of days; held within 14 to 3,660.
    ///   - seed: the seed; the same seed gives the same clinic.
    ///   - zone: where everybody lives; nil for people of several zones.
    ///   - staggersIntake: whether people come over the first weeks.
    ///   - leavesSignalsOpen: whether signals of the last seven days are left open.
    public init(
      firstDay: Day, days: Int, seed: UInt32, zone: Zone? = nil, staggersIntake: Bool = true,
      leavesSignalsOpen: Bool = false
    ) {
      self.firstDay = firstDay
      self.days = min(max(days, 14), 3_660)
      self.seed = seed
      self.zone = zone
      self.staggersIntake = staggersIntake
      self.leavesSignalsOpen = leavesSignalsOpen
    }
  }

  /// What was chosen.
  public let settings: Settings
  let core = ClinicCore()
  let vocabulary: ClinicVocabulary
  let calendars: [ClinicCalendar]

  /// Where people live, with the share of each zone in percent.
  private static let zones = [
    ("Europe/Berlin", 55), ("Europe/London", 20), ("America/New_York", 15), ("Asia/Kolkata", 10),
  ]

  /// Prepares a clinic.
  ///
  /// - Parameters:
  ///   - settings: what can be chosen.
  ///   - knowledge: the questionnaires, medicines, treatments and rules.
  /// - Throws: ``JSON/FieldError`` when the knowledge lacks what a clinic needs.
  public init(_ settings: Settings, knowledge: Knowledge) throws(FieldError) {
    self.settings = settings
    vocabulary = try ClinicVocabulary(knowledge)
    let zones = Clinic.zones.compactMap { name, share in Zone(name).map { ($0, share) } }
    let chosen = settings.zone.map { [($0, 100)] } ?? zones
    // A hundred places, one for each percent.
    calendars = chosen.flatMap { zone, share in
      let calendar = ClinicCalendar(zone, from: settings.firstDay, count: settings.days + 2)
      return [ClinicCalendar](repeating: calendar, count: share)
    }
  }

  /// The identifier of a person in the record.
  ///
  /// - Parameter number: the number of the person, from 1.
  /// - Returns: such as `invented-000017`.
  public static func patient(_ number: Int) -> PatientID {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
    return PatientID(rawValue: "invented-\(zeros)\(digits)")
  }

  /// Invents a person.
  ///
  /// Complexity: a few milliseconds for a year.
  ///
  /// - Parameters:
  ///   - number: the number of the person, from 1.
  ///   - patient: what the person is called in the record; nil for ``patient(_:)``.
  /// - Returns: the person's record.
  /// - Throws: ``JSON/FieldError`` only if an invented value broke the rules of the record.
  public func person(
    _ number: Int, as patient: PatientID? = nil
  ) throws(FieldError) -> InventedRecord {
    var life = ClinicLife(
      self, number: UInt32(clamping: number), patient: patient ?? Clinic.patient(number))
    try life.live()
    return life.record
  }
}
