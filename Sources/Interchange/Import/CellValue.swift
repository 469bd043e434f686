import JSON
import Knowledge
import PatientRecord

/// A cell as a part of a fact, known to be acceptable to the record.
enum CellValue {
  case rating(ItemRating)
  case sleep(ColumnMeaning.SleepField, SleepValue)
  case answer(InstrumentID, ItemID, Int, rater: Response.Rater)
  case total(InstrumentID, Double, rater: Response.Rater)
  case dose(Quantity)
  case activity(Activity)

  /// A number that describes a night.
  enum SleepValue {
    case quality(Rating)
    case length(Minutes)
    case count(Count)
  }

  /// Checks a number against what its column means.
  ///
  /// - Parameters:
  ///   - number: the number of the cell.
  ///   - meaning: what the column means; a phase holds no numbers.
  ///   - knowledge: the instruments.
  /// - Throws: why the record does not take it.
  init?(
    _ number: Double, as meaning: ColumnMeaning, knowledge: Knowledge
  ) throws(Unreadable) {
    do throws(FieldError) {
      switch meaning {
      case .rating(let item, _, let scale):
        self = .rating(ItemRating(item: item, rating: try Rating(number, on: scale)))
      case .sleep(let field): self = .sleep(field, try Self.sleepValue(number, field))
      case .instrumentItem(let instrument, let item, let rater):
        let answer = try Self.answer(number, to: item, of: instrument, knowledge)
        self = .answer(instrument, item, answer, rater: rater)
      case .instrumentTotal(let instrument, let rater):
        try Self.checkTotal(number, instrument, knowledge)
        self = .total(instrument, number, rater: rater)
      case .dose(let substance, let unit):
        let dose = try Quantity(number, unit)
        _ = try DoseStep(substance: substance, dosePerDay: dose)
        self = .dose(dose)
      case .activity(let kind, let name, let measure):
        self = .activity(try Self.activity(number, kind, name, measure))
      case .phase: return nil
      }
    } catch let fault {
      throw Unreadable(fault.reason, cure: "correct the value or leave the cell empty")
    }
  }

  private static func sleepValue(
    _ number: Double, _ field: ColumnMeaning.SleepField
  ) throws(FieldError) -> SleepValue {
    switch field {
    case .quality(let scale): .quality(try Rating(number, on: scale))
    case .awakenings: .count(try count(number))
    case .durationHours: .length(try partOfDay(number * 60))
    case .sleepOnsetLatencyMinutes, .wakeAfterSleepOnsetMinutes, .durationMinutes:
      .length(try partOfDay(number))
    }
  }

  private static func partOfDay(_ minutes: Double) throws(FieldError) -> Minutes {
    guard minutes <= 24 * 60 else {
      throw FieldError("", "\(plain(minutes)) minutes are longer than a day")
    }
    return try Minutes(minutes)
  }

  private static func activity(
    _ number: Double, _ kind: Activity.Kind, _ name: Name?,
    _ measure: ColumnMeaning.ActivityMeasure
  ) throws(FieldError) -> Activity {
    switch measure {
    case .minutes: Activity(kind: kind, name: name, duration: try Minutes(number))
    case .hours: Activity(kind: kind, name: name, duration: try Minutes(number * 60))
    case .steps: Activity(kind: kind, name: name, steps: try count(number))
    }
  }

  private static func count(_ number: Double) throws(FieldError) -> Count {
    guard let whole = Int(exactly: number) else {
      throw FieldError("", "\(plain(number)) is not a whole number")
    }
    return try Count(whole)
  }

  private static func answer(
    _ number: Double, to item: ItemID, of id: InstrumentID, _ knowledge: Knowledge
  ) throws(FieldError) -> Int {
    let scales = knowledge.instruments[id]?.scoring?.scales
    let offered = scales?.first { $0.item == item }?.values ?? []
    guard let value = Int(exactly: number), offered.contains(value) else {
      let list = offered.map(String.init).joined(separator: ", ")
      throw FieldError("", "\(plain(number)) is no answer of \(id), which offers \(list)")
    }
    return value
  }

  private static func checkTotal(
    _ number: Double, _ id: InstrumentID, _ knowledge: Knowledge
  ) throws(FieldError) {
    guard let instrument = knowledge.instruments[id], instrument.givesTotal else {
      throw FieldError("", "\(id) has no total; its answers are recorded one by one")
    }
    guard instrument.accepts(total: number) else {
      let range = instrument.range
      let ends = "\(plain(range.lowerBound)) to \(plain(range.upperBound))"
      throw FieldError("", "\(plain(number)) is no total of \(id), which runs from \(ends)")
    }
  }
}
