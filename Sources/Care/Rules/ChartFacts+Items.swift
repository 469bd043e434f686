import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// The answers to the items that rules ask for, whatever the instrument, as they were given: of
  /// each item's latest day on which it was answered; the highest, where there are several. A skipped
  /// question takes no answer back.
  func itemAnswers() -> Found {
    let wanted = Dictionary(grouping: asked { $0.id == "item" }.compactMap(item), by: \.instrument)
    guard !wanted.isEmpty else { return [] }
    var latest: [FactReference: KnownFact] = [:]
    for entry in chart.entries {
      guard case .response(let response) = entry.fact, let items = wanted[response.instrument],
        case .answers(let answers) = response.content
      else { continue }
      let day = entry.occurred.zone.day(at: entry.occurred.start)
      guard day <= today else { continue }
      for item in items {
        guard let value = answers[item.item].map(Double.init) else { continue }
        if let known = latest[item.reference], case .number(let number) = known.value,
          let before = known.day, (before, number) >= (day, value)
        {
          continue
        }
        latest[item.reference] = KnownFact(.number(value), on: day)
      }
    }
    return latest.map { ($0.key, $0.value) }
  }

  /// An item that a rule asks for.
  private struct AskedItem {
    let reference: FactReference
    let instrument: InstrumentID
    let item: ItemID
  }

  private func item(_ reference: FactReference, _ definition: FactDefinition) -> AskedItem? {
    let parts = reference.parameter?.split(separator: ".", maxSplits: 1).map(String.init) ?? []
    guard parts.count == 2 else { return nil }
    return AskedItem(
      reference: reference, instrument: InstrumentID(rawValue: parts[0]),
      item: ItemID(rawValue: parts[1]))
  }
}
