import Care
import Charts
import Inference
import PatientRecord
import Time

/// What an item did at changes of treatment, for the care team.
extension Wording {
  var effectsIntroduction: String {
    "How the level differs after a change of treatment, with drift, carry-over and weekdays in the "
      + "model, and the same question asked of every other date. A difference after a change is not "
      + "yet a difference because of it: what else happened, and what would have come anyway, cannot "
      + "be taken out of one person's days."
  }

  /// What changed, as a heading: `sertraline 50 to 100 mg a day, 3 May 2026`.
  func title(of effect: EffectsPart.Effect) -> String {
    switch effect.change {
    case .dose(let substance, let from, let to):
      "\(substance) \(from.map { "\(NumberText.short($0.value)) to " } ?? "")\(amount(to)) a day, "
        + DateText.day(effect.day)
    case .course(let name): "\(name), from \(DateText.day(effect.day))"
    case .sessions(let kind, let days):
      "\(CountText.of(days.count, "session")) of \(session(kind)), from "
        + DateText.day(effect.day)
    }
  }

  /// The same within a sentence: `After the dose of X was changed …`.
  private func opening(_ effect: EffectsPart.Effect) -> String {
    let day = DateText.day(effect.day)
    switch effect.change {
    case .dose(let substance, let from?, let to) where from.value != to.value:
      let verb = from.value < to.value ? "raised" : "lowered"
      return "After the dose of \(substance) was \(verb) from "
        + "\(from.unit == to.unit ? NumberText.short(from.value) : amount(from)) to "
        + "\(amount(to)) a day on \(day)"
    case .dose(let substance, _, let to):
      return "After the dose of \(substance) was set to \(amount(to)) a day on \(day)"
    case .course(let name): return "After “\(name)” began on \(day)"
    case .sessions(let kind, let days):
      let last = days.last.map { " to \(DateText.day($0))" } ?? ""
      return "Right after each of \(CountText.of(days.count, "session")) of \(session(kind)), "
        + "\(day)\(last)"
    }
  }

  private func amount(_ quantity: Quantity) -> String {
    "\(NumberText.short(quantity.value)) \(quantity.unit.rawValue)"
  }

  private func session(_ kind: Session.Kind) -> String {
    switch kind {
    case .tms, .ect: kind.rawValue.uppercased()
    case .tdcs: "tDCS"
    default: ItemText.words(kind.rawValue).lowercased()
    }
  }

  func effectSummary(_ effect: EffectsPart.Effect, of part: EffectsPart) -> [String] {
    switch effect.analysis {
    case .notYet(let reason):
      [
        "\(opening(effect)): nothing can be said of \(ItemText.name(part.item)). "
          + reason.reason
      ]
    case .found(let analysis):
      [difference(analysis.effect, opening(effect), part)] + dating(analysis, part)
        + together(analysis, part)
    }
  }

  private func difference(
    _ effect: InterventionEffect, _ opening: String, _ part: EffectsPart
  ) -> String {
    let name = "“\(ItemText.name(part.item))”"
    let ends = [effect.interval.lowerBound, effect.interval.upperBound]
      .map { signed($0, part.scale) }
    let interval = "95 % interval \(ends[0]) to \(ends[1])"
    guard !effect.interval.contains(0) else {
      return "\(opening), there was no clear difference of \(name): "
        + "\(signed(effect.estimate, part.scale)) points (\(interval), which holds 0)."
    }
    let isUp = effect.estimate > 0
    return "\(opening), \(name) was \(points(abs(effect.estimate), part.scale)) points "
      + "\(isUp ? "higher" : "lower") (\(interval))\(end(isUp, part.scale))."
  }

  private func end(_ isUp: Bool, _ scale: RatingScale) -> String {
    switch scale.direction {
    case .higherIsBetter: isUp ? ", the better direction" : ", the worse direction"
    case .higherIsWorse: isUp ? ", the worse direction" : ", the better direction"
    case .neutral: ""
    }
  }

  // MARK: Other dates

