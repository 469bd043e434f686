import Care
import Charts
import Inference
import Time

/// All questions with their answers, for whoever studies the method.
extension Wording {
  func patternFacts(_ patterns: Patterns, _ part: PatternsPart) -> [Section.Fact] {
    let number = { (value: Double) in NumberText.fixed(value, places: 2) }
    let origin = part.origin
    let span =
      origin.advanced(
        by: Int(patterns.provenance.span.lowerBound))...origin.advanced(
        by: Int(patterns.provenance.span.upperBound))
    let start: [Section.Fact] = [
      .init(name: "Pipeline", value: patterns.provenance.pipeline),
      .init(name: "Readings", value: CountText.grouped(patterns.provenance.readings)),
      .init(name: "From first to last", value: DateText.range(span)),
      .init(name: "Share of days missing", value: number(patterns.provenance.missingShare)),
      .init(
        name: "Unexplained share of variance", value: number(patterns.need.unexplainedShare),
        note: "Missing days included, so that it can pass 1."),
      .init(
        name: "Days it takes", value: needed(patterns),
        note: "for 0.3, 0.4 and 0.5 SD of the outcome per SD of the predictor, shown to four of "
          + "five people"),
    ]
    return start + patterns.predictors.map { fact($0, part, patterns) }
  }

  private func needed(_ patterns: Patterns) -> String {
    [0.3, 0.4, 0.5].map { CountText.grouped(patterns.need.days(forEffect: $0)) }
      .joined(separator: " · ")
  }

  private func fact(
    _ predictor: Patterns.Predictor, _ part: PatternsPart, _ patterns: Patterns
  ) -> Section.Fact {
    let number = { (value: Double) in NumberText.fixed(value, places: 2) }
    let known = "known on \(ShareText.about(predictor.knownShare)) of the days"
    let rest =
      predictor.deviation.map { "SD of deviations \(number($0))" } ?? "left out"
    let slow = predictor.explainedShare.map { "slow course and weekdays explain \(number($0))" }
    let name = PredictorText(predictor.name, of: part, in: patterns).name
    return Section.Fact(
      name: "Predictor: \(name)", value: "\(known) · \(rest)",
      note: predictor.refusal.map { "\($0)" } ?? slow, isFlagged: predictor.refusal != nil)
  }

  func candidateHeadings(_ part: PatternsPart) -> [String] {
    [
      "Question", "Points per SD", "90 % interval", "False sign rate", "Stands out",
      "Foretells: gain (SE)", "Comes before: z, day after", "Tied to its days", "Holds in", "Shown",
    ]
  }

  func candidateRow(
    _ candidate: Patterns.Candidate, _ part: PatternsPart, _ patterns: Patterns
  ) -> [String] {
    let number = { (value: Double) in NumberText.fixed(value, places: 3) }
    return [
      question(candidate, part, patterns), number(candidate.effect),
      "\(number(candidate.interval.lowerBound)) to \(number(candidate.interval.upperBound))",
      candidate.falseSignRate < 0.001 ? "<0.001" : number(candidate.falseSignRate),
      candidate.isChosen ? "yes" : "no",
    ] + gateCells(candidate.gates) + [
      candidate.multiverse.map { "\($0.holding) of \($0.verdicts.count)" } ?? "–",
      candidate.isShown ? "yes" : "no",
    ]
  }

  private func question(
    _ candidate: Patterns.Candidate, _ part: PatternsPart, _ patterns: Patterns
  ) -> String {
    candidate.members.map { member in
      let name = PredictorText(member.predictor, of: part, in: patterns).name
      return "\(member.isTurned ? "less " : "")\(name), lag \(member.lag)"
    }.joined(separator: "; with ")
  }

  private func gateCells(_ gates: [PatternGate]) -> [String] {
    var cells = ["–", "–", "–"]
    for gate in gates {
      let passed = gate.isPassed ? "passed" : "failed"
      let number = { (value: Double) in NumberText.fixed(value, places: 2) }
      switch gate {
      case .foretells(let gain, let error):
        cells[0] = "\(passed): \(number(gain)) (\(number(error)))"
      case .comesBefore(let z, let dayAfter):
        cells[1] = "\(passed): \(number(z)), \(number(dayAfter))"
      case .isTiedToDays(let share, let shifts, let level):
        cells[2] =
          "\(passed): \(NumberText.fixed(share, places: 3)) of \(shifts) shifts, "
          + "at most \(number(level))"
      }
    }
    return cells
  }
}
