extension GoodDayBadDayResult {
  /// The fewest rated events of a side from which fading is computed.
  public static let leastRated = 3

  /// Scores the result: how many events of each side, the difference, how specific they are and how
  /// far their feelings have faded.
  ///
  /// Fading is the mean of the feeling then minus the feeling now. The fading-affect bias is that of
  /// bad minus that of good events; it is above 0 in health (Walker, Skowronski & Thompson 2003, Rev
  /// Gen Psychol 7:203-210).
  ///
  /// - Returns: the scores.
  /// - Throws: an error that names the event and what to mend.
  public func report() throws(MemoryScienceError) -> TaskReport {
    try sitting.check(for: .goodDayBadDay)
    guard events.count <= mostTrials else {
      throw .unusable("events: \(events.count) of them; a result holds at most \(mostTrials)")
    }
    var count = TrialCount()
    for (index, event) in events.enumerated() {
      try check(event, at: index)
      count.add(.usable)
    }
    let (good, bad) = (side(.positive), side(.negative))
    let fading = [fading(good, "positive"), fading(bad, "negative")]
    return TaskReport(
      sitting, fluency(good.count, bad.count) + [specificity] + fading + [fadingBias(fading)], count
    )
  }

  private func check(_ event: Event, at index: Int) throws(MemoryScienceError) {
    try checkTime(event.seconds, "events[\(index)].seconds")
    guard event.valence != .neutral else {
      throw .unusable("events[\(index)].valence: events are positive or negative")
    }
    for feeling in [event.feelingThen, event.feelingNow] {
      if let feeling, !(0...10).contains(feeling) {
        throw .unusable("events[\(index)]: a feeling of \(feeling); the scale goes from 0 to 10")
      }
    }
  }

  private func side(_ valence: WordValence) -> [Event] { events.filter { $0.valence == valence } }

  /// Standard errors take the number of events as a Poisson count.
  private func fluency(_ good: Int, _ bad: Int) -> [TaskScore] {
    let total = Double(good + bad)
    return [
      .count("fluency-positive", good, .unknown), .count("fluency-negative", bad, .unknown),
      TaskScore(
        "fluency-difference", .measured(Double(good - bad), standardError: total.squareRoot()),
        .count, .difference),
      .proportion("fluency-share-positive", good, of: good + bad, missing: "no event", .unknown),
    ]
  }

  private var specificity: TaskScore {
    let codes = events.compactMap(\.code)
    let missing = events.count - codes.count
    guard missing == 0 else {
      return TaskScore(
        "share-specific", .missing("\(missing) of \(events.count) events are not coded"),
        .proportion, .unknown)
    }
    return .proportion(
      "share-specific", codes.count { $0 == .specific }, of: codes.count, missing: "no event",
      .unknown)
  }

  private func fading(_ events: [Event], _ name: String) -> TaskScore {
    let changes = events.compactMap { event in
      event.feelingThen.flatMap { then in event.feelingNow.map { Double(then - $0) } }
    }
    guard changes.count >= Self.leastRated, let summary = ResponseTimeSummary(changes) else {
      let reason = "\(changes.count) rated events, \(Self.leastRated) needed"
      return TaskScore("fading-\(name)", .missing(reason), .points, .unknown)
    }
    let error = summary.standardDeviation / Double(changes.count).squareRoot()
    return TaskScore(
      "fading-\(name)", .measured(summary.mean, standardError: error), .points, .unknown)
  }

  private func fadingBias(_ fading: [TaskScore]) -> TaskScore {
    guard let good = fading[0].number, let bad = fading[1].number,
      let goodError = fading[0].standardError, let badError = fading[1].standardError
    else {
      return TaskScore(
        "fading-affect-bias", .missing("too few rated events on a side"), .points, .difference)
    }
    let error = (goodError * goodError + badError * badError).squareRoot()
    return TaskScore(
      "fading-affect-bias", .measured(bad - good, standardError: error), .points, .difference)
  }
}
