import JSON
import MemoryScience

/// What `anamnesis memory simulate` prints.
struct ExperimentReport: AnalysisResult {
  let result: ExperimentResult

  /// What the numbers are about, in every form of the result.
  static let scope = "This is what follows from a model (CMR3). It says nothing of any person."

  var json: JSONValue {
    let experiment = result.experiment
    return .object([
      "experiment": .string(experiment.name),
      "hypothesis": .string(experiment.hypothesis),
      "procedure": .string(experiment.procedure),
      "measure": .string(experiment.measure),
      "people": .number(result.people),
      "seed": .string(String(result.seed)),
      "conditions": .array(
        result.conditions.map { condition in
          .object(["name": .string(condition.name), "measure": json(condition.mean)])
        }),
      "expected": .string(experiment.expected.rawValue),
      "effect": json(result.effect),
      "isAsExpected": .bool(result.isAsExpected),
      "control": .string(experiment.control),
      "controlEffect": json(result.controlEffect),
      "isControlEmpty": .bool(result.isControlEmpty),
      "isControlEmptyByConstruction": .bool(experiment.isControlEmptyByConstruction),
      "scope": .string(Self.scope),
    ])
  }

  private func json(_ interval: MeanInterval) -> JSONValue {
    .object([
      "mean": .number(interval.mean) ?? .null,
      "lower": .number(interval.lower) ?? .null,
      "upper": .number(interval.upper) ?? .null,
    ])
  }

  var lines: [String] {
    let experiment = result.experiment
    var table = TextTable("condition", "mean", "95 % interval")
    for condition in result.conditions {
      table.add(
        condition.name, condition.mean.mean.digits(3),
        "\(condition.mean.lower.digits(3)) to \(condition.mean.upper.digits(3))")
    }
    return [
      "\(experiment.title) (\(counted(result.people, "simulated person", "simulated people")))", "",
      "Hypothesis: \(experiment.hypothesis)", "Procedure: \(experiment.procedure)",
      "Measure: \(experiment.measure).", "",
    ] + table.lines + [
      "", "Effect: \(text(result.effect)). \(verdict)",
      "Control: \(experiment.control). Effect there: \(text(result.controlEffect)). \(control)",
      "", Self.scope,
    ]
  }

  private func text(_ interval: MeanInterval) -> String {
    "\(interval.mean.digits(3)) (95 % interval \(interval.lower.digits(3)) to "
      + "\(interval.upper.digits(3)))"
  }

  private var verdict: String {
    let direction = result.experiment.expected.rawValue
    return switch (result.isAsExpected, result.effect.sign) {
    case (true, _): "The measure \(direction), as expected."
    case (false, 0): "The measure was expected to change so that it \(direction); none is shown."
    case (false, _):
      "The measure was expected to change so that it \(direction); it does the opposite."
    }
  }

  private var control: String {
    if result.experiment.isControlEmptyByConstruction {
      return "0 by construction: without emotional context there is no mood."
    }
    return switch (result.isControlEmpty, result.isControlAsExpected) {
    case (true, _): "It vanishes."
    case (false, true): "It does not vanish: the effect has another source too."
    case (false, false): "It does not vanish: it points the other way."
    }
  }
}

/// What `anamnesis memory simulate --list` prints.
struct ExperimentList: AnalysisResult {
  var json: JSONValue {
    .array(
      Experiment.all.map { experiment in
        .object([
          "name": .string(experiment.name), "title": .string(experiment.title),
          "hypothesis": .string(experiment.hypothesis), "procedure": .string(experiment.procedure),
          "measure": .string(experiment.measure), "control": .string(experiment.control),
          "isControlEmptyByConstruction": .bool(experiment.isControlEmptyByConstruction),
          "expected": .string(experiment.expected.rawValue),
        ])
      })
  }

  var lines: [String] {
    let width = Experiment.all.map(\.name.count).max() ?? 0
    return Experiment.all.map { experiment in
      let padding = String(repeating: " ", count: width - experiment.name.count)
      return "\(experiment.name)\(padding)  \(experiment.title)"
    }
  }
}
