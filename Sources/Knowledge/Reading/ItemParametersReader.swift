/// Reads a document of kind `itemParameters`.
struct ItemParametersReader {
  private let library: Library
  private let record: Object

  private static let keys: Set<String> = Library.recordKeys.union([
    "instrument", "model", "population", "forms", "items",
  ])

  /// The models whose parameters are understood.
  private enum Model: String, CaseIterable {
    case gradedResponse
  }

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: ItemParametersReader.keys)
  }

  /// Reads the document.
  ///
  /// - Parameter instruments: the instruments that may be named.
  /// - Returns: the parameters.
  /// - Throws: an error that names the field.
  func parameters(
    of instruments: [InstrumentID: Instrument]
  ) throws(KnowledgeError) -> ItemParameters {
    let field = try record.required("instrument")
    let id = InstrumentID(rawValue: try field.text())
    guard let instrument = instruments[id] else { throw field.failure(.unknownInstrument(id)) }
    _ = try record.required("model").choice(Model.self)
    let group = try record.required("items").object(keys: Library.evidenceKeys.union(["list"]))
    return ItemParameters(
      instrument: id, items: try items(group.required("list"), of: instrument),
      population: try record.required("population").text(),
      forms: try record.required("forms").integer(in: 1...1_000_000_000),
      provenance: try library.provenance(of: record), evidence: try library.evidence(of: group))
  }

  /// Items in the instrument's order, whatever the order in the document.
  private func items(
    _ field: Field, of instrument: Instrument
  ) throws(KnowledgeError) -> [ItemParameters.Item] {
    var found: [ItemID: ItemParameters.Item] = [:]
    for entry in try field.list() {
      let item = try item(entry, of: instrument)
      guard found.updateValue(item, forKey: item.item) == nil else {
        throw entry.failure(.duplicate(item.item.rawValue))
      }
    }
    guard !found.isEmpty else { throw field.failure(.missing) }
    return instrument.items.compactMap { found[$0.id] }
  }

  private func item(
    _ entry: Field, of instrument: Instrument
  ) throws(KnowledgeError) -> ItemParameters.Item {
    let object = try entry.object(keys: ["item", "discrimination", "difficulties"])
    let name = try object.required("item")
    let id = ItemID(rawValue: try name.text())
    guard instrument.items.contains(where: { $0.id == id }) else {
      throw name.failure(.unknownItem(id))
    }
    guard !instrument.safetyItems.contains(where: { $0.item == id }),
      instrument.scoring?.neverImpute.contains(id) != true
    else {
      throw name.failure(
        .inconsistent(
          "the answer to '\(id)' is never smoothed or filled in; leave its parameters out"))
    }
    let discrimination = try object.required("discrimination")
    guard try discrimination.number() > 0 else {
      throw discrimination.failure(.inconsistent("a discrimination is above 0"))
    }
    return ItemParameters.Item(
      item: id, discrimination: try discrimination.number(),
      difficulties: try difficulties(object.required("difficulties"), of: instrument))
  }

  private func difficulties(
    _ field: Field, of instrument: Instrument
  ) throws(KnowledgeError) -> [Double] {
    var numbers: [Double] = []
    for element in try field.list() { numbers.append(try element.number()) }
    guard numbers.count == instrument.options.count - 1 else {
      throw field.failure(
        .inconsistent("\(instrument.options.count) answers have one difficulty less"))
    }
    guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw field.failure(.inconsistent("difficulties rise from each answer to the next"))
    }
    return numbers
  }
}
