extension InstrumentReader {
  /// What a person is asked.
  struct Wording {
    var kind: Instrument.Kind
    var stem: String?
    var items: [Item] = []
    var options: [AnswerOption] = []
    var followUp: FollowUp?
  }

  mutating func wording() throws(KnowledgeError) -> Wording {
    let kind = try form()
    guard kind == .items else {
      try refuseWording()
      return Wording(kind: kind)
    }
    let object = try requiredGroup(.wording, keys: ["stem", "items", "options", "followUp"])
    return Wording(
      kind: kind, stem: try object.required("stem").text(),
      items: try items(try object.required("items")),
      options: try options(try object.required("options")),
      followUp: try followUp(object.optional("followUp")))
  }

  mutating func codes() throws(KnowledgeError) -> (panel: Code?, total: Code?) {
    guard let object = try group(.codes, keys: ["system", "panel", "total"]) else {
      return (nil, nil)
    }
    return (try code(object.optional("panel")), try code(object.optional("total")))
  }

  mutating func licence() throws(KnowledgeError) -> Licence {
    let object = try requiredGroup(.licence, keys: ["class", "statement", "holder", "notice"])
    return Licence(
      licenceClass: try object.required("class").choice(),
      statement: try object.required("statement").text(),
      holder: try object.required("holder").text(), notice: try object.optionalText("notice"))
  }

  private func items(_ field: Field) throws(KnowledgeError) -> [Item] {
    var items: [Item] = []
    for element in try field.list() { items.append(try item(element)) }
    return items
  }

  private func item(_ field: Field) throws(KnowledgeError) -> Item {
    let object = try field.object(keys: ["id", "text", "code"])
    return Item(
      id: ItemID(rawValue: try object.required("id").text()),
      text: try object.required("text").text(), code: try code(object.optional("code")))
  }

  private func options(_ field: Field) throws(KnowledgeError) -> [AnswerOption] {
    var options: [AnswerOption] = []
    for element in try field.list() {
      let object = try element.object(keys: ["value", "label", "code"])
      options.append(
        AnswerOption(
          value: try object.required("value").integer(in: 0...100),
          label: try object.required("label").text(), code: try code(object.optional("code"))))
    }
    return options
  }

  private func followUp(_ field: Field?) throws(KnowledgeError) -> FollowUp? {
    guard let object = try field?.object(keys: ["item", "options"]) else { return nil }
    return FollowUp(
      item: try item(try object.required("item")),
      options: try options(try object.required("options")))
  }

  private func code(_ field: Field?) throws(KnowledgeError) -> Code? {
    guard let field else { return nil }
    guard let system = try codeSystem() else {
      throw field.failure(.inconsistent("a code needs the group 'codes' with its system"))
    }
    return Code(system: system, value: try field.text())
  }
}
