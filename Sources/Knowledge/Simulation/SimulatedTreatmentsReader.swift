/// Reads a document of kind `simulatedTreatments`.
struct SimulatedTreatmentsReader {
  private let library: Library
  private let record: Object
  private let kernels: Set<KernelID>

  private static let keys: Set<String> = Library.evidenceKeys.union([
    "id", "name", "kernel", "window", "lift", "retrievalLoss", "occupancy", "practice", "visits",
  ])

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  ///   - kernels: the time courses that may be named.
  /// - Throws: an error at the first unknown key.
  init(
    _ root: Field, library: Library, kernels: Set<KernelID>
  ) throws(KnowledgeError) {
    self.library = library
    self.kernels = kernels
    record = try root.object(keys: Library.recordKeys.union(["treatments"]))
    _ = try library.provenance(of: record)
  }

  /// Reads the treatments.
  ///
  /// - Returns: the treatments in the order of the document.
  /// - Throws: an error that names the field.
  func treatments() throws(KnowledgeError) -> [SimulatedTreatment] {
    var found: [SimulatedTreatment] = []
    for place in try record.required("treatments").list() {
      let treatment = try treatment(place.named(by: "id"))
      guard !found.contains(where: { $0.id == treatment.id }) else {
        throw place.failure(.duplicate(treatment.id))
      }
      found.append(treatment)
    }
    return found
  }

  private func treatment(_ place: Field) throws(KnowledgeError) -> SimulatedTreatment {
    let object = try place.object(keys: SimulatedTreatmentsReader.keys)
    let practice = try object.optional("practice")?.object(keys: ["units", "aimed"])
    let visits = try object.required("visits").object(keys: ["first", "later"])
    return SimulatedTreatment(
      id: try object.required("id").text(), name: try object.required("name").text(),
      kernel: try kernel(object.optional("kernel")),
      window: try impulse(object.optional("window"), amount: "amplitude"),
      lift: try number(object.optional("lift"), in: 0...20),
      retrievalLoss: try impulse(object.optional("retrievalLoss"), amount: "share"),
      occupancy: try number(object.optional("occupancy"), in: 0...1),
      practice: try number(practice?.required("units"), in: 0...10),
      aimed: try number(practice?.optional("aimed"), in: 0...1),
      firstVisit: try number(visits.required("first"), in: 0...10),
      laterVisit: try number(visits.required("later"), in: 0...10),
      evidence: try library.evidence(of: object))
  }

  private func kernel(_ field: Field?) throws(KnowledgeError) -> KernelID? {
    guard let field else { return nil }
    let id = KernelID(rawValue: try field.text())
    guard kernels.contains(id) else {
      throw field.failure(expected: "the identifier of a time course of kind 'windows'")
    }
    return id
  }

  private func impulse(
    _ field: Field?, amount: String
  ) throws(KnowledgeError) -> SimulatedTreatment.Impulse? {
    guard let field else { return nil }
    let object = try field.object(keys: [amount, "days"])
    return SimulatedTreatment.Impulse(
      amplitude: try number(object.required(amount), in: 0...1),
      days: try number(object.required("days"), in: 0.01...3653))
  }

  /// A number within a range; 0 where none is given.
  private func number(
    _ field: Field?, in range: ClosedRange<Double>
  ) throws(KnowledgeError) -> Double {
    guard let field else { return 0 }
    let number = try field.number()
    guard range.contains(number) else {
      throw field.failure(expected: "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}

extension Knowledge {
  /// Reads the treatments of the simulation.
  ///
  /// - Parameters:
  ///   - roots: the documents of kind `simulatedTreatments`.
  ///   - library: the sources that may be cited.
  ///   - windows: the published time courses that may be named.
  /// - Returns: the treatments in order; none without documents.
  /// - Throws: an error that names document, record and field.
  static func simulatedTreatments(
    in roots: [Field], citing library: Library, beside windows: WindowDefinitions?
  ) throws(KnowledgeError) -> [SimulatedTreatment] {
    guard let root = roots.first else { return [] }
    if roots.count > 1 { throw roots[1].failure(.duplicate("simulatedTreatments")) }
    return try SimulatedTreatmentsReader(
      root.called("simulatedTreatments"), library: library,
      kernels: Set(windows?.kernels.map(\.id) ?? [])
    ).treatments()
  }
}
