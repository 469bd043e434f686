import Care
import Charts
import Inference
import PatientRecord

/// What went together, in the words of the person and in those of the care team.
extension Wording {
  var patternsIntroduction: String {
    "Few questions, fixed beforehand. Slow drift, weekdays and carry-over from day to day are taken "
      + "out first, and nothing is shown that does not pass every check. A pattern says what goes "
      + "along with what in this person. It does not say that one causes the other."
  }

  func patternsSummary(_ part: PatternsPart) -> [String] {
    switch part.result {
    case .notYet(let reason):
      [isPatient ? ownWait(reason) : missing(reason)]
    case .found(let patterns) where patterns.shown.isEmpty:
      nothingStoodOut(part, patterns)
    case .found(let patterns):
      patterns.shown.flatMap { sentences(PatternText($0, of: part, in: patterns), part) }
        + readings(part)
    }
  }

  /// A shown pattern in one or two sentences.
  private func sentences(_ text: PatternText, _ part: PatternsPart) -> [String] {
    let rose = text.difference > 0
    let usual = isPatient ? "usual for you" : "usual"
    let amount = points(abs(text.difference), part.scale)
    let what =
      "When \(text.occasion(than: usual)), “\(ItemText.name(part.item))” was "
      + (rose ? "higher" : "lower")
    guard let step = text.step else {
      return ["\(what)."] + together(text, amount) + interval(text, part)
    }
    return ["\(what): about \(amount) points for each \(step.words)."] + interval(text, part)
  }

  /// Of several that could not be told apart: how much, and that they could not.
  private func together(_ text: PatternText, _ amount: String) -> [String] {
    guard text.members.count > 1 else { return ["The difference was about \(amount) points."] }
    let turned = text.members.contains(where: \.isTurned) ? ", one up as the other went down" : ""
    return [
      "The difference was about \(amount) points when all were as far from usual as on a typical "
        + "day. They mostly went together\(turned), so they cannot be told apart."
    ]
  }

  private func interval(_ text: PatternText, _ part: PatternsPart) -> [String] {
    guard !isPatient else { return [] }
    let ends = [text.interval.lowerBound, text.interval.upperBound]
      .map { signed($0, part.scale) }
    return ["90 % interval \(ends[0]) to \(ends[1]) points."]
  }

  /// Which end of the scale is the better one, once, for the person.
  private func readings(_ part: PatternsPart) -> [String] {
    guard isPatient else { return [] }
    return switch part.scale.direction {
    case .higherIsBetter: ["In “\(ItemText.name(part.item))” higher is better."]
    case .higherIsWorse: ["In “\(ItemText.name(part.item))” lower is better."]
    case .neutral: []
    }
  }

  /// A size in points, with two more decimals where it would else be nothing.
  func points(_ value: Double, _ scale: RatingScale) -> String {
    let places = ScaleText(scale: scale).places
    let isTiny = abs(value) < 0.5 / [1, 10, 100][min(places, 2)]
    return NumberText.fixed(value, places: isTiny ? places + 2 : places)
  }

  func signed(_ value: Double, _ scale: RatingScale) -> String {
    let places = ScaleText(scale: scale).places + 1
    let text = NumberText.fixed(value, places: places)
    return value > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
  }

  private func ownWait(_ reason: NotYet) -> String {
    guard let observed = reason.observed, let needed = reason.needed, needed > observed else {
      return "This cannot be worked out from the answers so far."
    }
    return "Not enough days yet: \(CountText.of(observed, "day")) so far, about "
      + "\(CountText.grouped(needed)) are needed, so \(CountText.grouped(needed - observed)) more. "
      + "There is no hurry."
  }

  private func nothingStoodOut(_ part: PatternsPart, _ patterns: Patterns) -> [String] {
    let days = CountText.of(patterns.provenance.readings, "day")
    guard isPatient else {
      let chosen = patterns.candidates.count(where: \.isChosen)
      let questions = CountText.of(patterns.candidates.count, "question")
      let late =
        chosen > 0
        ? [
          "\(CountText.of(chosen, "question")) stood out at first and did not pass the checks, so "
            + "nothing is shown."
        ] : []
      return ["Nothing stood out among \(questions) in \(days) with an answer."] + late
    }
    return [
      "Nothing stood out in \(days). That is common. It does not mean that "
        + "\(CountText.list(part.predictors.map { PredictorText(kind: $0, deviation: nil).name })) "
        + "\(part.predictors.count == 1 ? "does" : "do") not matter to you: these days just do not "
        + "show it clearly."
    ]
  }

