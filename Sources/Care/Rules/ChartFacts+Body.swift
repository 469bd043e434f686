import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// Measurements, tests, diagnoses and symptoms.
  func bodyFacts() -> Found { measured() + tests() + diagnoses() + symptoms() }

  /// The latest value of each measured fact, in the catalogue's own unit; other units are left out
  /// rather than converted.
  private func measured() -> Found {
    let values = past(chart.measurements).flatMap { measurement in
      measurement.content.values.map { (measurement, $0) }
    }
    return knowledge.rules.catalogue.filter { $0.origin == .measured }.compactMap { definition in
      let fitting = values.last { measurement, value in
        value.quantity.unit.rawValue == definition.unit
          && !definition.measurements.isDisjoint(with: names(measurement.content, value))
      }
      return fitting.map { measurement, value in
        (
          FactReference(definition.id),
          KnownFact(.number(value.quantity.value), on: measurement.day)
        )
      }
    }
  }

  /// The names a value goes by: its own and, where it stands alone, its measurement's.
  private func names(_ measurement: Measurement, _ value: NamedQuantity) -> [String] {
    [value.name.text].map(hyphenated)
      + (measurement.values.count == 1 ? [hyphenated(measurement.name.text)] : [])
  }

  private func tests() -> Found {
    let recent = past(chart.measurements).filter { today.days(since: $0.day) <= 365 }
    return partialSet(
      "testsIn12Months",
      has: recent.flatMap { measurement in
        ([measurement.content.name] + measurement.content.values.map(\.name)).map {
          DatedWord(word: hyphenated($0.text), day: measurement.day)
        }
      })
  }

  private func diagnoses() -> Found {
    var latest: [String: (status: Diagnosis.Status, day: Day)] = [:]
    for entry in chart.entries {
      guard case .diagnosis(let diagnosis) = entry.fact else { continue }
      let day = entry.occurred.zone.day(at: entry.occurred.start)
      if day <= today { latest[hyphenated(diagnosis.name.text)] = (diagnosis.status, day) }
    }
    let words = { (status: Diagnosis.Status) in
      latest.filter { $0.value.status == status }.map {
        DatedWord(word: $0.key, day: $0.value.day)
      }
    }
    return partialSet("conditions", has: words(.confirmed), hasNot: words(.refuted))
  }

  private func symptoms() -> Found {
    var latest: [String: Dated<SideEffect>] = [:]
    for effect in past(chart.sideEffects) { latest[hyphenated(effect.content.name.text)] = effect }
    let words = { (status: SideEffect.Status) in
      latest.filter { $0.value.content.status == status }.map {
        DatedWord(word: $0.key, day: $0.value.day)
      }
    }
    return partialSet("symptoms", has: words(.present), hasNot: words(.resolved))
  }
}

extension Array where Element: Hashable {
  /// Whether no element is in the other list.
  fileprivate func isDisjoint(with other: [Element]) -> Bool {
    Set(self).isDisjoint(with: other)
  }
}
