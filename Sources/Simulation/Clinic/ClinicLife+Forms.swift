internal import JSON
internal import Knowledge
internal import PatientRecord
internal import Time

/// Questionnaires item by item, and what follows an answer that signals.
extension ClinicLife {
  /// Days between questionnaires, and for how many days one may still be filled in.
  static let formInterval = 14
  private static let formPatience = 5

  /// Fills in the questionnaire of the fortnight if it is still to be filled in.
  mutating func fillInForms(on day: Int) throws(FieldError) {
    let due = day - day % ClinicLife.formInterval
    guard due > 0, day - due < ClinicLife.formPatience, (answers.totals.last?.day ?? 0) < due else {
      return
    }
    var draws = draws(.form, day)
    guard draws.happens(0.75) else { return }
    try fillIn(mind.form(on: day), on: day, &draws)
    guard day % (2 * ClinicLife.formInterval) < ClinicLife.formPatience else { return }
    try fillInSecond(on: day, &draws)
  }

  /// Records the questionnaire, now and then with a question left out that does not signal.
  mutating func fillIn(
    _ form: Form, on day: Int, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    var given: [ItemID: Int] = [:]
    for (item, answer) in zip(words.main.items, form.answers)
    where item == words.safety.item || !draws.happens(0.01) { given[item] = answer }
    let instant = moment(day, draws.whole(500...1190), &draws)
    let id = add(
      .response(
        try Response(
          instrument: words.main.instrument, instrumentVersion: words.main.version,
          content: .answers(given), rater: .selfReport, mode: .here)), at: instant)
    answers.totals.append((day, form.total))
    if let answer = given[words.safety.item], answer >= words.safety.atLeast {
      try respond(to: id, on: day, at: instant, &draws)
    }
    try noticeRelapse(id, on: day, at: instant)
  }

  /// The second questionnaire follows severity with noise of its own.
  private mutating func fillInSecond(
    on day: Int, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    guard let form = words.second else { return }
    let severity = Double(mind.state.severity) - 0.15
    var given: [ItemID: Int] = [:]
    for item in form.items {
      let level = severity + 0.7 * draws.bell()
      given[item] = level > 2.2 ? 3 : level > 1.6 ? 2 : level > 0.8 ? 1 : 0
    }
    add(
      .response(
        try Response(
          instrument: form.instrument, instrumentVersion: form.version, content: .answers(given),
          rater: .selfReport, mode: .here)), at: moment(day, 1195, &draws))
  }

  /// Records the signal that a store raises for such an answer, and what the team does: it is seen
  /// within the hour, the person is called, and it is closed the same day.
  private mutating func respond(
    to form: EntryID, on day: Int, at instant: Instant, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    tally.safetyAnswers += 1
    let id = EntryID(following: form, as: words.safetyRule.name.text)
    let signal = Signal(
      kind: .safety, urgency: .now, summary: words.safetyRule.title, causes: [form],
      rule: words.safetyRule.name)
    add(.signal(signal), .instant(instant, zone), by: words.program, as: id)
    if clinic.settings.leavesSignalsOpen, day >= days - 7 {
      tally.openSignals += 1
      return
    }
    let minutes = draws.whole(5...50)
    let steps: [(Acknowledgement.Action, Int, FreeText?)] = [
      (.seen, minutes, nil), (.contacted, minutes + 20, words.names.called),
      (.closed, minutes + 60, nil),
    ]
    for (action, after, note) in steps {
      let when = Instant(milliseconds: instant.milliseconds + Int64(after) * 60_000)
      add(
        .acknowledgement(Acknowledgement(signal: id, action: action, note: note)), at: when,
        by: clinician)
    }
    if !care.hasSafetyPlan {
      try makeSafetyPlan(
        at: Instant(milliseconds: instant.milliseconds + 5_000_000), &draws)
    }
  }

  /// After a time of being well a total in the range of illness is looked into.
  private mutating func noticeRelapse(
    _ form: EntryID, on day: Int, at instant: Instant
  ) throws(FieldError) {
    guard let last = answers.totals.last?.total else { return }
    let before = answers.totals.dropLast().last?.total
    if last < 5, before.map({ $0 < 5 }) == true { answers.hasBeenWell = true }
    guard answers.hasBeenWell, !answers.hasRelapsed, last >= 10, before.map({ $0 >= 10 }) == true
    else { return }
    answers.hasRelapsed = true
    tally.relapses = 1
    let signal = Signal(
      kind: .deterioration, urgency: .soon,
      summary: try FreeText("Two totals in the range of illness after a time of being well"),
      causes: [form])
    let id = add(.signal(signal), at: instant, by: words.program)
    let seen = Instant(milliseconds: instant.milliseconds + 3_600_000)
    add(
      .acknowledgement(
        Acknowledgement(signal: id, action: .closed, note: words.names.broughtForward)),
      at: seen, by: clinician)
    care.nextReview = min(care.nextReview, day + 7 - day % 7)
  }
}
