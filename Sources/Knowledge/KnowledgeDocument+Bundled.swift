extension KnowledgeDocument {
  /// Reads the documents that ship with the program.
  ///
  /// - Returns: the documents in the order of their names.
  /// - Throws: an error that names a resource that cannot be read.
  public static func bundled() throws(KnowledgeError) -> [KnowledgeDocument] {
    throw KnowledgeError(.resourcesMissing("Resources"))
  }
}
