import Care
import Charts
import Inference
import PatientRecord

/// A candidate pattern in the units of daily life.
///
/// The search speaks of standard deviations of a predictor's day-to-day deviations; people think in
/// hours and points. For one predictor at one lag the amounts are per ``PredictorText/Step``; for
/// several that could not be told apart they are for a usual deviation of all of them at once.
struct PatternText {
  struct Member {
    let text: PredictorText
    let lag: Int
    /// Whether it counts the other way round from the first.
    let isTurned: Bool
  }

  let members: [Member]
  /// Change of the outcome per step, or per usual deviation of all members.
  let difference: Double
  let interval: ClosedRange<Double>
  /// The step; `nil` for several members.
  let step: PredictorText.Step?

  init(_ candidate: Patterns.Candidate, of part: PatternsPart, in patterns: Patterns) {
    members = candidate.members.map { member in
      Member(
        text: PredictorText(member.predictor, of: part, in: patterns), lag: member.lag,
        isTurned: member.isTurned)
    }
    let only = members.count == 1 ? members.first : nil
    step = only.flatMap { $0.text.deviation.map { $0 > 0 } == true ? $0.text.step : nil }
    let factor = step.flatMap { step in only?.text.deviation.map { step.amount / $0 } } ?? 1
    difference = candidate.effect * factor
    interval = candidate.interval.lowerBound * factor...candidate.interval.upperBound * factor
  }

  /// The size of the difference without its sign.
  var size: ClosedRange<Double> {
    guard interval.lowerBound > 0 || interval.upperBound < 0 else {
      return 0...max(abs(interval.lowerBound), abs(interval.upperBound))
    }
    let ends = [abs(interval.lowerBound), abs(interval.upperBound)].sorted()
    return ends[0]...ends[1]
  }

  /// What was unusual on the days that the pattern is about.
  func occasion(than usual: String) -> String {
    CountText.list(
      members.map { $0.text.clause(isMore: !$0.isTurned, than: usual, lag: $0.lag) })
  }
}

extension PredictorText {
  /// A predictor by the name under which the search knows it.
  init(_ name: String, of part: PatternsPart, in patterns: Patterns) {
    self.init(
      kind: part.predictors.first { $0.name == name } ?? .rating(.init(rawValue: name)),
      deviation: patterns.predictors.first { $0.name == name }?.deviation)
  }
}