  /// Whether other dates would have fitted as well.
  private func dating(_ analysis: InterventionAnalysis, _ part: EffectsPart) -> [String] {
    guard case .success(let dates) = analysis.placebo else { return [] }
    let others = dates.candidates.count - 1
    let asWell = dates.rank - 1
    let isCommon = asWell * 20 > others
    let count =
      asWell == 0
      ? "None of \(CountText.of(others, "other date")) shows as clear a difference"
      : "\(CountText.grouped(asWell)) of \(CountText.of(others, "other date")) "
        + "\(asWell == 1 ? "shows" : "show") as clear a difference or a clearer one"
    switch dates.dating {
    case .notUnique(let likelier):
      return [
        "\(count). The dates that fit best, \(when(likelier, part)), do not include it: the "
          + "difference cannot be put down to this date."
      ]
    case .within(let range):
      return [
        "\(count)\(isCommon ? ": the difference cannot be put down to this date" : ""). If something "
          + "changed, it did so \(when(range, part))."
      ]
    }
  }

  private func when(_ range: ClosedRange<Double>, _ part: EffectsPart) -> String {
    let first = part.day(range.lowerBound)
    let last = part.day(range.upperBound)
    return first == last
      ? "on \(DateText.day(first))"
      : "between \(DateText.day(first)) and \(DateText.day(last))"
  }

  private func together(_ analysis: InterventionAnalysis, _ part: EffectsPart) -> [String] {
    guard !analysis.concurrent.isEmpty else { return [] }
    let events = analysis.concurrent.prefix(5)
      .map { "\($0.name) (\(DateText.day(part.day($0.time))))" }
    let rest = analysis.concurrent.count - events.count
    let list = CountText.list(events + (rest > 0 ? ["\(rest) more"] : []))
    return ["At about the same time: \(list). By their dates alone these cannot be told apart."]
  }

  // MARK: How sure

  func effectSureness(_ effect: EffectsPart.Effect, of part: EffectsPart) -> [String] {
    guard let analysis = effect.analysis.value else { return [] }
    let sign =
      "Probability that the difference has this sign: "
      + "\(ShareText.about(analysis.effect.probabilityOfSign)). It speaks of the days after the "
      + "change, not of what made them so."
    let holds = effect.multiverse.map {
      "Holds in \($0.holding) of \(CountText.of($0.verdicts.count, "specification"))."
    }
    return [sign] + [holds].compactMap(\.self) + fading(effect)
      + analysis.cautions.compactMap { caution($0) }
  }

  private func fading(_ effect: EffectsPart.Effect) -> [String] {
    guard let longest = effect.fading.max(by: { $0.weight < $1.weight }) else { return [] }
    return [
      "The difference is taken to fade between sessions; a fall to a third in "
        + "\(CountText.of(Int(longest.days), "day")) fits best "
        + "(\(ShareText.about(longest.weight)) of the weight)."
    ]
  }

  /// A reason for doubt that the summary does not name already.
  private func caution(_ caution: InterventionAnalysis.Caution) -> String? {
    switch caution {
    case .includesZero, .notUniquelyDated, .concurrent: nil
    case .undated(let reason): "Other dates could not be tried: \(reason)."
    case .onlyForecast:
      "A forecast from before the change shows a difference that the whole series does not."
    case .onlyWholeSeries:
      "The whole series shows a difference that a forecast from before the change does not."
    case .notConverged: "The search for the model's variances ended early."
    }
  }

  func effectUsed(_ part: EffectsPart) -> [String] {
    let earlier =
      part.earlierCount > 0
      ? [
        "\(CountText.of(part.earlierCount, "other change")) of treatment "
          + "\(part.earlierCount == 1 ? "is" : "are") not asked about here."
      ] : []
    return used(part.basis, noun: "day with an answer", plural: "days with an answer") + earlier
  }

  func effectsGlances(_ part: EffectsPart) -> [String] {
    part.effects.compactMap { effect in
      guard let analysis = effect.analysis.value, !analysis.effect.interval.contains(0) else {
        return nil
      }
      return effectSummary(effect, of: part).prefix(2).joined(separator: " ")
    }
  }

  /// What the picture of all dates shows.
  func picture(of dates: PlaceboDates, _ effect: EffectsPart.Effect, of part: EffectsPart) -> String
  {
    "Each day shows the difference that the same change would have made had it come then, with its "
      + "95 % interval. The mark stands at \(DateText.day(effect.day)), the day it came. The "
      + "clearest difference is at \(DateText.day(part.day(dates.strongest.time)))."
  }
}
