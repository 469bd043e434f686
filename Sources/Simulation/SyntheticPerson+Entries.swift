public import JSON
public import Knowledge
public import PatientRecord
private import Statistics
private import Time

extension SyntheticPerson {
  /// The record of the person, in time order.
  ///
  /// - Parameter knowledge: the instruments; the first one with items, a remission rule and a safety
  ///   item is asked every other week.
  /// - Returns: the entries.
  /// - Throws: ``JSON/FieldError`` only if a drawn value broke the rules of the record.
  public func entries(knowledge: Knowledge) throws(FieldError) -> [Entry] {
    var writer = EntryWriter(person: self)
    let instrument = knowledge.instruments.values.sorted { $0.id < $1.id }.first {
      $0.kind == .items && $0.remission != nil && !$0.safetyItems.isEmpty
    }
    try writer.treatment()
    for day in 0..<settings.days {
      try writer.checkIn(on: day)
      if let instrument, day % 14 == 0 { try writer.questionnaire(instrument, on: day) }
    }
    return writer.entries.sorted { ($0.occurred.start, $0.id) < ($1.occurred.start, $1.id) }
  }
}

/// Writes the entries of a synthetic person.
private struct EntryWriter {
  let person: SyntheticPerson
  private(set) var entries: [Entry] = []
  private var stream: RandomStream

  init(person: SyntheticPerson) {
    self.person = person
    stream = RandomStream(seed: person.settings.seed, stream: 1)
  }

  private var settings: SyntheticPerson.Settings { person.settings }

  /// A moment on a day, hours after its local midnight give or take half an hour.
  private mutating func moment(_ day: Int, hour: Double) -> Instant {
    let minutes = hour * 60 + 30 * (2 * stream.uniform() - 1)
    let noon = LocalTime.noon(of: settings.firstDay.advanced(by: day))
    let local = LocalTime(
      day: noon.day, millisecondOfDay: Int64(min(max(minutes, 1), 1438) * 60_000))
    switch settings.zone.resolve(local ?? noon) {
    case .once(let instant), .twice(let instant, _): return instant
    case .never: return Instant(milliseconds: Int64(noon.day.number) * 86_400_000)
    }
  }

  private mutating func add(_ occurrence: Occurrence, _ author: Author, _ fact: Fact) {
    entries.append(
      Entry(
        id: EntryID(at: occurrence.start, using: &stream),
        patient: PatientID(rawValue: "synthetic-\(settings.seed)"), author: author,
        occurred: occurrence, fact: fact))
  }

  mutating func checkIn(on day: Int) throws(FieldError) {
    let isMissing = stream.uniform() < settings.missing
    let ratings = try [
      rating("mood", day, worst: 0, best: 10, weight: 1),
      rating("energy", day, worst: 0, best: 10, weight: 0.8),
      rating("tension", day, worst: 10, best: 0, weight: 0.8),
    ]
    let quality = try rating("sleepQuality", day, worst: 1, best: 5, weight: 0.6).rating
    let minutes = 450 - 120 * person.severity[day] + 40 * stream.normal()
    let evening = moment(day, hour: 20)
    let morning = moment(day, hour: 8)
    guard !isMissing else { return }
    add(
      .instant(evening, settings.zone), .patient, .checkIn(try CheckIn(ratings: ratings)))
    let duration = try Minutes(min(max(minutes, 60), 900).rounded())
    add(
      .instant(morning, settings.zone), .patient,
      .sleep(try Sleep(duration: duration, quality: quality)))
  }

  private mutating func rating(
    _ item: CheckInItemID, _ day: Int, worst: Double, best: Double, weight: Double
  ) throws(FieldError) -> ItemRating {
    let wellness = 1 - weight * person.severity[day] - (1 - weight) * 0.4
    let exact = worst + (best - worst) * wellness + 0.04 * abs(best - worst) * stream.normal()
    let scale = try RatingScale(
      minimum: min(worst, best), maximum: max(worst, best),
      direction: best > worst ? .higherIsBetter : .higherIsWorse)
    let value = min(max(exact.rounded(), scale.minimum), scale.maximum)
    return ItemRating(item: item, rating: try Rating(value, on: scale))
  }

  mutating func questionnaire(_ instrument: Instrument, on day: Int) throws(FieldError) {
    let highest = Double(instrument.options.map(\.value).max() ?? 0)
    let fortnight = person.severity[max(day - 13, 0)...day]
    let severity = fortnight.reduce(0, +) / Double(fortnight.count)
    var answers: [ItemID: Int] = [:]
    for item in instrument.items {
      let isSafety = instrument.safetyItems.contains { $0.item == item.id }
      let latent = severity * highest * 1.15 - (isSafety ? 1.6 : 0) + 0.55 * stream.normal()
      let isSkipped = stream.uniform() < 0.015
      if !isSkipped { answers[item.id] = Int(min(max(latent.rounded(), 0), highest)) }
    }
    add(
      .instant(moment(day, hour: 18), settings.zone), .patient,
      .response(
        try Response(
          instrument: instrument.id, instrumentVersion: Name(instrument.version),
          content: .answers(answers), rater: .selfReport, mode: .here)))
  }

  mutating func treatment() throws(FieldError) {
    let start = person.treatmentStart
    let clinician = Author.staff(StaffID(rawValue: "synthetic-clinician"))
    let medicine = try Name("Example medicine")
    let begin = moment(start, hour: 10)
    add(
      .interval(try TimeSpan(from: begin, to: .open), settings.zone), clinician,
      .course(Course(kind: .medication, name: medicine, status: .active)))
    for (day, dose) in [(start, 10.0), (start + 14, 20)] where day < settings.days {
      add(
        .instant(moment(day, hour: 10), settings.zone), clinician,
        .doseStep(
          try DoseStep(substance: medicine, dosePerDay: Quantity(dose, .milligram))))
    }
    let event = LifeEvent(title: try Name("Moved house"), valence: .negative)
    add(
      .instant(moment(settings.days / 2, hour: 15), settings.zone), .patient, .lifeEvent(event))
  }
}
