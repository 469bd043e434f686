public import Knowledge

/// Reads a CSV file by a mapping and yields the entries of a record.
///
/// The file is given in chunks of bytes, and each chunk yields the entries that are complete by
/// then; what is remembered between chunks is one row and the state of each person, so that memory
/// does not grow with the file. Identifiers depend only on what an entry says: importing a file
/// twice gives the same entries.
///
/// ```swift
/// var csv = try CSVImport(mapping: mapping, knowledge: knowledge)
/// for chunk in chunks {
///   store(try csv.consume(chunk).entries)
///   show(csv.summary.rowsRead)
/// }
/// store(try csv.finish().entries)
/// ```
public struct CSVImport: Sendable {
  private var reader: CSVReader
  private var rows: RowImport
  private let isStrict: Bool

  /// How much of the file was used so far; long work can show it as progress.
  public var summary: Summary { rows.summary }

  /// Creates an import.
  ///
  /// - Parameters:
  ///   - mapping: what the columns mean.
  ///   - knowledge: the instruments that the mapping names.
  ///   - isStrict: whether the first bad row or cell refuses the file. Entries of earlier chunks
  ///     are then not to be kept either.
  /// - Throws: that the mapping names an instrument or an item that is not known.
  public init(
    mapping: Mapping, knowledge: Knowledge, isStrict: Bool = false
  ) throws(InterchangeError) {
    for rule in mapping.columns { try rule.check(knowledge) }
    self.isStrict = isStrict
    reader = CSVReader(separator: mapping.separator)
    rows = RowImport(mapping, knowledge)
  }

  /// Reads the next bytes of the file.
  ///
  /// - Parameter bytes: any part of the file, cut anywhere.
  /// - Returns: the entries and problems of the rows that end within the bytes.
  /// - Throws: why the file as a whole is refused; further calls throw the same.
  public mutating func consume(_ bytes: some Sequence<UInt8>) throws(InterchangeError) -> Batch {
    if let failure = rows.failure { throw failure }
    var batch = Batch()
    try reader.read(bytes) { rows.add($0, &batch) }
    return try checked(batch)
  }

  /// Ends the file.
  ///
  /// - Returns: the entries and problems of its end: the last row, the last day and the last phase
  ///   of each person.
  /// - Throws: why the file as a whole is refused.
  public mutating func finish() throws(InterchangeError) -> Batch {
    if let failure = rows.failure { throw failure }
    var batch = Batch()
    try reader.finish { rows.add($0, &batch) }
    if rows.failure == nil, rows.summary.rowsRead == 0 { rows.failure = .headerOnly }
    rows.finish(&batch)
    return try checked(batch)
  }

  private mutating func checked(_ batch: Batch) throws(InterchangeError) -> Batch {
    if isStrict, rows.failure == nil, let problem = batch.problems.first {
      rows.failure = InterchangeError(problem)
    }
    if let failure = rows.failure { throw failure }
    rows.summary.entriesWritten += batch.entries.count
    return batch
  }
}

extension ColumnRule {
  /// Refuses instruments and items that are not known.
  fileprivate func check(_ knowledge: Knowledge) throws(InterchangeError) {
    let place = "mapping, columns.\(column)"
    switch meaning {
    case .instrumentTotal(let id, _): _ = try find(id, knowledge, place)
    case .instrumentItem(let id, let item, _):
      let scoring = try find(id, knowledge, place).scoring
      let items = scoring?.scales.map(\.item.rawValue) ?? []
      guard !items.contains(item.rawValue) else { return }
      throw InterchangeError(
        place: place, reason: "\(id) has no item \(item.rawValue.quotedShort)",
        cure: items.isEmpty
          ? "only its total is kept here; write as: instrumentTotal"
          : "write one of \(items.joined(separator: ", "))")
    default: return
    }
  }

  private func find(
    _ id: InstrumentID, _ knowledge: Knowledge, _ place: String
  ) throws(InterchangeError) -> Instrument {
    guard let instrument = knowledge.instruments[id] else {
      let known = knowledge.instruments.keys.sorted().map(\.rawValue).joined(separator: ", ")
      throw InterchangeError(
        place: place, reason: "there is no instrument \(id.rawValue.quotedShort)",
        cure: "write one of \(known)")
    }
    return instrument
  }
}
