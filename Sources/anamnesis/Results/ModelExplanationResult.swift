import JSON
import Pages
import Simulation

/// What `anamnesis simulate explain` prints.
struct ModelExplanationResult: AnalysisResult {
  private let explanation: ModelExplanation

  init(_ explanation: ModelExplanation) { self.explanation = explanation }

  private static let statuses: [Parameters.Term.Status: String] = [
    .fitted: "F, fitted to published findings about groups", .assumed: "A, assumed",
  ]

  var json: JSONValue {
    .object([
      "about": .string(SimulationReport.invented),
      "equations": .array(explanation.equations.map(json)),
      "terms": .array(explanation.terms.map { json($0.term, $0.value) }),
      "treatments": .array(explanation.treatments.map(json)),
    ])
  }

  private func json(_ equation: ModelEquation) -> JSONValue {
    .object([
      "number": .string(equation.number), "name": .string(equation.name),
      "equation": .string(equation.text), "source": .string(equation.source),
      "caution": equation.caution.isEmpty ? .null : .string(equation.caution),
      "terms": .array(equation.symbols.map { .string($0) }),
    ])
  }

  private func json(_ term: Parameters.Term, _ value: Double) -> JSONValue {
    .object([
      "symbol": .string(term.symbol), "name": .string(term.name),
      "value": .number(value) ?? .null, "unit": .string(term.unit),
      "certainty": .string(term.status.rawValue), "source": .string(term.source),
    ])
  }

  private func json(_ treatment: Treatment) -> JSONValue {
    var object = JSONObject()
    object["treatment"] = .string(treatment.id)
    for (name, value, _) in numbers(of: treatment) { object[name] = .number(value) ?? .null }
    return .object(object)
  }

  var lines: [String] {
    [SimulationReport.invented] + explanation.equations.flatMap(lines)
      + explanation.terms.flatMap { lines($0.term, $0.value) }
      + explanation.treatments.flatMap(lines)
  }

  private func lines(_ equation: ModelEquation) -> [String] {
    ["", "Equation \(equation.number): \(equation.name)", "  \(equation.text)"]
      + (equation.symbols.isEmpty
        ? [] : ["  terms: \(equation.symbols.joined(separator: ", "))"])
      + ["  source: \(equation.source)"]
      + (equation.caution.isEmpty ? [] : ["  beware: \(equation.caution)"])
  }

  private func lines(_ term: Parameters.Term, _ value: Double) -> [String] {
    [
      "", "\(term.symbol): \(term.name)", "  value: \(value.short) (\(term.unit))",
      "  certainty: \(Self.statuses[term.status] ?? term.status.rawValue)",
      "  source: \(term.source)",
    ]
  }

  private func lines(_ treatment: Treatment) -> [String] {
    ["", "Treatment \(treatment.id), for the model only"]
      + numbers(of: treatment).map { "  \($0.2): \($0.1.short)" }
      + [
        "  fitted to groups in trials, not to a person: it says nothing of what anybody should take"
      ]
  }

  /// The numbers of a treatment that do something: name, value and words.
  private func numbers(of treatment: Treatment) -> [(String, Double, String)] {
    let all = [
      (
        "windowAmplitude", treatment.windowAmplitude, "how far one session opens the window, 0 to 1"
      ),
      (
        "windowDays", treatment.windowAmplitude > 0 ? treatment.windowDays : 0,
        "days until a third of the window is left"
      ), ("acuteLift", treatment.acuteLift, "acute lift of one session (J)"),
      ("retrievalLoss", treatment.retrievalLoss, "share of retrieval that one session takes away"),
      (
        "retrievalLossDays", treatment.retrievalLoss > 0 ? treatment.retrievalLossDays : 0,
        "days until a third of that loss is left"
      ), ("occupancy", treatment.occupancy, "occupancy of the transporter while it is taken"),
      ("practice", treatment.practice, "units of practice of one session"),
      ("aimed", treatment.aimed, "share of the practice aimed at negative memories"),
    ]
    return all.filter { $0.1 != 0 }
  }
}
