extension InstrumentReader {
  /// The wording, or nil when it does not ship.
  mutating func wording() throws(KnowledgeError) -> InstrumentWording? {
    guard try form() == .items else {
      try refuseWording()
      return nil
    }
    let object = try requiredGroup(.wording, keys: WordingReader.keys)
    _ = try object.required("stem")
    _ = try object.required("options")
    return try WordingReader(codeSystem: try codeSystem()).wording(object)
  }

  mutating func codes() throws(KnowledgeError) -> (panel: Code?, total: Code?) {
    guard let object = try group(.codes, keys: ["system", "panel", "total"]) else {
      return (nil, nil)
    }
    let reader = WordingReader(codeSystem: try codeSystem())
    return (
      try reader.code(object.optional("panel")), try reader.code(object.optional("total"))
    )
  }

  mutating func licence() throws(KnowledgeError) -> Licence {
    let object = try requiredGroup(
      .licence, keys: ["class", "statement", "holder", "notice", "url"])
    return Licence(
      licenceClass: try object.required("class").choice(),
      statement: try object.required("statement").text(),
      holder: try object.required("holder").text(), notice: try object.optionalText("notice"),
      url: try object.optionalText("url"))
  }
}
