/// Reads what a person is asked: stem, items, options and the question after the items.
struct WordingReader {
  /// The address of the code system of all codes; nil where no codes are allowed.
  let codeSystem: String?

  /// The keys of a wording.
  static let keys: Set<String> = ["language", "stem", "items", "options", "followUp"]

  /// Reads a wording.
  ///
  /// - Parameter object: its values.
  /// - Returns: the wording.
  /// - Throws: an error that names the field.
  func wording(_ object: Object) throws(KnowledgeError) -> InstrumentWording {
    InstrumentWording(
      language: try object.required("language").text(), stem: try object.optionalText("stem"),
      items: try items(try object.required("items")),
      options: try options(object.optional("options")),
      followUp: try followUp(object.optional("followUp")))
  }

  /// Reads a code.
  ///
  /// - Parameter field: the code, if there is one.
  /// - Returns: the code in its system.
  /// - Throws: an error when there is a code but no system.
  func code(_ field: Field?) throws(KnowledgeError) -> Code? {
    guard let field else { return nil }
    guard let codeSystem else {
      throw field.failure(.inconsistent("a code needs the group 'codes' with its system"))
    }
    return Code(system: codeSystem, value: try field.text())
  }

  private func items(_ field: Field) throws(KnowledgeError) -> [Item] {
    var items: [Item] = []
    for element in try field.list() { items.append(try item(element)) }
    return items
  }

  private func item(_ field: Field) throws(KnowledgeError) -> Item {
    let object = try field.object(keys: ["id", "text", "code", "options"])
    return Item(
      id: ItemID(rawValue: try object.required("id").text()),
      text: try object.required("text").text(), code: try code(object.optional("code")),
      options: try options(object.optional("options")))
  }

  private func options(_ field: Field?) throws(KnowledgeError) -> [AnswerOption] {
    var options: [AnswerOption] = []
    for element in try field?.list() ?? [] {
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
}
