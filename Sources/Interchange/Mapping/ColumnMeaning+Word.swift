import JSON
import Knowledge
import PatientRecord

extension ColumnMeaning {
  /// The word that names a meaning in a mapping.
  enum Word: String, CaseIterable {
    case rating, sleep, instrumentItem, instrumentTotal, dose, phase, activity

    /// The keys that may stand beside `as`.
    var keys: [String] {
      switch self {
      case .rating: ["item", "label", "scale", "direction", "oncePer", "values"]
      case .sleep: ["field", "scale", "direction", "values"]
      case .instrumentItem: ["instrument", "item", "rater", "oncePer", "values"]
      case .instrumentTotal: ["instrument", "rater", "oncePer", "values"]
      case .dose: ["substance", "unit", "per", "values"]
      case .phase: ["labels"]
      case .activity: ["kind", "name", "measure", "oncePer", "values"]
      }
    }
  }

  private enum SleepWord: String, CaseIterable {
    case quality, sleepOnsetLatencyMinutes, awakenings, wakeAfterSleepOnsetMinutes
    case durationMinutes, durationHours
  }

  private enum Period: String, CaseIterable {
    case day
  }

  init(_ word: Word, column: String, _ place: MappingNode) throws(InterchangeError) {
    switch word {
    case .rating:
      let item = try place.child("item")?.text() ?? column
      let label = try place.name("label", or: item)
      self = .rating(
        item: CheckInItemID(rawValue: item), label: label, scale: try place.scale())
    case .sleep: self = .sleep(try Self.sleepField(place))
    case .instrumentItem:
      let item = try place.required("item", cure: "write the item, such as item: q1").text()
      self = .instrumentItem(
        try place.instrument(), ItemID(rawValue: item), rater: try place.rater())
    case .instrumentTotal:
      self = .instrumentTotal(try place.instrument(), rater: try place.rater())
    case .dose: self = try Self.dose(place)
    case .phase: self = .phase(labels: try Self.labels(place))
    case .activity: self = try Self.activity(place)
    }
  }

  private static func sleepField(_ place: MappingNode) throws(InterchangeError) -> SleepField {
    let cure =
      "write field: \(SleepWord.allCases.map(\.rawValue).joined(separator: ", or field: "))"
    let word = try place.required("field", cure: cure).word(SleepWord.self)
    if word != .quality {
      try place.expectKeys(["as", "field", "values"])
    }
    switch word {
    case .quality: return .quality(try place.scale())
    case .sleepOnsetLatencyMinutes: return .sleepOnsetLatencyMinutes
    case .awakenings: return .awakenings
    case .wakeAfterSleepOnsetMinutes: return .wakeAfterSleepOnsetMinutes
    case .durationMinutes: return .durationMinutes
    case .durationHours: return .durationHours
    }
  }

  private static func dose(_ place: MappingNode) throws(InterchangeError) -> ColumnMeaning {
    let substance = try place.required("substance", cure: "write substance: NAME").name()
    let unitCure = "write the unit that the source states, such as unit: mg; it is never guessed"
    let unit = try place.required("unit", cure: unitCure).unit()
    let perCure = "write per: day when the column holds the dose of a day"
    _ = try place.required("per", cure: perCure).word(Period.self)
    return .dose(substance: substance, unit: unit)
  }

  private static func labels(_ place: MappingNode) throws(InterchangeError) -> [String: Name] {
    var labels: [String: Name] = [:]
    for (text, label) in try place.child("labels")?.entries() ?? [] {
      labels[text] = try label.name()
    }
    return labels
  }

  private static func activity(_ place: MappingNode) throws(InterchangeError) -> ColumnMeaning {
    let kinds = Activity.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    let kind = try place.required("kind", cure: "write kind: and one of \(kinds)")
      .word(Activity.Kind.self)
    let measures = ActivityMeasure.allCases.map(\.rawValue).joined(separator: ", or measure: ")
    let measure = try place.required("measure", cure: "write measure: \(measures)")
      .word(ActivityMeasure.self)
    return .activity(kind, name: try place.child("name")?.name(), measure: measure)
  }
}
