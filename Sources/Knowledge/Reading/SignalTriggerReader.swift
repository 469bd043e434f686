/// Reads what raises a signal.
struct SignalTriggerReader {
  let instruments: [InstrumentID: Instrument]

  /// Reads the value of `when`: one key that says what kind of trigger it is.
  ///
  /// - Parameter field: the value.
  /// - Returns: the trigger.
  /// - Throws: an error that names the field.
  func trigger(_ field: Field) throws(KnowledgeError) -> SignalTrigger {
    let kinds: Set<String> = [
      "safetyItem", "items", "state", "triage", "score", "change", "symptoms", "withinDays",
      "afterStep", "words", "unseenAnswer",
    ]
    let object = try field.object(keys: kinds)
    let found = object.fields.keys.filter { $0 != "state" && $0 != "withinDays" }.sorted()
    guard let kind = found.first, found.count == 1 else {
      throw field.failure(expected: "one trigger")
    }
    let value = try object.required(kind)
    switch kind {
    case "safetyItem": return .safetyItem(try value.choice())
    case "items": return .items(try items(value), try object.required("state").choice())
    case "triage": return try triage(value)
    case "score": return .score(try scores(value))
    case "change": return .change(try change(value))
    case "words": return .words(try words(value))
    case "unseenAnswer": return .unseenAnswer(try unseen(value))
    case "afterStep": return .afterStep(try afterStep(value))
    default:
      return .symptoms(
        try groups(value), withinDays: try object.required("withinDays").integer(in: 0...366))
    }
  }

  private func items(_ field: Field) throws(KnowledgeError) -> [SignalTrigger.ItemThreshold] {
    var items: [SignalTrigger.ItemThreshold] = []
    for element in try field.list() {
      let object = try element.object(keys: ["instrument", "item", "atLeast"])
      let instrument = try instrument(object)
      let name = try object.required("item")
      let item = ItemID(rawValue: try name.text())
      guard let scale = instrument.scoring?.scales.first(where: { $0.item == item }) else {
        throw name.failure(.unknownItem(item))
      }
      items.append(
        SignalTrigger.ItemThreshold(
          instrument: instrument.id, item: item,
          atLeast: try object.required("atLeast").integer(in: scale.ends)))
    }
    guard !items.isEmpty else { throw field.failure(.missing) }
    return items
  }

  private func triage(_ field: Field) throws(KnowledgeError) -> SignalTrigger {
    let object = try field.object(keys: ["instrument", "level", "state"])
    let instrument = try instrument(object)
    guard case .triage(let table) = instrument.scoring?.rule else {
      throw field.failure(.inconsistent("\(instrument.id) is no table of decisions"))
    }
    guard let level = object.optional("level") else {
      guard try object.required("state").text() == "unknown" else {
        throw field.failure(expected: "a level, or the state unknown")
      }
      return .triageUnknown(instrument.id)
    }
    let id = try level.text()
    guard table.levels.contains(where: { $0.id == id }) else {
      throw level.failure(.inconsistent("\(instrument.id) has no level '\(id)'"))
    }
    return .triage(instrument.id, level: id)
  }

  private func scores(_ field: Field) throws(KnowledgeError) -> [SignalTrigger.ScoreThreshold] {
    var scores: [SignalTrigger.ScoreThreshold] = []
    for element in try field.list() {
      let object = try element.object(keys: ["instrument", "atLeast", "below"])
      let instrument = try instrument(object)
      let lowest = try object.required("atLeast").number()
      let end = try object.optional("below")?.number()
      guard instrument.range.contains(lowest), end.map({ $0 > lowest }) ?? true else {
        throw element.failure(.inconsistent("no total of \(instrument.id) is in this range"))
      }
      scores.append(
        SignalTrigger.ScoreThreshold(instrument: instrument.id, atLeast: lowest, below: end))
    }
    guard !scores.isEmpty else { throw field.failure(.missing) }
    return scores
  }

  private func change(_ field: Field) throws(KnowledgeError) -> SignalTrigger.ScoreChange {
    let object = try field.object(keys: ["instrument", "direction", "since", "atLeast"])
    let points = try object.required("atLeast")
    guard try points.number() > 0 else { throw points.failure(expected: "points above 0") }
    return SignalTrigger.ScoreChange(
      instrument: try instrument(object).id, direction: try object.required("direction").choice(),
      since: try object.required("since").choice(), atLeast: try points.number())
  }

  private func groups(_ field: Field) throws(KnowledgeError) -> [Set<String>] {
    var groups: [Set<String>] = []
    for element in try field.list() { groups.append(Set(try element.texts())) }
    guard !groups.isEmpty else { throw field.failure(.missing) }
    return groups
  }

  private func words(_ field: Field) throws(KnowledgeError) -> SignalTrigger.Words {
    let object = try field.object(keys: ["present", "lasting"])
    return SignalTrigger.Words(
      present: try object.required("present").texts(),
      lasting: try object.required("lasting").texts())
  }

  private func unseen(_ field: Field) throws(KnowledgeError) -> Set<InstrumentID> {
    var found: Set<InstrumentID> = []
    for element in try field.list() {
      let id = InstrumentID(rawValue: try element.text())
      guard let instrument = instruments[id] else { throw element.failure(.unknownInstrument(id)) }
      guard instrument.scoring?.scales.isEmpty ?? true else {
        throw element.failure(.inconsistent("\(id) has items; name the item instead"))
      }
      found.insert(id)
    }
    guard !found.isEmpty else { throw field.failure(.missing) }
    return found
  }

  private func afterStep(_ field: Field) throws(KnowledgeError) -> SignalTrigger.AfterStep {
    let object = try field.object(keys: [
      "symptoms", "otherWords", "count", "severities", "step", "withinDays", "exceptions",
    ])
    let symptoms = Set(try object.required("symptoms").texts())
    return SignalTrigger.AfterStep(
      symptoms: symptoms, otherWords: try otherWords(object.optional("otherWords"), for: symptoms),
      count: try object.required("count").wholeRange(in: 1...100),
      severities: Set(try object.optional("severities")?.texts() ?? []),
      step: try object.required("step").choice(),
      withinDays: try object.required("withinDays").integer(in: 0...366),
      exceptions: try exceptions(object.optional("exceptions")))
  }

  private func otherWords(
    _ field: Field?, for symptoms: Set<String>
  ) throws(KnowledgeError) -> [String: String] {
    var words: [String: String] = [:]
    for element in try field?.list() ?? [] {
      let object = try element.object(keys: ["word", "means"])
      let meaning = try object.required("means")
      guard symptoms.contains(try meaning.text()) else {
        throw meaning.failure(.inconsistent("no symptom of this rule is called so"))
      }
      words[try object.required("word").text()] = try meaning.text()
    }
    return words
  }

  private func exceptions(_ field: Field?) throws(KnowledgeError) -> [MedicineID: Int] {
    var exceptions: [MedicineID: Int] = [:]
    for element in try field?.list() ?? [] {
      let object = try element.object(keys: ["medicine", "withinDays"])
      let medicine = MedicineID(rawValue: try object.required("medicine").text())
      exceptions[medicine] = try object.required("withinDays").integer(in: 0...366)
    }
    return exceptions
  }

  private func instrument(_ object: Object) throws(KnowledgeError) -> Instrument {
    let name = try object.required("instrument")
    let id = InstrumentID(rawValue: try name.text())
    guard let instrument = instruments[id] else { throw name.failure(.unknownInstrument(id)) }
    return instrument
  }
}
