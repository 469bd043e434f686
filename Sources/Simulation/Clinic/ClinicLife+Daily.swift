internal import JSON
internal import PatientRecord
internal import Time

/// What a person records on an ordinary day.
extension ClinicLife {
  mutating func answer(on day: Int) throws(FieldError) {
    guard decidesToAnswer(on: day) else { return }
    try sleep(on: day)
    try checkIn(on: day)
    try takeMedicine(on: day)
    try act(on: day)
    try remember(on: day)
    try fillInForms(on: day)
  }

  /// What a day of the week adds to mood, in points of ten: better from Friday to Sunday, no Monday of
  /// its own (Stone, Schneider & Harter 2012, Journal of Positive Psychology 7(4)).
  private func weekdayLift(_ day: Int) -> Double {
    switch profile.calendar.weekday(profile.intake + day) {
    case 4: 0.15
    case 5, 6: 0.3
    default: 0
    }
  }

  private func rating(_ exact: Double, _ scale: RatingScale) throws(FieldError) -> Rating {
    try Rating(min(max(exact.rounded(), scale.minimum), scale.maximum), on: scale)
  }

  private mutating func checkIn(on day: Int) throws(FieldError) {
    var draws = draws(.checkIn, day)
    let (mood, rest) = (Double(mind.state.mood), Double(mind.state.sleep))
    let style = profile.ratingStyle + weekdayLift(day)
    let strain = Double(mind.state.load)
    let ratings = [
      ItemRating(
        item: words.items.mood,
        rating: try rating(5 + 2.7 * mood + style + 0.8 * draws.bell(), words.zeroToTen)),
      ItemRating(
        item: words.items.energy,
        rating: try rating(4.8 + 2 * mood + 0.8 * rest + style + draws.bell(), words.zeroToTen)),
      ItemRating(
        item: words.items.tension,
        rating: try rating(4.8 - 1.8 * mood + 0.7 * strain + draws.bell(), words.worseToTen)),
    ]
    let goodMoment = draws.happens(0.12 + 0.08 * mood) ? draws.any(of: words.goodMoments) : nil
    let when = moment(day, profile.checkIn + Int(30 * draws.bell()), &draws)
    let id = add(.checkIn(try CheckIn(ratings: ratings, goodMoment: goodMoment)), at: when)
    guard draws.happens(0.004) else { return }
    let withdrawal = Withdrawal(entry: id, reason: try FreeText("Entered on the wrong day."))
    add(.void(withdrawal), at: moment(day, 1430, &draws))
  }

  private mutating func sleep(on day: Int) throws(FieldError) {
    var draws = draws(.night, day)
    let rest = Double(mind.state.sleep)
    let asleep = min(max(430 + 35 * rest + 45 * draws.bell(), 120), 720).rounded()
    let latency = min(max(28 - 12 * rest + 14 * draws.bell(), 2), 180).rounded()
    let awake = min(max(30 - 14 * rest + 18 * draws.bell(), 0), 240).rounded()
    let quality = try rating(3.1 + 1.1 * rest + 0.5 * draws.bell(), words.oneToFive)
    let late = profile.calendar.weekday(profile.intake + day) >= 5 ? 45 : 0
    let wake = profile.rising + late + Int(25 * draws.bell())
    guard profile.keepsSleepDiary || profile.hasDevice else {
      add(
        .sleep(try Sleep(duration: Minutes(asleep), quality: quality)),
        at: moment(day, wake + 45, &draws))
      return
    }
    let final = moment(day, wake, &draws)
    let out = Instant(milliseconds: final.milliseconds - Int64(asleep + latency + awake) * 60_000)
    let rise = Instant(milliseconds: final.milliseconds + Int64(draws.whole(2...40)) * 60_000)
    let told = Instant(milliseconds: rise.milliseconds + Int64(draws.whole(5...90)) * 60_000)
    let night = try Sleep(
      lightsOut: out, sleepOnsetLatency: Minutes(latency), awakenings: Count(Int(awake / 15)),
      wakeAfterSleepOnset: Minutes(awake), finalWake: final, rise: rise, duration: Minutes(asleep),
      quality: profile.hasDevice ? nil : quality)
    add(.sleep(night), at: told, by: profile.hasDevice ? words.wristband : .patient)
  }

  private mutating func takeMedicine(on day: Int) throws(FieldError) {
    guard let medicine = care.medicine, medicine.dose > 0 else { return }
    var draws = draws(.intake, day)
    let outcome: Intake.Outcome = care.tookToday ? .taken : draws.happens(0.2) ? .partial : .skipped
    let amount = outcome == .taken ? try Quantity(medicine.dose, .milligram) : nil
    add(
      .intake(Intake(substance: medicine.kind.name, outcome: outcome, amount: amount)),
      at: moment(day, profile.rising + 40 + Int(20 * draws.bell()), &draws))
  }

  private mutating func act(on day: Int) throws(FieldError) {
    var draws = draws(.life, day)
    let weekday = profile.calendar.weekday(profile.intake + day)
    let mood = Double(mind.state.mood)
    if profile.notesActivities, draws.happens(0.22 + 0.1 * mood + (weekday >= 5 ? 0.1 : 0)) {
      let kinds: [Activity.Kind] = [.walking, .walking, .aerobic, .social, .pleasant, .mastery]
      let kind = draws.any(of: kinds) ?? .walking
      let minutes = Double(5 * draws.whole(3...18))
      let steps = kind == .walking ? try Count(Int(minutes) * 100 + draws.whole(0...400)) : nil
      let joy = try rating(6 + 1.5 * mood + draws.bell(), words.zeroToTen)
      add(
        .activity(
          Activity(kind: kind, duration: try Minutes(minutes), steps: steps, enjoyment: joy)),
        at: moment(day, 1020 + Int(100 * draws.bell()), &draws))
    }
    guard profile.notesSubstances else { return }
    if draws.happens(weekday == 4 || weekday == 5 ? 0.35 : 0.1) {
      let drinks = try Quantity(Double(draws.whole(1...3)), .drink)
      add(
        .substance(Substance(kind: .alcohol, amount: drinks)),
        at: moment(day, 1260 + Int(40 * draws.bell()), &draws))
    } else if draws.happens(0.2) {
      let caffeine = Substance(kind: .caffeine, name: words.names.coffee)
      add(.substance(caffeine), at: moment(day, 560 + Int(40 * draws.bell()), &draws))
    }
  }
}
