extension Knowledge {
  /// Reads the time courses of treatments.
  ///
  /// - Parameters:
  ///   - roots: the documents of kind `windows`; exactly one of them holds the status.
  ///   - library: the sources that may be cited.
  ///   - medicines: the medicines and classes that may be named.
  ///   - treatments: the treatments that may be named.
  /// - Returns: the definitions; nil without documents.
  /// - Throws: an error that names document, record and field.
  static func windows(
    in roots: [Field], citing library: Library, naming medicines: MedicineCatalogue,
    and treatments: Set<TreatmentID>
  ) throws(KnowledgeError) -> WindowDefinitions? {
    guard let first = roots.first else { return nil }
    var status: WindowsReader.Status?
    var kernels: [KernelDefinition] = []
    var modifiers: [WindowModifier] = []
    var hypotheses: [WindowHypothesis] = []
    var findings: [WindowFinding] = []
    var names: Set<String> = []
    for root in roots {
      let reader = try WindowsReader(
        root.called("windows"), library: library, medicines: medicines, treatments: treatments)
      if let found = try reader.status() {
        guard status == nil else { throw root.failure(.duplicate("status")) }
        status = found
      }
      kernels += try reader.kernels()
      modifiers += try reader.modifiers()
      hypotheses += try reader.hypotheses()
      findings += try reader.findings()
      for (place, id) in try reader.identifiers() where !names.insert(id).inserted {
        throw place.failure(.duplicate(id))
      }
    }
    guard let status else {
      throw first.failure(
        .inconsistent("no document of kind 'windows' holds the status; add the key 'status'"))
    }
    return WindowDefinitions(
      statement: status.statement, openAbove: status.openAbove, kernels: kernels,
      modifiers: modifiers, hypotheses: hypotheses, findings: findings)
  }
}
