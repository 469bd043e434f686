internal import JSON
internal import PatientRecord
internal import Time

/// One person of a clinic, lived day by day while the record is written.
///
/// Days are counted from the person's first visit. The parts of a day are in the extensions.
struct ClinicLife {
  let clinic: Clinic
  let profile: ClinicProfile
  let number: UInt32
  let patient: PatientID
  /// Days from the first visit to the end of the clinic.
  let days: Int
  var mind: ClinicMind
  var care: ClinicCare
  var answers = ClinicAnswers()
  /// The last keepsakes, the newest last.
  var keepsakes: [EntryID] = []
  var goal: EntryID?
  var tally = ClinicTally()
  private(set) var entries: [Entry] = []
  private var identifiers: ClinicIdentifiers

  init(_ clinic: Clinic, number: UInt32, patient: PatientID) {
    self.clinic = clinic
    self.number = number
    self.patient = patient
    profile = ClinicProfile(clinic, number: number)
    days = max(clinic.settings.days - profile.intake, 1)
    mind = ClinicMind(seed: clinic.settings.seed, person: number, clinic.core)
    care = ClinicCare(profile)
    identifiers = ClinicIdentifiers(seed: clinic.settings.seed, person: number)
    entries.reserveCapacity(4 * days)
  }

  var words: ClinicVocabulary { clinic.vocabulary }
  var zone: Zone { profile.calendar.zone }

  /// Lives and writes all days.
  mutating func live() throws(FieldError) {
    try begin()
    for day in 0..<days {
      let happening = try treat(on: day)
      let loadBefore = mind.state.load
      mind.live(day, happening)
      try answer(on: day)
      try tellOfEvents(on: day, load: mind.state.load - loadBefore)
      try meet(on: day)
      leave(on: day)
    }
    entries.sort { ($0.occurred.start, $0.id) < ($1.occurred.start, $1.id) }
    tally.people = 1
    tally.peopleWithSafetyAnswers = tally.safetyAnswers > 0 ? 1 : 0
    for entry in entries { tally.entries[entry.fact.kind, default: 0] += 1 }
  }

  var record: InventedRecord { InventedRecord(patient: patient, entries: entries, tally: tally) }

  /// The chance of a day for a purpose.
  func draws(_ purpose: ClinicDraws.Purpose, _ day: Int) -> ClinicDraws {
    ClinicDraws(seed: clinic.settings.seed, person: number, purpose, day: day)
  }

  /// A moment of a day, some seconds after the minute.
  func moment(_ day: Int, _ minute: Int, _ draws: inout ClinicDraws) -> Instant {
    profile.calendar.moment(
      profile.intake + day, minute: min(max(minute, 1), 1438),
      millisecond: draws.whole(0...59_999))
  }

  /// Adds an entry about a moment.
  @discardableResult
  mutating func add(
    _ fact: Fact, at instant: Instant, by author: Author = .patient, correcting: EntryID? = nil
  ) -> EntryID {
    add(fact, .instant(instant, zone), by: author, correcting: correcting)
  }

  /// Adds an entry.
  @discardableResult
  mutating func add(
    _ fact: Fact, _ occurred: Occurrence, by author: Author, correcting: EntryID? = nil,
    as id: EntryID? = nil
  ) -> EntryID {
    let id = id ?? EntryID(at: occurred.start, using: &identifiers)
    entries.append(
      Entry(
        id: id, patient: patient, author: author, occurred: occurred, supersedes: correcting,
        fact: fact))
    return id
  }
}

/// How a person answers.
struct ClinicAnswers: Sendable {
  /// Whether the person answered yesterday.
  var isAnswering = true
  /// Whether the person has left.
  var hasLeft = false
  /// The totals of the questionnaire, with their days.
  var totals: [(day: Int, total: Int)] = []
  /// Whether the person has been well, and whether that ended.
  var hasBeenWell = false
  var hasRelapsed = false
}

extension ClinicLife {
  /// The chance of an answer today, before what yesterday tells.
  ///
  /// It starts high and falls over months to three quarters of what it was; weekends and low mood
  /// cost a little.
  func answering(on day: Int) -> Double {
    let months = Double(day) / 30
    let worn = 0.74 + 0.26 / (1 + months * months / 9)
    let weekday = profile.calendar.weekday(profile.intake + day)
    let weekend = weekday >= 5 ? 0.05 : 0
    let low = 0.03 * max(0, -Double(mind.state.mood))
    return min(max(profile.answering * worn - weekend - low, 0.05), 0.99)
  }

  /// Whether the person answers today. Days that are missed come in runs.
  mutating func decidesToAnswer(on day: Int) -> Bool {
    guard !answers.hasLeft else { return false }
    var draws = draws(.answering, day)
    let chance = answering(on: day)
    // The share that yesterday decides; the share of days answered stays the chance.
    let persistence = 0.3
    let today =
      answers.isAnswering ? chance + persistence * (1 - chance) : chance * (1 - persistence)
    answers.isAnswering = draws.happens(today)
    return answers.isAnswering
  }

  /// Decides once a week whether the person leaves.
  ///
  /// About a fifth have left by week 12 (STAR*D, step 1: 21 %); later fewer do. Little progress after
  /// a month makes it more likely, being well somewhat.
  mutating func leave(on day: Int) {
    guard !answers.hasLeft, day > 0, day % 7 == 0 else { return }
    var draws = draws(.leaving, day)
    let first = answers.totals.first?.total ?? 0
    let last = answers.totals.last?.total ?? first
    var hazard = day <= 84 ? 0.016 : 0.003
    if day > 28, Double(last) > 0.8 * Double(first) { hazard *= 1.3 }
    if last < 5 { hazard *= 1.2 }
    if day <= 14 { hazard *= 1.3 }
    guard draws.happens(hazard) else { return }
    answers.hasLeft = true
    tally.leavers = 1
  }
}
