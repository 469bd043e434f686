internal import PatientRecord

/// How a person's treatment stands.
struct ClinicCare: Sendable {
  /// A medicine that is being taken.
  struct Medicine: Sendable {
    let kind: ClinicVocabulary.Medicine
    let course: EntryID
    /// The day it began, and the day of the last change of dose.
    let since: Int
    var changed: Int
    /// Milligrams a day; 0 when it has been stopped.
    var dose: Double

    /// The share of the transporter that it occupies: about four fifths at the smallest dose that
    /// counts, hardly more above (Sørensen et al. 2021; Meyer et al. 2004).
    var occupancy: Double { dose / (dose + kind.least / 4) }
  }

  /// A treatment in sessions.
  struct Series: Sendable {
    let kind: Session.Kind
    let name: Name
    let course: EntryID
    /// The day of the first session.
    let start: Int
    let length: Int
    var held = 0
  }

  /// What is on the plan of a day.
  struct Plan: Sendable {
    var hasReview = false
    var hasTherapy = false
    var hasSession = false
    /// Whether the person comes.
    var isKept = true
  }

  var medicine: Medicine?
  var tookToday = true
  var therapy: Series?
  var series: Series?
  var plan = Plan()
  var nextReview = 14
  var reviews = 1
  var missedInARow = 0
  var hasEnded = false
  var hasSafetyPlan = false
  /// How many times the treatment as a whole was changed.
  var steps = 0
  /// The day after which a talking treatment begins; nil when none is planned.
  var therapyFrom: Int?
  /// Unwanted effects that are there, with the day they end.
  var effects: [(name: Name, until: Int)] = []
  /// The offset of therapy days from the day of visits, so that they fall on working days.
  let therapyOffset: Int

  init(_ profile: ClinicProfile) { therapyOffset = profile.visitWeekday <= 1 ? 3 : 5 }

  /// Whether practice between sessions is asked for.
  func practises(on day: Int) -> Bool {
    guard let therapy else { return false }
    return therapy.held > 0 && therapy.held < therapy.length && day >= therapy.start
  }
}

extension ClinicCare.Series {
  /// Sessions of a course that is given in series.
  static let lengths: [Session.Kind: Int] = [.ketamine: 6, .tms: 30, .ect: 9, .psychotherapy: 14]

  /// Whether a session falls on a day of the week.
  func takesPlace(on weekday: Int) -> Bool {
    guard held < length else { return false }
    return switch kind {
    case .ketamine: weekday == 0 || weekday == 3
    case .ect: weekday == 0 || weekday == 2 || weekday == 4
    default: weekday < 5
    }
  }

  /// What a session does in the model: the windows fitted to trials of groups.
  var effect: Treatment {
    var treatment = Treatment(id: kind.rawValue)
    switch kind {
    case .ketamine:
      treatment.windowAmplitude = 1
      treatment.windowDays = 6.33
      treatment.acuteLift = 2.418
    case .ect:
      treatment.windowAmplitude = 0.404
      treatment.windowDays = 8
      treatment.acuteLift = 1.371
      treatment.retrievalLoss = 0.065
    case .tms:
      treatment.windowAmplitude = 0.1
      treatment.acuteLift = 0.12
    default: break
    }
    return treatment
  }
}
