import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// Measurements, tests, diagnoses and symptoms.
  func bodyFacts() -> Found {
    let values = readings()
    return measured(values) + weightGain(values) + tests() + diagnoses() + symptoms()
  }

  /// One value with its day and the names it goes by.
  struct Reading {
    let names: [String]
    let value: Double
    let unit: String
    let day: Day
  }

  /// The values of measurements and the parameters of sessions, by day.
  private func readings() -> [Reading] {
    let measured = past(chart.measurements).flatMap { measurement in
      measurement.content.values.map { value in
        reading(
          value, measurement.day,
          // Where a value stands alone it also goes by its measurement's name.
          and: measurement.content.values.count == 1 ? [measurement.content.name.text] : [])
      }
    }
    let given = past(chart.sessions).filter { $0.content.outcome != .missed }
      .flatMap { session in session.content.parameters.map { reading($0, session.day, and: []) } }
    return given.isEmpty ? measured : (measured + given).sorted { $0.day < $1.day }
  }

  private func reading(_ value: NamedQuantity, _ day: Day, and others: [String]) -> Reading {
    Reading(
      names: ([value.name.text] + others).map(hyphenated), value: value.quantity.value,
      unit: value.quantity.unit.rawValue, day: day)
  }

  /// The latest value of each measured fact, in the catalogue's own unit; other units are left out
  /// rather than converted.
  private func measured(_ readings: [Reading]) -> Found {
    guard !readings.isEmpty else { return [] }
    return asked { $0.origin == .measured }.compactMap { reference, definition in
      let names = definition.measurements.map {
        reference.parameter.map($0.replacingStar) ?? $0
      }
      let isDate = definition.kind == .date
      let fitting = readings.last {
        (isDate || $0.unit == definition.unit) && !$0.names.isDisjoint(with: names)
      }
      return fitting.map { reading in
        let value: FactValue = isDate ? .date(reading.day) : grown(reading, definition.id)
        return (reference, KnownFact(value, on: reading.day))
      }
    }
  }

  /// An age that was recorded earlier has grown by the full years since, or by one more.
  private func grown(_ reading: Reading, _ id: FactID) -> FactValue {
    guard id == "age" else { return .number(reading.value) }
    let days = today.days(since: reading.day)
    guard days > 0 else { return .number(reading.value) }
    let least = reading.value + (Double(days) / 365.25).rounded(.down)
    return .range(least...least + 1)
  }

  /// The facts that rules ask for, with their definitions.
  func asked(
    _ wanted: (FactDefinition) -> Bool
  ) -> [(FactReference, FactDefinition)] {
    knowledge.rules.references.compactMap { reference in
      guard let definition = knowledge.rules.definitions[reference.fact], wanted(definition) else {
        return nil
      }
      return (reference, definition)
    }
  }

  /// The gain since the last weight up to the beginning of a medicine of a class, in percent.
  private func weightGain(_ readings: [Reading]) -> Found {
    asked { $0.id == "weightGain" }.compactMap { reference, definition in
      let carriers = medicines.filter {
        $0.isTaken && directory.classes[$0.id]?.contains(reference.parameter ?? "") == true
      }
      let weights = readings.filter {
        $0.unit == UCUM.kilogram.rawValue && !$0.names.isDisjoint(with: definition.measurements)
      }
      guard let began = carriers.map(\.began).min(),
        let before = weights.last(where: { $0.day <= began }), before.value > 0,
        let latest = weights.last, latest.day > before.day
      else { return nil }
      let gain = 100 * (latest.value - before.value) / before.value
      return (reference, KnownFact(.number(gain), on: latest.day))
    }
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

  /// What was diagnosed or found not to be so, in every list of the catalogue that names it.
  private func diagnoses() -> Found {
    var latest: [String: (status: Diagnosis.Status, day: Day)] = [:]
    for entry in chart.entries {
      guard case .diagnosis(let diagnosis) = entry.fact else { continue }
      let day = entry.occurred.zone.day(at: entry.occurred.start)
      if day <= today { latest[word(for: diagnosis)] = (diagnosis.status, day) }
    }
    guard !latest.isEmpty else { return [] }
    let words = { (status: Diagnosis.Status) in
      latest.filter { $0.value.status == status }.map {
        DatedWord(word: $0.key, day: $0.value.day)
      }
    }
    let lists: [FactID] = ["conditions", "reproductive", "implants", "pharmacogenetics"]
    return lists.flatMap { partialSet($0, has: words(.confirmed), hasNot: words(.refuted)) }
  }

  /// The word of a diagnosis; where it is another word for a statement of the calendars, that
  /// statement's own, so that rules and due list mean the same.
  private func word(for diagnosis: Diagnosis) -> String {
    let word = hyphenated(diagnosis.name.text)
    let statements = knowledge.calendars.terms?.statements ?? [:]
    return statements.values.first { $0.words.contains(word) }?.id.rawValue ?? word
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

extension String {
  /// The name with a parameter in the place of its star.
  fileprivate func replacingStar(_ parameter: String) -> String {
    split(separator: "*", omittingEmptySubsequences: false).joined(separator: parameter)
  }
}

extension Array where Element: Hashable {
  /// Whether no element is in the other list.
  func isDisjoint(with other: [Element]) -> Bool { !contains { other.contains($0) } }
}
