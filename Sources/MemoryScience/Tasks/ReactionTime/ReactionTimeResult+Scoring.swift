extension ReactionTimeResult {
  /// Scores the result with ``ResponseTimeRules/standard`` for one key and
  /// ``ResponseTimeRules/choice`` for more.
  public func report() throws(MemoryScienceError) -> TaskReport {
    try report(rules: choices == 1 ? .standard : .choice)
  }

  /// Scores the result: median, standard deviation and ex-Gaussian parameters of the times of right
  /// answers, accuracy, and the share of lapses.
  ///
  /// A lapse is an answer slower than the rules allow for, or none at all.
  ///
  /// - Parameter rules: which response times count.
  /// - Returns: the scores.
  /// - Throws: an error that names the trial and what to mend.
  public func report(rules: ResponseTimeRules) throws(MemoryScienceError) -> TaskReport {
    try sitting.check(for: .reactionTime)
    try checkTrialCount(trials.count)
    guard [1, 2, 4].contains(choices) else { throw .unusable("choices: \(choices); 1, 2 or 4") }
    var count = TrialCount()
    var (right, answered, lapses) = (0, 0, 0)
    var times: [Double] = []
    for (index, trial) in trials.enumerated() {
      try check(trial, at: index)
      let verdict = rules.verdict(on: trial.seconds, flags: trial.flags)
      count.add(verdict)
      if verdict == .noAnswer || verdict == .tooSlow { lapses += 1 }
      guard verdict == .usable, let seconds = trial.seconds else { continue }
      answered += 1
      lapses += seconds > rules.lapse ? 1 : 0
      guard trial.response == trial.stimulus else { continue }
      right += 1
      times.append(seconds)
    }
    let judged = answered + count.unanswered + count.tooSlow
    return TaskReport(
      sitting, variant: "choices-\(choices)",
      [
        ResponseTimeSummary.median("response-time-median", of: times, .unknown), spread(times),
        .proportion(
          "share-correct", right, of: answered, missing: "no usable answer", .unknown),
        .proportion("share-lapses", lapses, of: judged, missing: "no usable answer", .unknown),
        .count("anticipations", count.anticipations, outOf: count.run, .unknown),
      ] + exGaussian(times), count)
  }

  private func check(_ trial: Trial, at index: Int) throws(MemoryScienceError) {
    try checkTime(trial.seconds, "trials[\(index)].seconds")
    try checkTime(trial.foreperiodSeconds, "trials[\(index)].foreperiodSeconds")
    guard (1...choices).contains(trial.stimulus), (1...choices).contains(trial.response ?? 1),
      (trial.response == nil) == (trial.seconds == nil)
    else {
      throw .unusable(
        "trials[\(index)]: keys go from 1 to \(choices), and an answer and its time come together")
    }
  }

  /// The standard deviation with the standard error it has for normal times.
  private func spread(_ times: [Double]) -> TaskScore {
    guard let summary = ResponseTimeSummary(times) else {
      return TaskScore(
        "response-time-deviation", .missing("\(times.count) usable times, 2 needed"), .seconds,
        isTimed: true, .unknown)
    }
    let error = summary.standardDeviation / (2 * Double(times.count - 1)).squareRoot()
    return TaskScore(
      "response-time-deviation",
      .measured(summary.standardDeviation, standardError: error), .seconds, isTimed: true, .unknown)
  }

  private func exGaussian(_ times: [Double]) -> [TaskScore] {
    let names = ["ex-gaussian-mu", "ex-gaussian-sigma", "ex-gaussian-tau"]
    let reliability = ScoreReliability(
      .established,
      "unsteady below about 100 times (Heathcote, Popiel & Mewhort 1991); not known for this form")
    do throws(MemoryScienceError) {
      let fit = try ExGaussianFit(of: times)
      return zip(names, [fit.law.mu, fit.law.sigma, fit.law.tau]).enumerated().map { index, pair in
        TaskScore(
          pair.0, .measured(pair.1, standardError: fit.standardErrors?[index]), .seconds,
          isTimed: true, reliability)
      }
    } catch {
      return names.map {
        TaskScore($0, .missing(error.description), .seconds, isTimed: true, reliability)
      }
    }
  }
}
