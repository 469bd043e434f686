/// Reads the document of kind `codes`.
struct CodeRegisterReader {
  private let library: Library
  private let record: Object

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: Library.recordKeys.union(["system", "codes"]))
  }

  /// Reads the document.
  ///
  /// - Returns: the register.
  /// - Throws: an error that names the field.
  func register() throws(KnowledgeError) -> CodeRegister {
    let system = try record.required("system").text()
    var rows: [CodeRegister.Row] = []
    var seen: Set<String> = []
    for field in try record.required("codes").list() {
      let object = try field.object(keys: ["code", "meaning", "instruments"])
      let code = try object.required("code").text()
      guard seen.insert(code).inserted else { throw field.failure(.duplicate(code)) }
      rows.append(
        CodeRegister.Row(
          code: Code(system: system, value: code), meaning: try object.required("meaning").text(),
          instruments: try instruments(object.required("instruments"))))
    }
    return CodeRegister(rows: rows, provenance: try library.provenance(of: record))
  }

  private func instruments(_ field: Field) throws(KnowledgeError) -> [InstrumentID] {
    var ids: [InstrumentID] = []
    for element in try field.list() { ids.append(InstrumentID(rawValue: try element.text())) }
    return ids
  }
}
