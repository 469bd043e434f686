extension Knowledge {
  /// Reads the methods of staging.
  ///
  /// - Parameters:
  ///   - roots: the documents of kind `stagingMethods`, one at most.
  ///   - library: the sources that may be cited.
  ///   - medicines: the vocabulary that may be named.
  ///   - treatments: the treatments that may be named.
  /// - Returns: the definitions; nil without a document.
  /// - Throws: an error that names document and field.
  static func staging(
    in roots: [Field], citing library: Library, naming medicines: MedicineCatalogue,
    and treatments: Set<TreatmentID>
  ) throws(KnowledgeError) -> StagingDefinitions? {
    guard let root = roots.first else { return nil }
    if roots.count > 1 { throw roots[1].failure(.duplicate("stagingMethods")) }
    return try StagingReader(
      root.called("staging"), library: library, medicines: medicines, treatments: treatments
    ).definitions()
  }
}
