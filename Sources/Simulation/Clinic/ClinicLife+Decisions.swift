internal import JSON
internal import PatientRecord
internal import Time

/// What a clinician and the person decide at a visit, and what follows from it.
extension ClinicLife {
  mutating func decide(on day: Int, at instant: Instant) throws(FieldError) {
    guard let first = answers.totals.first?.total, let last = answers.totals.last,
      day - last.day <= 28
    else { return }
    let isLittleBetter = Double(last.total) > 0.8 * Double(first)
    let isHalfBetter = Double(last.total) <= 0.5 * Double(first)
    if day >= 28, isLittleBetter, let medicine = care.medicine, day - medicine.changed >= 21,
      medicine.dose > 0, medicine.dose < medicine.kind.greatest
    {
      let dose = min(2 * medicine.dose, medicine.kind.greatest)
      try decide("The dose of the medicine", "Raise the dose", "Leave it as it is", at: instant)
      try changeDose(to: dose, on: day, at: instant)
    } else if day >= 70, !isHalfBetter, last.total >= 10, care.steps < 2, care.series == nil {
      try takeNextStep(on: day, at: instant)
    } else if day >= 252, last.total < 5, let medicine = care.medicine, medicine.dose > 0,
      day - medicine.changed >= 28
    {
      let dose = medicine.dose > medicine.kind.least ? medicine.kind.least : 0
      try decide("How long to take the medicine", "Take less step by step", "Go on", at: instant)
      try changeDose(to: dose, on: day, at: instant)
    }
  }

  /// Now and then adds what has not been tried: medicine, a talking treatment, or a series of sessions
  /// elsewhere.
  private mutating func takeNextStep(on day: Int, at instant: Instant) throws(FieldError) {
    var draws = draws(.decision, day)
    guard draws.happens(0.3) else { return }
    care.steps += 1
    if care.medicine == nil {
      try decide("The next step", "Begin a medicine", "Wait", at: instant)
      try startMedicine(on: day, at: instant)
    } else if care.therapy == nil, care.therapyFrom == nil {
      try decide("The next step", "Add a talking treatment", "Wait", at: instant)
      care.therapyFrom = day + 14
    } else {
      try startSeries(on: day, at: instant)
    }
  }

  private mutating func startSeries(on day: Int, at instant: Instant) throws(FieldError) {
    var draws = draws(.care, day)
    let share = draws.uniform()
    let kind: Session.Kind = share < 0.45 ? .tms : share < 0.8 ? .ketamine : .ect
    guard let name = words.series[kind] else { return }
    try decide("The next step", "Sessions at the treatment centre", "Wait", at: instant)
    let referral = Referral(
      to: try Name("Treatment centre"),
      reason: try FreeText("Two treatments have not helped enough."),
      status: .sent)
    let sent = add(.referral(referral), at: instant, by: clinician)
    let accepted = Referral(to: referral.to, reason: referral.reason, status: .accepted)
    let later = moment(min(day + 5, days - 1), 700, &draws)
    add(.referral(accepted), at: later, by: clinician, correcting: sent)
    let start = day + 14
    guard start < days else { return }
    let course = try begin(
      Course.Kind(of: kind), name, at: moment(start, 500, &draws), reason: "As referred.")
    care.series = ClinicCare.Series(
      kind: kind, name: name, course: course, start: start,
      length: ClinicCare.Series.lengths[kind] ?? 6)
  }

  /// Records a shared decision between two options.
  mutating func decide(
    _ about: String, _ choice: String, _ other: String, at instant: Instant
  ) throws(FieldError) {
    let decision = try Decision(
      about: Name(about), outcome: .accepted, reason: FreeText("Talked through at the visit."),
      isShared: true, options: [.init(name: Name(choice)), .init(name: Name(other))],
      choice: Name(choice), participants: [Name("patient"), Name("clinician")])
    add(.decision(decision), at: instant, by: clinician)
  }
}
