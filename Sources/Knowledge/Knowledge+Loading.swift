extension Knowledge {
  /// Reads and checks documents.
  ///
  /// - Parameter documents: the documents in any order: one list of sources, one of course
  ///   definitions, any number of instruments and lists of contacts.
  /// - Throws: an error that names document, record and field.
  public init(documents: [KnowledgeDocument]) throws(KnowledgeError) {
    throw KnowledgeError(.missing)
  }
}