  func patternsSureness(_ part: PatternsPart) -> [String] {
    guard let patterns = part.result.value else { return [] }
    let shown = patterns.shown
    guard !shown.isEmpty else { return isPatient ? [] : needs(patterns) }
    let each = shown.flatMap { candidate in
      isPatient
        ? ownSureness(candidate, part, patterns, isOnly: shown.count == 1)
        : teamSureness(candidate, part, patterns)
    }
    let plain =
      "This went together; it does not say that one causes the other. Something else may stand "
      + "behind both."
    return each + [plain] + (isPatient ? [] : needs(patterns))
  }

  private func ownSureness(
    _ candidate: Patterns.Candidate, _ part: PatternsPart, _ patterns: Patterns, isOnly: Bool
  ) -> [String] {
    let text = PatternText(candidate, of: part, in: patterns)
    let per = text.step.map { " for each \($0.words)" } ?? ""
    let which = isOnly ? "" : "\(names(text)): "
    let ends = [text.size.lowerBound, text.size.upperBound].map { points($0, part.scale) }
    let span = ends[0] == ends[1] ? "bout \(ends[0])" : "nything from \(ends[0]) to \(ends[1])"
    let range = "\(which)\(isOnly ? "A" : "a")\(span) points\(per) fits your answers well."
    let ways = candidate.multiverse.map {
      "Counted in \(CountText.of($0.verdicts.count, "way")), it showed in \($0.holding)."
    }
    return [range] + [ways].compactMap(\.self)
  }

  private func teamSureness(
    _ candidate: Patterns.Candidate, _ part: PatternsPart, _ patterns: Patterns
  ) -> [String] {
    let text = PatternText(candidate, of: part, in: patterns)
    let sign = ShareText.about(candidate.falseSignRate)
    let holds =
      candidate.multiverse.map {
        "; holds in \($0.holding) of \(CountText.of($0.verdicts.count, "specification"))"
      } ?? ""
    return ["\(names(text)): probability that the sign is wrong \(sign)\(holds)."]
  }

  private func names(_ text: PatternText) -> String {
    let words = CountText.list(text.members.map { "\($0.text.name) \($0.text.time(lag: $0.lag))" })
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func needs(_ patterns: Patterns) -> [String] {
    let days = [0.3, 0.4, 0.5].map { CountText.grouped(patterns.need.days(forEffect: $0)) }
    return [
      "In data like these a pattern of 0.3, 0.4 or 0.5 standard deviations is shown to four of five "
        + "people after \(days[0]), \(days[1]) or \(days[2]) days; there are "
        + "\(CountText.grouped(patterns.need.days))."
    ]
  }

  // MARK: What was asked

  func patternsUsed(_ part: PatternsPart) -> [String] {
    used(part.basis, noun: "day with an answer", plural: "days with an answer") + asked(part)
  }

  private func asked(_ part: PatternsPart) -> [String] {
    let refused = (part.result.value?.predictors ?? []).filter { $0.refusal != nil }.map(\.name)
    let names = part.predictors.filter { !refused.contains($0.name) }
      .map { PredictorText(kind: $0, deviation: nil).name }
    guard !isPatient else { return ["Looked at: \(CountText.list(names))."] }
    let lags = (part.result.value?.settings ?? PatternSettings()).lags.map { "\($0)" }
    return [
      "Asked about \(CountText.list(names)), \(CountText.list(lags)) days before; 0, the night before, "
        + "is asked of sleep alone, since what happens during a day may follow from how it was."
    ]
  }

  /// What could not be asked about, and what was asked about in part only.
  func patternsList(_ part: PatternsPart) -> [String] {
    guard let patterns = part.result.value else { return [] }
    return patterns.predictors.compactMap { predictor in
      let text = PredictorText(predictor.name, of: part, in: patterns)
      let name = text.name.prefix(1).uppercased() + text.name.dropFirst()
      if let refusal = predictor.refusal { return "\(name): \(leftOut(refusal))." }
      guard !isPatient, let share = predictor.explainedShare, share > 0.5 else { return nil }
      return "\(name): \(ShareText.about(share)) of its variance is its own slow course and "
        + "weekdays, which are left out here."
    }
  }

  /// Why a predictor was left out.
  func leftOut(_ refusal: InferenceError) -> String {
    switch refusal {
    case .mostlyMissing(_, let share):
      isPatient
        ? "not looked at, because too few days have it"
        : "left out, missing on \(ShareText.about(share)) of the days with an answer"
    case .noVariation:
      isPatient
        ? "not looked at, because it hardly changes from day to day"
        : "left out, because it has no day-to-day variation of its own"
    default:
      isPatient ? "not looked at, because its days do not allow it" : "left out: \(refusal)"
    }
  }

  func patternsGlances(_ part: PatternsPart) -> [String] {
    guard let patterns = part.result.value else { return [] }
    return patterns.shown.prefix(1).compactMap { candidate in
      sentences(PatternText(candidate, of: part, in: patterns), part).first.map {
        isPatient ? "\($0) This goes together; it need not be the reason." : $0
      }
    }
  }
}
