/// Reads a document of kind `windows`.
struct WindowsReader {
  let library: Library
  let medicines: MedicineCatalogue
  let treatments: Set<TreatmentID>
  let record: Object
  let provenance: Provenance

  /// What every window says of itself and when it counts as open.
  struct Status {
    let statement: String
    let openAbove: Double
  }

  private static let lists = ["kernels", "modifiers", "hypotheses", "findings"]

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  ///   - medicines: the medicines and classes that may be named.
  ///   - treatments: the treatments that may be named.
  /// - Throws: an error at the first unknown key.
  init(
    _ root: Field, library: Library, medicines: MedicineCatalogue, treatments: Set<TreatmentID>
  ) throws(KnowledgeError) {
    self.library = library
    self.medicines = medicines
    self.treatments = treatments
    record = try root.object(
      keys: Library.recordKeys.union(WindowsReader.lists).union(["status"]))
    provenance = try library.provenance(of: record)
  }

  /// Reads the status.
  ///
  /// - Returns: the status; nil when the document has none.
  /// - Throws: an error that names the field.
  func status() throws(KnowledgeError) -> Status? {
    guard let field = record.optional("status") else { return nil }
    let object = try field.object(keys: ["statement", "openAbove"])
    return Status(
      statement: try object.required("statement").text(),
      openAbove: try object.required("openAbove").fraction())
  }

  /// The identifiers of all records of the document, each with its place.
  func identifiers() throws(KnowledgeError) -> [(place: Field, id: String)] {
    var found: [(place: Field, id: String)] = []
    for key in WindowsReader.lists {
      for place in try places(key) { found.append((place, place.record ?? "")) }
    }
    return found
  }

  /// The records of one list, called by their identifiers.
  func places(_ key: String) throws(KnowledgeError) -> [Field] {
    try record.optional(key)?.list().map { $0.named(by: "id") } ?? []
  }

  /// Reads published numbers.
  func findings(of object: Object) throws(KnowledgeError) -> [KernelDefinition.Finding] {
    var findings: [KernelDefinition.Finding] = []
    for place in try object.optional("published")?.list() ?? [] {
      let group = try place.object(keys: Library.evidenceKeys.union(["text"]))
      findings.append(
        KernelDefinition.Finding(
          text: try group.required("text").text(), evidence: try library.evidence(of: group)))
    }
    return findings
  }

  /// Reads a length of time.
  ///
  /// - Parameters:
  ///   - field: the place of the number.
  ///   - unit: the unit it is written in.
  /// - Returns: the length in days.
  /// - Throws: an error when it is not above 0 or longer than ten years.
  func days(_ field: Field, in unit: KernelShape.Unit) throws(KnowledgeError) -> Double {
    let days = try field.number() * unit.days
    guard days > 0, days <= 3653 else {
      throw field.failure(expected: "a length of time above 0, at most ten years")
    }
    return days
  }

  /// Reads two lengths of time in order.
  func span(
    _ field: Field, in unit: KernelShape.Unit
  ) throws(KnowledgeError) -> ClosedRange<Double> {
    let range = try field.range()
    guard range.lowerBound >= 0, range.lowerBound < range.upperBound,
      range.upperBound * unit.days <= 3653
    else { throw field.failure(expected: "two lengths of time, the shorter first") }
    return range.lowerBound * unit.days...range.upperBound * unit.days
  }
}
