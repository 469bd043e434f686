internal import Archive
internal import Time
internal import Vault

/// A row of a table of this room.
///
/// It is stored with the clinic before its columns and, behind them, a tag over all of them: a row
/// that was changed from outside, or moved to another place, is not taken.
protocol StoredRecord {
  /// The table.
  static var table: String { get }
  /// The columns, those that identify the row first.
  static var columns: [String] { get }
  /// How many columns identify the row within the clinic.
  static var keyCount: Int { get }
  /// The values of the columns in order.
  var values: [StoredValue] { get }
  /// Reads the values of the columns in order.
  init(_ row: StoredRow) throws
}

extension AuditedTransaction {
  /// Adds a row.
  func insert<Record: StoredRecord>(_ record: Record) throws {
    let columns = ["clinic"] + Record.columns + ["tag"]
    let places = columns.indices.map { "$\($0 + 1)" }
    _ = try run(
      """
      INSERT INTO \(Record.table) (\(columns.joined(separator: ", ")))
      VALUES (\(places.joined(separator: ", ")))
      """, [.integer(clinic)] + record.values + [.bytes(tag(of: record))])
  }

  /// Writes the row with the same identity anew.
  func update<Record: StoredRecord>(_ record: Record) throws {
    let values = record.values
    let (keys, rest) = (values.prefix(Record.keyCount), values.dropFirst(Record.keyCount))
    let changed = Record.columns.dropFirst(Record.keyCount) + ["tag"]
    let assignments = changed.enumerated().map { "\($1) = $\($0 + 1)" }
    let conditions = (["clinic"] + Record.columns.prefix(Record.keyCount)).enumerated()
      .map { "\($1) = $\($0 + 1 + changed.count)" }
    _ = try run(
      """
      UPDATE \(Record.table) SET \(assignments.joined(separator: ", "))
      WHERE \(conditions.joined(separator: " AND "))
      """, rest + [.bytes(tag(of: record)), .integer(clinic)] + keys)
  }

  /// Removes the row with the same identity.
  func delete<Record: StoredRecord>(_ record: Record) throws {
    let conditions = (["clinic"] + Record.columns.prefix(Record.keyCount)).enumerated()
      .map { "\($1) = $\($0 + 1)" }
    _ = try run(
      "DELETE FROM \(Record.table) WHERE \(conditions.joined(separator: " AND "))",
      [.integer(clinic)] + record.values.prefix(Record.keyCount))
  }

  /// The rows that meet a condition, each held against its tag.
  ///
  /// - Parameters:
  ///   - type: what to read.
  ///   - condition: SQL whose parameters begin with `$2`; nothing for all rows of the clinic.
  ///   - values: the parameters from `$2` on.
  ///   - order: the columns to order by.
  /// - Returns: the rows.
  /// - Throws: `ArchiveError.damaged` when a row was changed from outside.
  func rows<Record: StoredRecord>(
    _ type: Record.Type, where condition: String = "", _ values: [StoredValue] = [],
    by order: String = ""
  ) throws -> [Record] {
    let columns = (Record.columns + ["tag"]).joined(separator: ", ")
    let condition = condition.isEmpty ? "" : " AND \(condition)"
    let order = order.isEmpty ? "" : " ORDER BY \(order)"
    return try run(
      "SELECT \(columns) FROM \(Record.table) WHERE clinic = $1\(condition)\(order)",
      [.integer(clinic)] + values
    ).map { row in
      let record = try Record(row)
      guard equalInConstantTime(try row.bytes(Record.columns.count), tag(of: record)) else {
        throw ArchiveError.damaged("a row of \(Record.table) was changed from outside")
      }
      return record
    }
  }

  /// The row that meets a condition; see ``rows(_:where:_:by:)``.
  func row<Record: StoredRecord>(
    _ type: Record.Type, where condition: String, _ values: [StoredValue]
  ) throws -> Record? {
    try rows(type, where: condition, values).first
  }

  private func tag<Record: StoredRecord>(of record: Record) -> [UInt8] {
    let columns = [StoredValue.integer(clinic)] + record.values
    return tag(
      of: SealedPlace(table: Record.table, row: "", columns: columns.map(\.taggedBytes)))
  }
}

extension StoredValue {
  /// The value behind a byte for its type.
  fileprivate var taggedBytes: [UInt8] {
    switch self {
    case .null: [0]
    case .integer(let value): [1] + SealedPlace.bytes(of: value)
    case .text(let text): [2] + Array(text.utf8)
    case .bytes(let bytes): [3] + bytes
    }
  }

  /// A moment or no value.
  static func moment(_ milliseconds: Int64?) -> StoredValue {
    milliseconds.map(StoredValue.integer) ?? .null
  }

  /// Bytes or no value.
  static func optional(_ bytes: [UInt8]?) -> StoredValue { bytes.map(StoredValue.bytes) ?? .null }
}

extension StoredRow {
  /// A moment.
  func instant(_ index: Int) throws -> Instant { Instant(milliseconds: try integer(index)) }

  /// A moment, or nil.
  func optionalInstant(_ index: Int) throws -> Instant? {
    isNull(index) ? nil : try instant(index)
  }

  /// Bytes, or nil.
  func optionalBytes(_ index: Int) throws -> [UInt8]? { isNull(index) ? nil : try bytes(index) }

  /// A word of a closed list.
  func word<Word: RawRepresentable>(
    _ index: Int, as type: Word.Type
  ) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text(index)) else {
      throw ArchiveError.damaged("a row holds a word that is not known")
    }
    return word
  }
}
