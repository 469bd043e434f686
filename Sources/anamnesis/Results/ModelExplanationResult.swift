import JSON
import Knowledge
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

  private func json(_ data: SimulatedTreatment) -> JSONValue {
    var object = JSONObject()
    object["treatment"] = .string(data.id)
    object["name"] = .string(data.name)
    object["certainty"] = .string(data.evidence.certainty.rawValue)
    object["sources"] = .array(data.evidence.sources.map { .string($0.id.rawValue) })
    object["note"] = data.evidence.note.map { .string($0) } ?? .null
    for (name, value, _) in numbers(of: data) {
      object[name] = .number(value) ?? .null
    }
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

  private func lines(_ data: SimulatedTreatment) -> [String] {
    ["", "Treatment \(data.id): \(data.name) (for the model only)"]
      + numbers(of: data).map { "  \($0.2): \($0.1.short)" }
      + ["  certainty: \(data.evidence.certainty.rawValue)"]
      + ["  sources: \(data.evidence.sources.map(\.id.rawValue).joined(separator: ", "))"]
      + (data.evidence.note.map { ["  \($0)"] } ?? [])
      + [
        "  fitted to groups in trials, not to a person: it says nothing of what anybody should take"
      ]
  }

  /// The numbers of a treatment that do something: name, value and words.
  private func numbers(of data: SimulatedTreatment) -> [(String, Double, String)] {
    let all = [
      (
        "windowAmplitude", data.window?.amplitude ?? 0,
        "how far one session opens the window, 0 to 1"
      ), ("windowDays", data.window?.days ?? 0, "days until a third of the window is left"),
      ("acuteLift", data.lift, "acute lift of one session (J)"),
      (
        "retrievalLoss", data.retrievalLoss?.amplitude ?? 0,
        "share of retrieval that one session takes away"
      ),
      (
        "retrievalLossDays", data.retrievalLoss?.days ?? 0,
        "days until a third of that loss is left"
      ), ("occupancy", data.occupancy, "occupancy of the transporter while it is taken"),
      ("practice", data.practice, "units of practice of one session"),
      ("aimed", data.aimed, "share of the practice aimed at negative memories"),
    ]
    return all.filter { $0.1 != 0 }
  }
}
