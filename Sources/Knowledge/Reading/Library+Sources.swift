extension Library {
  /// Reads lists of sources.
  ///
  /// - Parameter roots: the documents of kind `sources`.
  /// - Throws: an error at the first entry that is incomplete or named twice.
  init(merging roots: [Field]) throws(KnowledgeError) {
    var sources: [SourceID: Source] = [:]
    for root in roots {
      let object = try root.called("sources").object(keys: ["kind", "schemaVersion", "sources"])
      _ = try object.required("schemaVersion").integer(in: 1...1)
      for field in try object.required("sources").list() {
        let source = try Library.source(field)
        guard sources.updateValue(source, forKey: source.id) == nil else {
          throw field.failure(.duplicate(source.id.rawValue))
        }
      }
    }
    self.init(sources: sources)
  }

  private static func source(_ field: Field) throws(KnowledgeError) -> Source {
    let object = try field.object(keys: ["id", "citation", "url", "reading"])
    return Source(
      id: SourceID(rawValue: try object.required("id").text()),
      citation: try object.required("citation").text(), url: try object.optionalText("url"),
      reading: try object.required("reading").choice())
  }
}
