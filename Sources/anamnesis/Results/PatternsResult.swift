import Inference
import JSON

/// What `anamnesis patterns` prints.
struct PatternsResult: AnalysisResult {
  let outcome: String
  let diary: DailyTable
  let patterns: Patterns

  static let caution = "A pattern says what goes along with what, not what causes what."

  private var effects: [Double] { [0.3, 0.4, 0.5] }

  var json: JSONValue {
    .object([
      "outcome": .string(outcome),
      "provenance": patterns.provenance.json(diary.moment),
      "lags": .array(patterns.settings.lags.map { .number($0) }),
      "predictors": .array(patterns.predictors.map(json)),
      "candidates": .array(patterns.candidates.map(json)),
      "shown": .number(patterns.shown.count),
      "falseSignRate": .number(patterns.settings.falseSignRate) ?? .null,
      "daysNeeded": .array(effects.map(needed)),
      "caution": .string(Self.caution),
    ])
  }

  private func needed(_ effect: Double) -> JSONValue {
    .object([
      "effect": .number(effect) ?? .null, "days": .number(patterns.need.days(forEffect: effect)),
    ])
  }

  private func json(_ predictor: Patterns.Predictor) -> JSONValue {
    .object([
      "name": .string(predictor.name),
      "knownShare": .number(predictor.knownShare) ?? .null,
      "explainedBySlowCourse": predictor.explainedShare.flatMap { .number($0) } ?? .null,
      "standardDeviation": predictor.deviation.flatMap { .number($0) } ?? .null,
      "refusal": predictor.refusal.map { .string($0.description) } ?? .null,
    ])
  }

  private func json(_ candidate: Patterns.Candidate) -> JSONValue {
    .object([
      "members": .array(
        candidate.members.map {
          .object([
            "predictor": .string($0.predictor), "lag": .number($0.lag),
            "turned": .bool($0.isTurned),
          ])
        }),
      "effect": .number(candidate.effect) ?? .null,
      "interval90": .array([
        .number(candidate.interval.lowerBound) ?? .null,
        .number(candidate.interval.upperBound) ?? .null,
      ]),
      "falseSignRate": .number(candidate.falseSignRate) ?? .null,
      "standsOut": .bool(candidate.isChosen),
      "gates": .array(candidate.gates.map(json)),
      "shown": .bool(candidate.isShown),
      "multiverse": candidate.multiverse.map(\.json) ?? .null,
    ])
  }

  private func json(_ gate: PatternGate) -> JSONValue {
    var object = JSONObject()
    switch gate {
    case .foretells(let gain, let error):
      object["gate"] = .string("foretells")
      object["gain"] = .number(gain) ?? .null
      object["standardError"] = .number(error) ?? .null
    case .comesBefore(let z, let dayAfter):
      object["gate"] = .string("comesBefore")
      object["z"] = .number(z) ?? .null
      object["zDayAfter"] = .number(dayAfter) ?? .null
    case .isTiedToDays(let share, let shifts, _):
      object["gate"] = .string("isTiedToDays")
      object["share"] = .number(share) ?? .null
      object["shifts"] = .number(shifts)
    }
    object["passed"] = .bool(gate.isPassed)
    return .object(object)
  }

  var lines: [String] {
    let provenance = patterns.provenance
    let questions = patterns.candidates.reduce(0) { $0 + $1.members.count }
    var lines = [
      "\(outcome): \(counted(provenance.readings, "day")) with an answer from "
        + "\(diary.moment(provenance.span.lowerBound).text) to "
        + "\(diary.moment(provenance.span.upperBound).text), "
        + "\((100 * provenance.missingShare).digits(0)) % missed (pipeline \(provenance.pipeline))"
    ]
    lines += patterns.predictors.compactMap(predictorLine)
    lines.append("")
    if patterns.shown.isEmpty {
      lines.append("No pattern: none of \(counted(questions, "question")) has an answer so far.")
    }
    lines += patterns.shown.flatMap(shownLines)
    return lines + [""] + tableLines + [""] + needLines + [Self.caution]
  }

  private func predictorLine(_ predictor: Patterns.Predictor) -> String? {
    if let refusal = predictor.refusal { return "left out: \(refusal)" }
    guard let share = predictor.explainedShare, share > 0.5 else { return nil }
    return "\(predictor.name): \((100 * share).digits(0)) % is its own slow course and weekdays, "
      + "which no pattern here can speak of"
  }

  private func name(_ members: [Patterns.Member]) -> String {
    members.map { member in
      (member.isTurned ? "less " : "") + member.predictor + " "
        + (member.lag == 0 ? "the night before" : "\(counted(member.lag, "day")) before")
    }.joined(separator: " / ")
  }

  private func shownLines(_ candidate: Patterns.Candidate) -> [String] {
    let direction = candidate.effect > 0 ? "higher" : "lower"
    var lines = [
      "\(name(candidate.members)): \(outcome) is \(abs(candidate.effect).digits(2)) \(direction) per "
        + "standard deviation (90 % interval \(candidate.interval.lowerBound.digits(2)) to "
        + "\(candidate.interval.upperBound.digits(2))).",
      "  how sure: the direction is wrong with probability "
        + "\(max(candidate.falseSignRate, 0.001).digits(3)) or less",
    ]
    if candidate.members.count > 1 {
      lines.append("  these rise and fall together and cannot be told apart")
    }
    if let multiverse = candidate.multiverse {
      lines.append(
        "  holds in \(multiverse.holding) of \(multiverse.verdicts.count) ways of analysing")
    }
    return lines
  }

  private var tableLines: [String] {
    var table = TextTable("question", "effect", "5 %", "95 %", "wrong sign", "verdict")
    for candidate in patterns.candidates {
      table.add(
        name(candidate.members), candidate.effect.digits(3),
        candidate.interval.lowerBound.digits(3), candidate.interval.upperBound.digits(3),
        candidate.falseSignRate.digits(3), verdict(candidate))
    }
    return table.lines
  }

  private func verdict(_ candidate: Patterns.Candidate) -> String {
    guard candidate.isChosen else { return "-" }
    let failed = candidate.gates.filter { !$0.isPassed }.map { gate in
      switch gate {
      case .foretells: "does not foretell"
      case .comesBefore: "does not come first"
      case .isTiedToDays: "as strong when shifted"
      }
    }
    return failed.isEmpty ? "shown" : failed.joined(separator: ", ")
  }

  private var needLines: [String] {
    let days = effects.map { "\($0.digits(1)): \(patterns.need.days(forEffect: $0))" }
    return [
      "days it takes in four of five people, by size of effect in standard deviations: "
        + days.joined(separator: ", ") + " (so far \(patterns.need.days))"
    ]
  }
}

extension Provenance {
  /// The inputs in JSON, times as the file writes them.
  func json(_ moment: (Double) -> Moment) -> JSONValue {
    .object([
      "pipeline": .string(pipeline),
      "readings": .number(readings),
      "from": moment(span.lowerBound).json,
      "to": moment(span.upperBound).json,
      "missingShare": .number(missingShare) ?? .null,
    ])
  }
}

extension Multiverse {
  /// The verdicts in JSON.
  var json: JSONValue {
    .object([
      "holds": .number(holding),
      "of": .number(verdicts.count),
      "specifications": .array(
        verdicts.map {
          .object([
            "name": .string($0.specification.rawValue),
            "estimate": .number($0.estimate) ?? .null,
            "standardError": .number($0.standardError) ?? .null,
            "holds": .bool($0.holds),
          ])
        }),
    ])
  }
}
