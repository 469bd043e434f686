internal import JSON
internal import PatientRecord
internal import Time

/// The first visit, and the plans that are made at it.
extension ClinicLife {
  mutating func begin() throws(FieldError) {
    var draws = draws(.visit, 0)
    let start = moment(0, profile.visitTime, &draws)
    try consent(at: start, &draws)
    add(
      .session(Session(kind: .review, outcome: .completed, number: try Count(1))), at: start,
      by: clinician)
    let form = mind.form(on: -1)
    try diagnose(total: form.total, at: start, &draws)
    try fillIn(form, on: 0, &draws)
    try measure(on: 0, at: start, &draws)
    try testBlood(at: start, &draws)
    let aim = Goal(title: try Name(draws.any(of: ClinicWords.goals) ?? ""), status: .open)
    goal = add(.goal(aim), at: start)
    if !care.hasSafetyPlan, draws.happens(0.3) { try makeSafetyPlan(at: start, &draws) }
    try chooseTreatment(at: start, &draws)
  }

  private mutating func consent(
    at instant: Instant, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    add(
      .consent(
        Consent(
          subject: words.names.careConsent, version: words.names.consentVersion, outcome: .granted)),
      at: instant)
    let outcome: Consent.Outcome = draws.happens(0.6) ? .granted : .declined
    add(
      .consent(
        Consent(
          subject: words.names.researchConsent, version: words.names.consentVersion,
          outcome: outcome)),
      at: instant)
  }

  /// A depressive episode, single or recurrent, by its degree (ICD-10 F32 and F33).
  private mutating func diagnose(
    total: Int, at instant: Instant, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    let degree = total < 15 ? (0, "mild") : total < 20 ? (1, "moderate") : (2, "severe")
    let isRecurrent = draws.happens(0.55)
    let name =
      "\(isRecurrent ? "Recurrent depressive disorder, current episode" : "Depressive episode,") \(degree.1)"
    let coding = Coding(
      system: words.names.diagnosisSystem, code: try Name("F\(isRecurrent ? 33 : 32).\(degree.0)"))
    let diagnosis = Diagnosis(
      name: try Name(name), coding: coding, status: draws.happens(0.8) ? .confirmed : .provisional)
    add(.diagnosis(diagnosis), at: instant, by: clinician)
  }

  private mutating func testBlood(
    at instant: Instant, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    let level = (10 * max(0.5, 2 + 0.8 * draws.bell())).rounded() / 10
    let value = NamedQuantity(
      name: words.names.thyrotropin, quantity: try Quantity(level, .milliunitPerLitre))
    add(
      .measurement(try Measurement(kind: .lab, name: words.names.thyrotropin, values: [value])),
      at: instant, by: clinician)
  }

  private mutating func chooseTreatment(
    at instant: Instant, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    switch profile.care {
    case .medicine: try decide("How to begin", "A medicine", "A talking treatment", at: instant)
    case .therapy: try decide("How to begin", "A talking treatment", "A medicine", at: instant)
    case .both: try decide("How to begin", "Both together", "One of them", at: instant)
    }
    if profile.care != .therapy { try startMedicine(on: 0, at: instant) }
    if profile.care != .medicine { care.therapyFrom = draws.whole(10...50) }
  }

  /// The person's own plan for hard times.
  mutating func makeSafetyPlan(
    at instant: Instant, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    care.hasSafetyPlan = true
    let plan = try SafetyPlan(
      warningSigns: [FreeText(draws.any(of: ClinicWords.warningSigns) ?? "")],
      ownSteps: [FreeText(draws.any(of: ClinicWords.ownSteps) ?? "")],
      distractions: [FreeText(draws.any(of: ClinicWords.distractions) ?? "")],
      people: [PlanContact(name: Name("A person I trust"))],
      professionals: [PlanContact(name: Name("The clinic's own line"))],
      reasonsToLive: [FreeText(draws.any(of: ClinicWords.reasons) ?? "")])
    add(.safetyPlan(plan), at: instant)
  }

  mutating func lookAtGoal(
    on day: Int, at instant: Instant, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    guard let goal, let title = goalTitle(goal) else { return }
    let progress = try Rating(Double(draws.whole(2...9)), on: words.zeroToTen)
    let status: Goal.Status = draws.happens(0.2) ? .achieved : .open
    self.goal = add(
      .goal(Goal(title: title, status: status, progress: progress)), at: instant, correcting: goal)
  }

  private func goalTitle(_ id: EntryID) -> Name? {
    guard case .goal(let goal)? = entries.first(where: { $0.id == id })?.fact else { return nil }
    return goal.title
  }

  /// Events that weigh on the person, most of which are told of, and good ones now and then.
  mutating func tellOfEvents(on day: Int, load: Float) throws(FieldError) {
    guard !answers.hasLeft else { return }
    var draws = draws(.event, day)
    if load > 0.25, draws.happens(0.7), let title = draws.any(of: ClinicWords.hardEvents) {
      try tell(title, .negative, min(10, 4 + 2 * Double(load)), on: day, &draws)
    } else if draws.happens(0.006), let title = draws.any(of: ClinicWords.goodEvents) {
      try tell(title, .positive, Double(draws.whole(4...9)), on: day, &draws)
    }
  }

  private mutating func tell(
    _ title: String, _ valence: LifeEvent.Valence, _ impact: Double, on day: Int,
    _ draws: inout ClinicDraws
  ) throws(FieldError) {
    let event = LifeEvent(
      title: try Name(title), valence: valence,
      impact: try Rating(impact.rounded(), on: words.impact))
    add(.lifeEvent(event), at: moment(day, 1130 + Int(60 * draws.bell()), &draws))
  }
}
