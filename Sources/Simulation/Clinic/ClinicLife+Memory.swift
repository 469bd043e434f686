internal import JSON
internal import PatientRecord
internal import Time

/// Keepsakes, coming back to them, practice and tasks.
extension ClinicLife {
  mutating func remember(on day: Int) throws(FieldError) {
    var draws = draws(.memory, day)
    if profile.collectsKeepsakes, draws.happens(day < 28 ? 0.12 : 0.05) {
      try keep(on: day, &draws)
    } else if let keepsake = draws.any(of: keepsakes), draws.happens(0.12) {
      try comeBack(to: keepsake, on: day, &draws)
    }
    if care.practises(on: day), draws.happens(0.5) { try practise(on: day, &draws) }
    if day % 28 == profile.visitWeekday + 9 { try doTask(on: day, &draws) }
  }

  private mutating func keep(on day: Int, _ draws: inout ClinicDraws) throws(FieldError) {
    let moment = draws.any(of: ClinicWords.moments) ?? ""
    let company = draws.any(of: ClinicWords.company) ?? ""
    let place = draws.any(of: ClinicWords.places) ?? ""
    let senses = draws.any(of: ClinicWords.senses) ?? ""
    let meaning = draws.any(of: ClinicWords.meanings) ?? ""
    let time = draws.any(of: ClinicWords.times) ?? ""
    let people = company.hasPrefix("with ") ? [try Name(String(company.dropFirst(5)))] : []
    let keepsake = Keepsake(
      title: try Name("\(moment) \(company)"),
      story: try FreeText("\(moment) \(place), \(time), \(company). \(senses)"),
      when: try Name(time), place: try Name(place), people: people, senses: try FreeText(senses),
      meaning: draws.happens(0.6) ? try FreeText(meaning) : nil)
    keepsakes.append(
      add(.keepsake(keepsake), at: self.moment(day, 1140 + Int(80 * draws.bell()), &draws)))
    if keepsakes.count > 12 { keepsakes.removeFirst() }
  }

  private mutating func comeBack(
    to keepsake: EntryID, on day: Int, _ draws: inout ClinicDraws
  ) throws(FieldError) {
    let mood = Double(mind.state.mood)
    let before = min(max((5 + 2.7 * mood + draws.bell()).rounded(), 0), 10)
    let after = min(max((before + 0.5 + 0.8 * draws.bell()).rounded(), 0), 10)
    let share = draws.uniform() - 0.12 * mood
    let specificity: Retrieval.Specificity =
      share < 0.6 ? .specific : share < 0.75 ? .extended : share < 0.95 ? .categoric : .omission
    let retrieves = draws.happens(0.7)
    let retrieval = Retrieval(
      keepsake: keepsake, mode: retrieves ? .retrieve : .reread,
      specificity: retrieves ? specificity : nil,
      latency: retrieves ? try Quantity(Double(draws.whole(20...220)) / 10, .second) : nil,
      vividness: try Rating(Double(draws.whole(3...9)), on: words.zeroToTen),
      moodBefore: try Rating(before, on: words.zeroToTen),
      moodAfter: try Rating(after, on: words.zeroToTen))
    add(.retrieval(retrieval), at: moment(day, 1170 + Int(80 * draws.bell()), &draws))
  }

  private mutating func practise(on day: Int, _ draws: inout ClinicDraws) throws(FieldError) {
    let kinds: [Practice.Kind] = [
      .memorySpecificity, .activityScheduling, .thoughtRecord, .mindfulness, .microGoal,
    ]
    let share = draws.uniform()
    let outcome: Practice.Outcome = share < 0.7 ? .done : share < 0.85 ? .partly : .skipped
    let practice = Practice(
      kind: draws.any(of: kinds) ?? .other, outcome: outcome,
      duration: outcome == .skipped ? nil : try Minutes(Double(draws.whole(5...30))))
    add(.practice(practice), at: moment(day, 1080 + Int(90 * draws.bell()), &draws))
  }

  /// Ten cues, each asking for a memory of one event.
  private mutating func doTask(on day: Int, _ draws: inout ClinicDraws) throws(FieldError) {
    let chance = min(max(0.55 + 0.15 * Double(mind.state.mood), 0.1), 0.9)
    var specific = 0
    for _ in 0..<10 where draws.happens(chance) { specific += 1 }
    let result = TaskResult(
      task: words.names.task, version: words.names.taskVersion,
      form: try Name(String(day / 28 % 4 + 1)),
      summary: [
        NamedQuantity(name: words.names.taskMeasure, quantity: try Quantity(Double(specific), .one))
      ])
    add(.taskResult(result), at: moment(day, 1000 + Int(120 * draws.bell()), &draws))
  }
}
