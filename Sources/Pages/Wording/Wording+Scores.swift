import Care
import Charts
import Knowledge

extension Wording {
  func scoresSummary(_ part: ScoresPart) -> [String] {
    guard let latest = part.latest, let total = latest.total else {
      return ["No form has a total: too many questions were skipped, and none was filled in."]
    }
    let range = NumberText.short(part.instrument.range.upperBound)
    let whose = isPatient ? "Your latest total" : "Latest total"
    let sentence =
      "\(whose): \(NumberText.short(total)) of \(range), \(DateText.day(latest.day))\(band(latest, total, part))."
    return [sentence] + change(part) + prorated(latest) + unscored(after: latest, part)
      + (isPatient ? [] : remission(part))
  }

  func scoresGlance(_ part: ScoresPart) -> String {
    let name = part.instrument.abbreviation
    let sentences = scoresSummary(part)
    return "\(name): " + sentences.prefix(isPatient ? 4 : 2).joined(separator: " ")
  }

  private func band(_ score: ScoresPart.Score, _ total: Double, _ part: ScoresPart) -> String {
    guard let band = score.band else { return "" }
    return isPatient
      ? ". The questionnaire calls this range “\(band.label.lowercased())”"
      : " (\(band.label.lowercased()))"
  }

  private func change(_ part: ScoresPart) -> [String] {
    guard let change = part.change, let baseline = part.baseline else { return [] }
    let points = NumberText.short(abs(change.points))
    let noun = points == "1" ? "point" : "points"
    let day = DateText.day(baseline.day)
    guard change.points != 0 else { return ["That is the same as on \(day)."] }
    let side = change.points < 0 ? "lower" : "higher"
    let direction = change.isImprovement == true ? "better" : isPatient ? "harder" : "worse"
    let sentence = "That is \(points) \(noun) \(side) than on \(day): the \(direction) direction."
    return [sentence] + reliability(change, part.instrument)
      + (isPatient ? [] : share(change, part))
  }

  private func reliability(_ change: ScoresPart.Change, _ instrument: Instrument) -> [String] {
    guard let isReliable = change.isReliable else { return [] }
    guard isPatient else {
      let limit = instrument.reliableChange.map { " (\(NumberText.short($0.points)) points)" } ?? ""
      return [
        isReliable
          ? "The change reaches the reliable change\(limit)."
          : "The change is below the reliable change\(limit): measurement error alone could "
            + "produce it."
      ]
    }
    guard isReliable else { return ["Totals move this much by chance, so it may mean nothing."] }
    let sentence = "That is more than such totals usually move by chance."
    let advice = "It may help to talk about it with your care team."
    return change.isImprovement == false ? [sentence, advice] : [sentence]
  }

  private func share(_ change: ScoresPart.Change, _ part: ScoresPart) -> [String] {
    let reason = "Counted from \(part.baselineReason)"
    guard let drop = change.fractionalDrop, drop.isFinite else { return [reason + "."] }
    let percent = NumberText.fixed(abs(drop) * 100, places: 0)
    return ["\(reason): \(drop >= 0 ? "a fall" : "a rise") of \(percent) %."]
  }

  private func prorated(_ score: ScoresPart.Score) -> [String] {
    guard score.isProrated else { return [] }
    let skipped = CountText.of(score.missingItems, "question")
    return [
      "\(skipped) \(score.missingItems == 1 ? "was" : "were") skipped; the total is worked out "
        + "from the others."
    ]
  }

  /// A later form without a total, which must not hide behind an older one that has a total.
  private func unscored(after latest: ScoresPart.Score, _ part: ScoresPart) -> [String] {
    guard let last = part.scores.last, last.total == nil else { return [] }
    return [
      "A later form, \(DateText.day(last.day)), has no total: too many questions were skipped."
    ]
  }

  private func remission(_ part: ScoresPart) -> [String] {
    guard let meets = part.isInRemission else { return [] }
    return ["It \(meets ? "meets" : "does not meet") the published remission rule."]
  }

  /// What the picture shows, for whoever does not see it.
  func picture(_ part: ScoresPart) -> String {
    let totals = part.scores.compactMap { score in score.total.map { (score.day, $0) } }
    guard let first = totals.first, let last = totals.last else { return "No totals." }
    let values = totals.map(\.1)
    guard totals.count > 1 else {
      return "1 total, \(NumberText.short(first.1)) on \(DateText.day(first.0))."
    }
    let ends = [values.min(), values.max()].compactMap { $0 }.map(NumberText.short)
    return "\(CountText.of(totals.count, "total")), from \(NumberText.short(first.1)) on "
      + "\(DateText.day(first.0)) to \(NumberText.short(last.1)) on \(DateText.day(last.0)), "
      + "all between \(ends.joined(separator: " and "))."
  }

  func scoresSureness(_ part: ScoresPart) -> [String] {
    guard !isPatient else {
      return [
        "A total moves by some points without anything having changed. Several totals together "
          + "say more than one. A score shows how you answered, not who you are."
      ]
    }
    guard let change = part.instrument.reliableChange else {
      return ["No figure for measurement error is published here for this instrument."]
    }
    return [
      "Standard error of measurement \(NumberText.fixed(change.standardErrorOfMeasurement, places: 1)) "
        + "points (SD \(NumberText.short(change.standardDeviation)), reliability "
        + "\(NumberText.short(change.reliability)), \(kind(change.kind)))."
    ] + limits(change.kind) + site(change)
  }

  private func kind(_ kind: ReliableChange.Kind) -> String {
    switch kind {
    case .testRetest: "from test and retest"
    case .internalConsistency: "from the items of one form"
    case .interRater: "from two raters"
    case .unstated: "of a kind that its source does not name"
    }
  }

  /// What a reliability leaves out that is not from test and retest.
  private func limits(_ kind: ReliableChange.Kind) -> [String] {
    if kind == .testRetest { return [] }
    if kind == .unstated { return ["So it is not known what the limit leaves out."] }
    return ["That leaves out the scatter from day to day, so the limit is lenient."]
  }

  /// Who set a limit that is not the one that ships, and why.
  private func site(_ change: ReliableChange) -> [String] {
    guard case .site(let reason) = change.origin else { return [] }
    return [
      "The reliable change of \(NumberText.short(change.points)) points was set here "
        + "(\(reason)); \(NumberText.short(change.shippedPoints)) points ship."
    ]
  }
}
