internal import JSON
internal import Knowledge
internal import PatientRecord

/// What the entries of a clinic are made of, made once: scales, names and what `Knowledge` says about
/// questionnaires, medicines and treatments.
struct ClinicVocabulary: Sendable {
  /// A questionnaire that is filled in item by item.
  struct Questionnaire: Sendable {
    let instrument: InstrumentID
    let version: Name
    let items: [ItemID]
  }

  /// A medicine that is taken each day.
  struct Medicine: Sendable {
    let name: Name
    /// The smallest dose that counts, and what it may be raised to, in milligrams a day.
    let least: Double
    let greatest: Double
  }

  let zeroToTen: RatingScale
  let worseToTen: RatingScale
  let oneToFive: RatingScale
  let items: (mood: CheckInItemID, energy: CheckInItemID, tension: CheckInItemID) = (
    "mood", "energy", "tension"
  )
  /// The questionnaire of depression, which has a question that signals.
  let main: Questionnaire
  /// The item whose answer signals, and from which answer.
  let safety: SafetyItem
  /// The rule that such an answer raises a signal by, and the signal's words.
  let safetyRule: (name: Name, title: FreeText)
  /// A second questionnaire with the same answers.
  let second: Questionnaire?
  let medicines: [Medicine]
  let therapies: [Name]
  /// The name of each treatment that is given in series of sessions.
  let series: [Session.Kind: Name]
  let goodMoments: [FreeText]
  let impact: RatingScale
  let clinician = StaffID(rawValue: "invented-clinician")
  let program, wristband: Author
  let names: Names

  init(_ knowledge: Knowledge) throws(FieldError) {
    zeroToTen = try RatingScale(minimum: 0, maximum: 10, direction: .higherIsBetter)
    worseToTen = try RatingScale(minimum: 0, maximum: 10, direction: .higherIsWorse)
    oneToFive = try RatingScale(minimum: 1, maximum: 5, direction: .higherIsBetter)
    let instrument = try ClinicVocabulary.mainInstrument(knowledge)
    main = try Questionnaire(instrument)
    safety = try ClinicVocabulary.found(instrument.safetyItems.first, "a question that signals")
    safetyRule = try ClinicVocabulary.safetyRule(knowledge)
    second = try ClinicVocabulary.secondInstrument(knowledge, beside: instrument)
      .map { instrument throws(FieldError) in try Questionnaire(instrument) }
    medicines = try ClinicVocabulary.medicines(knowledge)
    therapies = try ClinicVocabulary.names(knowledge, of: "psychotherapy")
    series = try ClinicVocabulary.series(knowledge)
    var moments: [FreeText] = []
    for moment in ClinicWords.moments {
      for company in ClinicWords.company { moments.append(try FreeText("\(moment) \(company).")) }
    }
    goodMoments = moments
    impact = try RatingScale(minimum: 0, maximum: 10, direction: .neutral)
    program = .device(try Name("Anamnesis"))
    wristband = .device(try Name("Wristband"))
    names = try Names()
  }

  /// Refuses knowledge that lacks what a clinic needs.
  static func found<Value>(_ value: Value?, _ what: String) throws(FieldError) -> Value {
    guard let value else { throw FieldError("knowledge", "holds no \(what); a clinic needs one") }
    return value
  }
}

extension ClinicVocabulary.Questionnaire {
  init(_ instrument: Instrument) throws(FieldError) {
    self.instrument = instrument.id
    version = try Name(instrument.version)
    items = instrument.items.map(\.id)
  }
}

extension ClinicVocabulary {
  /// The questionnaire whose item parameters are known: nine items, one of which signals.
  private static func mainInstrument(_ knowledge: Knowledge) throws(FieldError) -> Instrument {
    let known = Set(knowledge.itemParameters.values.map(\.instrument))
    let instruments = knowledge.instruments.values.sorted { $0.id < $1.id }
    return try found(
      instruments.first {
        known.contains($0.id) && $0.items.count == ItemBank.phq9.items.count
          && $0.safetyItems.first?.item == $0.items.last?.id
      }, "questionnaire with nine items and their parameters")
  }

  /// Another questionnaire with the same answers that asks other questions and knows remission.
  private static func secondInstrument(
    _ knowledge: Knowledge, beside main: Instrument
  ) -> Instrument? {
    let texts = Set(main.items.map(\.text))
    return knowledge.instruments.values.sorted { $0.id < $1.id }.first {
      $0.kind == .items && $0.rater == .selfReport && $0.remission != nil
        && $0.safetyItems.isEmpty && $0.options.map(\.value) == main.options.map(\.value)
        && texts.isDisjoint(with: $0.items.map(\.text))
    }
  }

  private static func safetyRule(
    _ knowledge: Knowledge
  ) throws(FieldError) -> (name: Name, title: FreeText) {
    let rule = try found(
      knowledge.safety.rules.first {
        if case .safetyItem(.positive) = $0.trigger { true } else { false }
      }, "rule about a question that signals")
    return (try Name(rule.id.rawValue), try FreeText(rule.title))
  }

  /// Antidepressants of the first line with a daily dose in milligrams.
  private static func medicines(_ knowledge: Knowledge) throws(FieldError) -> [Medicine] {
    var medicines: [Medicine] = []
    for medicine in knowledge.medicines.medicines.values.sorted(by: { $0.id < $1.id })
    where medicine.flags["serotonin-reuptake-inhibitor"] != nil {
      let guide = medicine.doses.first {
        $0.use == .antidepressant && $0.measure == .dailyDose && $0.unit == "mg"
      }
      guard let least = guide?.minimumEffective?.lowerBound,
        let greatest = guide?.usualMaximum?.lowerBound, greatest >= least
      else { continue }
      medicines.append(
        Medicine(name: try Name(medicine.name), least: least, greatest: greatest))
    }
    _ = try found(medicines.first, "medicine with doses")
    return medicines
  }

  private static func names(
    _ knowledge: Knowledge, of kind: String
  ) throws(FieldError) -> [Name] {
    var names: [Name] = []
    for treatment in knowledge.treatments.values.sorted(by: { $0.id < $1.id })
    where treatment.kind.rawValue == kind { names.append(try Name(treatment.name)) }
    _ = try found(names.first, "treatment of the kind \(kind)")
    return names
  }

  private static func series(_ knowledge: Knowledge) throws(FieldError) -> [Session.Kind: Name] {
    var series: [Session.Kind: Name] = [:]
    let kinds: [(Session.Kind, String)] = [
      (.ketamine, "rapidActing"), (.tms, "neuromodulation"), (.ect, "ect"),
    ]
    for (session, kind) in kinds { series[session] = try names(knowledge, of: kind).first }
    return series
  }
}
