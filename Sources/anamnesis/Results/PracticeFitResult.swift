import JSON
import MemoryScience

/// What `anamnesis practice optimise` prints.
struct PracticeFitResult: AnalysisResult {
  /// How fitted weights did on a part of the log that they were not fitted to, or why it is not known.
  struct Check {
    let split: PracticeValidation.Split
    let result: Result<PracticeValidation, MemoryScienceError>

    /// The split in words.
    var name: String {
      switch split {
      case .cards: "other memories"
      case .time: "later reviews"
      }
    }
  }

  private let log: PracticeLog
  private let fit: PracticeFit
  private let checks: [Check]
  private let before: PracticePredictions
  private let after: PracticePredictions

  init(log: PracticeLog, optimiser: PracticeOptimiser, fit: PracticeFit, checks: [Check]) {
    self.log = log
    self.fit = fit
    self.checks = checks
    before = PracticePredictions(
      log, model: MemoryModel(weights: fit.start, convention: optimiser.convention))
    after = PracticePredictions(
      log, model: MemoryModel(weights: fit.weights, convention: optimiser.convention))
  }

  /// Whether fitted weights are clearly better in every check.
  private var isWorthUsing: Bool {
    checks.allSatisfy { (try? $0.result.get())?.isGainClear == true }
  }

  var json: JSONValue {
    .object([
      "reviews": .number(log.count),
      "memories": .number(log.cards.count),
      "predictions": .number(fit.predictions),
      "weights": .array(fit.weights.values.map { .number($0) ?? .null }),
      "standardErrors": .array((fit.standardErrors ?? []).map { .number($0) ?? .null }),
      "start": .array(fit.start.values.map { .number($0) ?? .null }),
      "logLoss": .object([
        "start": number(before.logLoss()), "fitted": number(after.logLoss()),
        "constant": number(after.constantLogLoss),
      ]),
      "binnedError": .object([
        "start": number(before.binnedError()), "fitted": number(after.binnedError()),
      ]),
      "checks": .array(checks.map(json)),
      "useFitted": .bool(isWorthUsing),
      "evaluations": .number(fit.evaluations),
      "converged": .bool(fit.isConverged),
    ])
  }

  private func number(_ value: Double?) -> JSONValue { value.flatMap { .number($0) } ?? .null }

  private func json(_ check: Check) -> JSONValue {
    var object = JSONObject()
    object["of"] = .string(check.name)
    switch check.result {
    case .failure(let error): object["refused"] = .string("\(error)")
    case .success(let found):
      object["predictions"] = .number(found.predictions)
      object["logLossStart"] = number(found.startLogLoss)
      object["logLossFitted"] = number(found.logLoss)
      object["gain"] = number(found.gain)
      object["gainStandardError"] = number(found.gainStandardError)
      object["binnedErrorStart"] = number(found.startBinnedError)
      object["binnedErrorFitted"] = number(found.binnedError)
    }
    return .object(object)
  }

  var lines: [String] {
    var lines = [
      "\(counted(log.count, "review")) of \(counted(log.cards.count, "memory", "memories")), "
        + "\(fit.predictions) of them foretold (a day or more after the one before)",
      "",
    ]
    lines += scoreLines + checkLines + [""] + weightLines
    if !fit.isConverged {
      lines.append("the search ran out of evaluations: a better fit may exist")
    }
    return lines + [""] + advice
  }

  private var scoreLines: [String] {
    var table = TextTable("on the reviews fitted to", "start", "fitted", "constant")
    table.add(
      "log loss", text(before.logLoss()), text(after.logLoss()), text(after.constantLogLoss))
    table.add("binned error", text(before.binnedError()), text(after.binnedError()), "")
    return table.lines + [""]
  }

  private func text(_ value: Double?) -> String { value?.digits(5) ?? "" }

  private var checkLines: [String] {
    var table = TextTable(
      "log loss on reviews not fitted to", "foretold", "start", "fitted", "gain", "standard error")
    var refusals: [String] = []
    for check in checks {
      switch check.result {
      case .success(let found):
        table.add(
          check.name, "\(found.predictions)", found.startLogLoss.digits(5), found.logLoss.digits(5),
          found.gain.digits(5), found.gainStandardError.digits(5))
      case .failure(let error): refusals.append("\(check.name): \(error)")
      }
    }
    return (refusals.count < checks.count ? table.lines : []) + refusals
  }

  private var weightLines: [String] {
    var table = TextTable("weight", "start", "fitted", "standard error")
    for (index, value) in fit.weights.values.enumerated() {
      table.add(
        "w\(index)", fit.start.values[index].short, value.short,
        fit.standardErrors?[index].short ?? "")
    }
    return table.lines
  }

  private var advice: [String] {
    isWorthUsing
      ? ["The fitted weights foretell better what they were not fitted to: use them."]
      : [
        "The fitted weights are not clearly better at what they were not fitted to: keep the start."
      ]
  }
}
