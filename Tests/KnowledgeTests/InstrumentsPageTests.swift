import Foundation
import Knowledge
import TestKit
import Testing

/// docs/instruments.md lists what ships, and nothing else.
@Suite struct InstrumentsPageTests {
  private let page: String
  private let knowledge: Knowledge

  init() throws {
    page = try String(
      contentsOf: SharedData.checkout.appending(path: "docs/instruments.md"), encoding: .utf8)
    knowledge = try Shipped.knowledge.get()
  }

  @Test func `the table is that of the resources`() {
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    let expected = knowledge.instruments.values.sorted { $0.id < $1.id }.map(row)
    #expect(rows == expected)
  }

  private func row(_ instrument: Instrument) -> String {
    let cells = [
      "`\(instrument.id)`", instrument.abbreviation, instrument.licence.licenceClass.rawValue,
      instrument.language.map { "text (\($0))" } ?? "no text",
      instrument.rater == .clinician ? "clinician" : "person", how(instrument.scoring),
      instrument.givesTotal
        ? "\(plain(instrument.range.lowerBound)) to \(plain(instrument.range.upperBound))" : "–",
      better(instrument), instrument.codes.isEmpty ? "–" : "LOINC", sure(instrument),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func how(_ scoring: Scoring?) -> String {
    guard let scoring else { return "totals only" }
    let rule =
      switch scoring.rule {
      case .sum: "sum"
      case .domainMaximum: "highest of each domain"
      case .tScore: "T-score"
      case .itemLevel: "each item by itself"
      case .triage: "level of risk"
      }
    let count = scoring.scales.count
    return "\(count) item\(count == 1 ? "" : "s"), \(rule)"
      + (scoring.reversed.isEmpty ? "" : ", some turned round")
  }

  private func better(_ instrument: Instrument) -> String {
    if case .triage = instrument.scoring?.rule { return "–" }
    return instrument.direction == .higherIsBetter ? "higher" : "lower"
  }

  private func sure(_ instrument: Instrument) -> String {
    switch instrument.provenance.evidence[.scoring]?.certainty {
    case .read: "read"
    case .established: "not yet second-read"
    case .derived: "derived"
    case .uncertain, nil: "?"
    }
  }

  private func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
