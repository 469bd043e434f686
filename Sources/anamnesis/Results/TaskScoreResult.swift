import JSON
import MemoryScience

/// What `anamnesis task score` prints.
struct TaskScoreResult: AnalysisResult {
  let report: TaskReport

  var json: JSONValue {
    let sitting = report.sitting
    return .object([
      "task": .string(sitting.design.task.rawValue), "form": .number(sitting.design.form),
      "seed": .number(sitting.design.seed), "session": .number(sitting.session),
      "isInterrupted": .bool(sitting.isInterrupted), "trials": trials,
      "scores": .array(report.scores.map(json)),
      "cautions": .array(report.cautions.map { .string($0) }),
    ])
  }

  private var trials: JSONValue {
    let trials = report.trials
    return .object([
      "run": .number(trials.run), "usable": .number(trials.usable),
      "anticipations": .number(trials.anticipations), "tooSlow": .number(trials.tooSlow),
      "flagged": .number(trials.flagged), "unanswered": .number(trials.unanswered),
    ])
  }

  private func json(_ score: TaskScore) -> JSONValue {
    var missing = JSONValue.null
    if case .missing(let reason) = score.value { missing = .string(reason) }
    return .object([
      "name": .string(score.name), "value": score.number.flatMap { .number($0) } ?? .null,
      "standardError": score.standardError.flatMap { .number($0) } ?? .null,
      "missing": missing, "unit": .string(score.unit.rawValue),
      "outOf": score.outOf.map { .number($0) } ?? .null, "isTimed": .bool(score.isTimed),
      "reliability": .object([
        "basis": .string(score.reliability.basis.rawValue),
        "lowest": score.reliability.coefficient.flatMap { .number($0.lowerBound) } ?? .null,
        "highest": score.reliability.coefficient.flatMap { .number($0.upperBound) } ?? .null,
        "note": .string(score.reliability.note),
      ]),
    ])
  }

  var lines: [String] {
    let sitting = report.sitting
    let trials = report.trials
    var table = TextTable("score", "value", "standard error", "unit")
    for score in report.scores {
      guard let number = score.number else { continue }
      table.add(
        score.name, number.short + (score.outOf.map { " of \($0)" } ?? ""),
        score.standardError?.short ?? "-", score.unit.rawValue)
    }
    let missing = report.scores.compactMap { score -> String? in
      guard case .missing(let reason) = score.value else { return nil }
      return "  \(score.name): \(reason)"
    }
    return [
      "\(sitting.design.task.rawValue), form \(sitting.design.form), sitting \(sitting.session):"
        + " \(trials.usable) of \(counted(trials.run, "trial")) usable", "",
    ] + table.lines + section("Missing", missing)
      + section("To be read with the scores", report.cautions.map { "  \($0)" })
      + section("Reliability", reliabilities)
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines
  }

  /// Each statement once, with the scores it holds for.
  private var reliabilities: [String] {
    var notes: [String] = []
    for score in report.scores where !notes.contains(score.reliability.note) {
      notes.append(score.reliability.note)
    }
    return notes.map { note in
      let names = report.scores.filter { $0.reliability.note == note }.map(\.name)
      return "  \(names.joined(separator: ", ")): \(note)"
    }
  }
}
