import Care
import JSON
import Pages
import PatientRecord
import Time

/// What `anamnesis signals` prints.
struct SignalsResult: AnalysisResult {
  let patient: PatientID
  let today: Day
  let signals: [SafetySignal]
  let showsAll: Bool
  let notice: String

  private var shown: [SafetySignal] { showsAll ? signals : signals.filter(\.isOpen) }
  private var open: Int { signals.count(where: \.isOpen) }

  var json: JSONValue {
    .object([
      "notice": .string(notice), "patient": .string(patient.rawValue),
      "asOf": .string(today.description), "open": .number(open),
      "notShown": .number(signals.count - shown.count),
      "signals": .array(shown.map { Report.json($0) }),
    ])
  }

  var lines: [String] {
    let head = "\(patient), as of \(today): \(counted(open, "open signal"))"
    let rest = signals.count - shown.count
    let hidden = "\(rest) more closed, answered later, corrected or withdrawn: --all shows them"
    return [notice, "", head] + shown.flatMap { [""] + Report.lines(of: $0) }
      + (rest > 0 ? ["", hidden] : [])
  }
}
