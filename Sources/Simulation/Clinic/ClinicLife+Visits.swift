internal import JSON
internal import PatientRecord
internal import Time

/// What is recorded of visits and sessions, kept or missed.
extension ClinicLife {
  mutating func meet(on day: Int) throws(FieldError) {
    var draws = draws(.visit, day)
    if care.plan.hasTherapy { try therapySession(on: day, &draws) }
    if care.plan.hasSession { try seriesSession(on: day, &draws) }
    if care.plan.hasReview { try review(on: day, &draws) }
    for effect in care.effects where effect.until == day && !answers.hasLeft {
      let gone = SideEffect(name: effect.name, severity: .mild, status: .resolved)
      add(.sideEffect(gone), at: moment(day, 1110, &draws))
    }
  }

  private mutating func therapySession(
    on day: Int, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    guard var therapy = care.therapy else { return }
    let start = moment(day, profile.visitTime + 60, &draws)
    if care.plan.isKept { therapy.held += 1 }
    let session = Session(
      kind: .psychotherapy, name: therapy.name, outcome: care.plan.isKept ? .completed : .missed,
      course: therapy.course, number: care.plan.isKept ? try Count(therapy.held) : nil)
    add(.session(session), at: start, by: clinician)
    care.therapy = therapy
    guard therapy.held == therapy.length else { return }
    try close(therapy.course, .psychotherapy, therapy.name, at: start, .completed)
  }

  private mutating func seriesSession(
    on day: Int, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    guard var series = care.series else { return }
    let start = moment(day, 540 + draws.whole(0...240), &draws)
    guard care.plan.isKept else {
      let missed = Session(
        kind: series.kind, name: series.name, outcome: .missed, course: series.course)
      add(.session(missed), at: start, by: clinician)
      return
    }
    series.held += 1
    let pressure = NamedQuantity(
      name: words.names.systolic,
      quantity: try Quantity(
        (profile.systolic + 18 * draws.uniform()).rounded(), .millimetreOfMercury))
    let checklist = words.names.sessionPoints.map { ChecklistItem(name: $0, isMet: true) }
    let session = Session(
      kind: series.kind, name: series.name,
      outcome: draws.happens(0.02) ? .stoppedEarly : .completed, course: series.course,
      number: try Count(series.held),
      observations: [Observation(after: try Minutes(40), measure: pressure)],
      checklist: checklist)
    add(.session(session), at: start, by: clinician)
    care.series = series
    guard series.held == series.length else { return }
    try close(series.course, Course.Kind(of: series.kind), series.name, at: start, .completed)
  }

  private mutating func review(on day: Int, _ draws: inout ClinicDraws) throws(FieldError) {
    let start = moment(day, profile.visitTime, &draws)
    let usual = day < 56 ? 14 : day < 168 ? 28 : 56
    guard care.plan.isKept else {
      let missed = Session(kind: .review, outcome: .missed)
      add(.session(missed), at: start, by: clinician)
      care.missedInARow += 1
      care.nextReview = day + (draws.happens(0.7) ? 7 : usual)
      if answers.hasLeft, care.missedInARow >= 2 { try end(on: day, &draws) }
      return
    }
    care.missedInARow = 0
    care.reviews += 1
    care.nextReview = day + usual
    let session = Session(kind: .review, outcome: .completed, number: try Count(care.reviews))
    add(.session(session), at: start, by: clinician)
    try measure(on: day, at: start, &draws)
    if draws.happens(0.4), let text = draws.any(of: ClinicWords.notes) {
      let note = Note(
        text: try FreeText(text), audience: draws.happens(0.5) ? .everyone : .careTeam)
      add(.note(note), at: start, by: clinician)
    }
    if care.reviews % 4 == 0 { try lookAtGoal(on: day, at: start, &draws) }
    try decide(on: day, at: start)
  }

  mutating func measure(
    on day: Int, at instant: Instant, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    let pressure = try Measurement(
      kind: .vital, name: words.names.bloodPressure,
      values: [
        NamedQuantity(
          name: words.names.systolic,
          quantity: try Quantity(
            (profile.systolic + 6 * draws.bell()).rounded(), .millimetreOfMercury)),
        NamedQuantity(
          name: words.names.diastolic,
          quantity: try Quantity(
            (profile.diastolic + 4 * draws.bell()).rounded(), .millimetreOfMercury)),
      ])
    add(.measurement(pressure), at: instant, by: clinician)
    let kilograms = profile.weight + Double(day) / 180 + 0.5 * draws.bell()
    let weight = NamedQuantity(
      name: words.names.weight, quantity: try Quantity((10 * kilograms).rounded() / 10, .kilogram))
    add(
      .measurement(try Measurement(kind: .vital, name: words.names.weight, values: [weight])),
      at: instant,
      by: clinician)
  }

  /// Somebody who has left is written to and, when nothing comes back, no longer expected.
  private mutating func end(on day: Int, _ draws: inout ClinicDraws) throws(FieldError) {
    care.hasEnded = true
    let instant = moment(day, 960, &draws)
    let note = Note(
      text: try FreeText("Did not come twice. A letter says that the door stays open."),
      audience: .careTeam)
    add(.note(note), at: instant, by: clinician)
    if let medicine = care.medicine, medicine.dose > 0 {
      try close(medicine.course, .medication, medicine.kind.name, at: instant, .stopped)
    }
    if let therapy = care.therapy, therapy.held < therapy.length {
      try close(therapy.course, .psychotherapy, therapy.name, at: instant, .stopped)
    }
  }
}

extension Course.Kind {
  /// The kind of course that sessions of a kind belong to.
  init(of session: Session.Kind) {
    switch session {
    case .ketamine: self = .ketamine
    case .ect: self = .ect
    case .psychotherapy: self = .psychotherapy
    default: self = .neuromodulation
    }
  }
}
