import Care
import Charts
import Inference

/// The numbers behind an effect, for whoever studies the method.
extension Wording {
  func effectFacts(_ effect: EffectsPart.Effect, of part: EffectsPart) -> [Section.Fact] {
    guard let analysis = effect.analysis.value else { return [] }
    let number = { (value: Double) in NumberText.fixed(value, places: 3) }
    let found = analysis.effect
    var facts: [Section.Fact] = [
      .init(
        name: "Estimate (SE), points",
        value: "\(number(found.estimate)) "
          + "(\(number(found.standardError)))"),
      .init(
        name: "95 % interval",
        value: "\(number(found.interval.lowerBound)) to \(number(found.interval.upperBound))"),
      .init(name: "Probability of this sign", value: ShareText.about(found.probabilityOfSign)),
      .init(
        name: "Log-likelihood", value: number(found.logLikelihood),
        note: found.isReweighed
          ? "The nodes of the trajectory's posterior weighed anew." : "A fit of its own."),
    ]
    if let mean = effect.meanDifference {
      facts.append(
        .init(
          name: "Mean difference over the answers since",
          value: "\(number(mean.mean)) (95 % interval \(number(mean.outer.lowerBound)) to "
            + "\(number(mean.outer.upperBound)))",
          note: "From the whole series, joint covariance included."))
    }
    return facts + placeboFacts(analysis, part) + effect.fading.map(fact)
  }

  private func fact(_ fading: EffectsPart.Effect.Fading) -> Section.Fact {
    let number = { (value: Double) in NumberText.fixed(value, places: 3) }
    return Section.Fact(
      name: "Time constant \(CountText.of(Int(fading.days), "day"))",
      value: "weight \(number(fading.weight))",
      note: "Right after a session \(number(fading.difference.mean)) (95 % interval "
        + "\(number(fading.difference.outer.lowerBound)) to "
        + "\(number(fading.difference.outer.upperBound))).")
  }

  private func placeboFacts(
    _ analysis: InterventionAnalysis, _ part: EffectsPart
  ) -> [Section.Fact] {
    let number = { (value: Double) in NumberText.fixed(value, places: 2) }
    guard case .success(let dates) = analysis.placebo else {
      guard case .failure(let reason) = analysis.placebo else { return [] }
      return [.init(name: "Other dates", value: "not tried", note: "\(reason)", isFlagged: true)]
    }
    let day = { (candidate: PlaceboDates.Candidate) in DateText.day(part.day(candidate.time)) }
    return [
      .init(
        name: "Rank of this date by |z|",
        value: "\(CountText.grouped(dates.rank)) of \(CountText.grouped(dates.candidates.count))",
        note: "z here \(number(dates.proposed.z)); largest \(number(dates.strongest.z)) on "
          + "\(day(dates.strongest))."),
      .init(
        name: "Likeliest date", value: day(dates.likeliest),
        note: "Comparable log-likelihood \(number(dates.likeliest.comparableLogLikelihood)); here "
          + "\(number(dates.proposed.comparableLogLikelihood)); without a change "
          + "\(number(dates.comparableLogLikelihoodWithout))."),
    ]
  }

  var specificationHeadings: [String] { ["Specification", "Estimate", "Standard error", "Holds"] }

  func specificationRow(_ verdict: Multiverse.Verdict) -> [String] {
    let number = { (value: Double) in NumberText.fixed(value, places: 3) }
    return [
      name(of: verdict.specification), number(verdict.estimate), number(verdict.standardError),
      verdict.holds ? "yes" : "no",
    ]
  }

  private func name(of specification: Specification) -> String {
    switch specification {
    case .main: "As shown"
    case .withoutAffect: "Without carry-over from day to day"
    case .withoutWeekday: "Weekdays taken as alike"
    case .missedDays: "Days after a missed day may differ"
    case .withoutOutliers: "Without answers that stand out"
    case .withoutFirstFortnight: "Without the first fortnight"
    }
  }
}
