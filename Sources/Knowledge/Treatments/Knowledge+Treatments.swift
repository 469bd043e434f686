extension Knowledge {
  /// Finds a treatment by any of its names.
  ///
  /// - Parameter name: an identifier, a name or another name, in any case.
  /// - Returns: the treatment; nil when no record has that name. Never the nearest one.
  public func treatment(named name: String) -> Treatment? {
    let wanted = name.lowercased()
    return treatments.values.filter { $0.names.contains(wanted) }.min { $0.id < $1.id }
  }

  /// Reads the treatments.
  ///
  /// - Parameters:
  ///   - roots: the documents of kind `treatments`.
  ///   - library: the sources that may be cited.
  ///   - medicines: the medicines and the vocabulary that may be named.
  /// - Returns: the treatments by identifier.
  /// - Throws: an error that names document, record and field.
  static func treatments(
    in roots: [Field], citing library: Library, naming medicines: MedicineCatalogue
  ) throws(KnowledgeError) -> [TreatmentID: Treatment] {
    var treatments: [TreatmentID: Treatment] = [:]
    var names: Set<String> = []
    for root in roots {
      let reader = try TreatmentsReader(
        root.called("treatments"), library: library, medicines: medicines)
      for (place, treatment) in try reader.treatments() {
        treatments[treatment.id] = treatment
        for name in treatment.names where !names.insert(name).inserted {
          throw place.failure(.duplicate(name))
        }
      }
    }
    return treatments
  }
}

extension Treatment {
  /// Every name by which it may be asked for, in lower case, each once.
  var names: Set<String> { Set(([id.rawValue, name] + otherNames).map { $0.lowercased() }) }
}
