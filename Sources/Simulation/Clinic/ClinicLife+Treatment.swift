internal import JSON
internal import PatientRecord
internal import Time

/// What the person is given, and how courses begin and end.
extension ClinicLife {
  var clinician: Author { .staff(words.clinician) }

  /// Decides what is on the plan of a day, and what of it reaches the person.
  mutating func treat(on day: Int) throws(FieldError) -> ClinicMind.Day {
    var draws = draws(.treatment, day)
    try startTherapyIfDue(on: day)
    plan(day, &draws)
    var happening = ClinicMind.Day()
    if let medicine = care.medicine {
      care.tookToday = draws.happens(profile.adherence)
      happening.occupancy = care.tookToday ? medicine.occupancy : 0
    }
    if care.practises(on: day), !answers.hasLeft { happening.practice = 0.25 }
    guard care.plan.isKept else { return happening }
    if day == 0 { happening.visit += 0.7 }
    if care.plan.hasReview || care.plan.hasTherapy { happening.visit += 0.18 }
    if care.plan.hasSession, let series = care.series {
      happening.visit += series.held == 0 ? 1 : 0.18
      happening.sessions.append(series.effect)
    }
    return happening
  }

  private mutating func plan(_ day: Int, _ draws: inout ClinicDraws) {
    care.plan = ClinicCare.Plan()
    guard !care.hasEnded, day > 0 else { return }
    let weekday = profile.calendar.weekday(profile.intake + day)
    care.plan.hasReview = day == care.nextReview
    if let therapy = care.therapy, therapy.held < therapy.length, !answers.hasLeft {
      care.plan.hasTherapy = day % 7 == care.therapyOffset && day >= therapy.start
    }
    if let series = care.series, day >= series.start, !answers.hasLeft {
      care.plan.hasSession = series.takesPlace(on: weekday)
    }
    // Series of sessions are missed less often than visits.
    let chance = care.plan.hasSession ? 0.97 : profile.attendance
    care.plan.isKept = draws.happens(chance) && !answers.hasLeft
  }

  /// Begins a course; it stays open until it is closed.
  mutating func begin(
    _ kind: Course.Kind, _ name: Name, at instant: Instant, reason: String
  ) throws(FieldError) -> EntryID {
    let course = Course(kind: kind, name: name, status: .active, reason: try FreeText(reason))
    return add(.course(course), .interval(TimeSpan(openFrom: instant), zone), by: clinician)
  }

  /// Closes a course by an entry that supersedes the one that opened it.
  mutating func close(
    _ course: EntryID, _ kind: Course.Kind, _ name: Name, at instant: Instant,
    _ status: Course.Status
  ) throws(FieldError) {
    guard let opened = entries.first(where: { $0.id == course }) else { return }
    let span = try TimeSpan(from: opened.occurred.start, to: .at(instant))
    add(
      .course(Course(kind: kind, name: name, status: status)), .interval(span, zone),
      by: clinician, correcting: course)
  }

  /// Starts a medicine at its smallest dose that counts.
  mutating func startMedicine(on day: Int, at instant: Instant) throws(FieldError) {
    var draws = draws(.care, day)
    guard care.medicine == nil, let kind = draws.any(of: words.medicines) else { return }
    let course = try begin(.medication, kind.name, at: instant, reason: "Chosen together.")
    care.medicine = ClinicCare.Medicine(
      kind: kind, course: course, since: day, changed: day, dose: kind.least)
    try step(kind.name, to: kind.least, from: nil, at: instant)
    if draws.happens(0.45) { try feelEffect(on: day, &draws) }
  }

  /// Records a change of dose.
  mutating func changeDose(to dose: Double, on day: Int, at instant: Instant) throws(FieldError) {
    guard var medicine = care.medicine else { return }
    try step(medicine.kind.name, to: dose, from: medicine.dose, at: instant)
    medicine.dose = dose
    medicine.changed = day
    care.medicine = medicine
    var draws = draws(.effect, day)
    if dose > medicine.kind.least, draws.happens(0.3) { try feelEffect(on: day, &draws) }
    if dose == 0 {
      try close(medicine.course, .medication, medicine.kind.name, at: instant, .completed)
    }
  }

  private mutating func step(
    _ name: Name, to dose: Double, from previous: Double?, at instant: Instant
  ) throws(FieldError) {
    let before = try previous.map { dose throws(FieldError) in try Quantity(dose, .milligram) }
    let step = try DoseStep(
      substance: name, dosePerDay: Quantity(dose, .milligram), previousPerDay: before)
    add(.doseStep(step), at: instant, by: clinician)
  }

  /// An unwanted effect some days after a change; most pass within a month.
  private mutating func feelEffect(on day: Int, _ draws: inout ClinicDraws) throws(FieldError) {
    let from = day + draws.whole(2...6)
    guard from < days, let word = draws.any(of: ClinicWords.sideEffects) else { return }
    let name = try Name(word)
    guard !care.effects.contains(where: { $0.name == name }) else { return }
    let severity: SideEffect.Severity = draws.happens(0.75) ? .mild : .moderate
    let effect = SideEffect(
      name: name, severity: severity, status: .present, attributedTo: care.medicine?.kind.name)
    add(.sideEffect(effect), at: moment(from, 1100 + Int(60 * draws.bell()), &draws))
    if draws.happens(0.85) { care.effects.append((name, from + draws.whole(7...30))) }
  }

  /// Begins the talking treatment when its turn has come.
  private mutating func startTherapyIfDue(on day: Int) throws(FieldError) {
    guard let from = care.therapyFrom, day >= from, care.therapy == nil, !answers.hasLeft else {
      return
    }
    var draws = draws(.care, day)
    care.therapyFrom = nil
    guard let name = draws.any(of: words.therapies) else { return }
    let instant = moment(day, 600, &draws)
    let course = try begin(.psychotherapy, name, at: instant, reason: "A place became free.")
    care.therapy = ClinicCare.Series(
      kind: .psychotherapy, name: name, course: course, start: day,
      length: ClinicCare.Series.lengths[.psychotherapy] ?? 12)
  }
}
