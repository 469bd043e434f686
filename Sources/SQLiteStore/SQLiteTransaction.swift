internal import Archive
internal import GRDB
private import GRDBSQLite

/// A transaction of SQLite.
///
/// Statements are kept and stepped through directly: a page needs some twenty of them, and what GRDB
/// does beside each takes longer than SQLite does.
struct SQLiteTransaction: Transaction {
  let database: Database

  func run(_ sql: String, _ values: [StoredValue]) throws -> [StoredRow] {
    var rows: [StoredRow] = []
    try each(sql, values) { rows.append($0) }
    return rows
  }

  func each(
    _ sql: String, _ values: [StoredValue], _ body: (StoredRow) throws -> Void
  ) throws {
    let statement = try database.prepared(sql)
    let row = statement.sqliteStatement
    defer {
      sqlite3_reset(row)
      sqlite3_clear_bindings(row)
    }
    try withExtendedLifetime(statement) {
      try database.bind(values, to: row)
      let columns = 0..<sqlite3_column_count(row)
      while try database.step(row) { try body(StoredRow(columns.map { StoredValue(of: row, $0) })) }
    }
  }
}

extension Database {
  /// Runs a statement that gives no rows and stands ready from the second time on.
  ///
  /// - Throws: ``ArchiveError``.
  func perform(_ sql: String) throws(ArchiveError) {
    let statement = try prepared(sql)
    let row = statement.sqliteStatement
    defer { sqlite3_reset(row) }
    while try step(row) {}
  }

  /// A statement that is kept from one use to the next, or a new one while that one is in use.
  fileprivate func prepared(_ sql: String) throws(ArchiveError) -> Statement {
    do {
      let kept = try cachedStatement(sql: sql)
      return sqlite3_stmt_busy(kept.sqliteStatement) == 0 ? kept : try makeStatement(sql: sql)
    } catch {
      throw (error as? DatabaseError).map(ArchiveError.init) ?? .refused("\(error)")
    }
  }

  /// Goes to the next row.
  ///
  /// - Returns: whether there is one.
  fileprivate func step(_ row: SQLiteStatement) throws(ArchiveError) -> Bool {
    switch sqlite3_step(row) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw fault(code)
    }
  }

  /// Gives a statement its parameters; all of them, and no more.
  fileprivate func bind(
    _ values: [StoredValue], to row: SQLiteStatement
  ) throws(ArchiveError) {
    guard Int(sqlite3_bind_parameter_count(row)) == values.count else {
      throw .refused("the statement does not take \(values.count) parameters")
    }
    for (index, value) in zip(CInt(1)..., values) {
      let code = try value.bind(to: row, at: index)
      guard code == SQLITE_OK else { throw fault(code) }
    }
  }

  /// What a code of SQLite means, with its own words.
  func fault(_ code: CInt) -> ArchiveError {
    let message = String(cString: sqlite3_errmsg(sqliteConnection))
    return ArchiveError(DatabaseError(resultCode: ResultCode(rawValue: code), message: message))
  }
}

extension StoredValue {
  /// Has SQLite copy the bytes before the call returns (`SQLITE_TRANSIENT`).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Gives a statement the value as a parameter.
  ///
  /// - Returns: what SQLite says of it.
  fileprivate func bind(
    to row: SQLiteStatement, at index: CInt
  ) throws(ArchiveError) -> CInt {
    switch self {
    case .null: return sqlite3_bind_null(row, index)
    case .integer(let value): return sqlite3_bind_int64(row, index, value)
    case .text(let value):
      // SQLite would take it and PostgreSQL refuses it.
      if value.utf8.contains(0) { throw .refused("a text must not contain a NUL") }
      return sqlite3_bind_text(row, index, value, -1, StoredValue.copied)
    case .bytes(let value):
      // No bytes have no address, which SQLite would take for no value.
      if value.isEmpty { return sqlite3_bind_zeroblob(row, index, 0) }
      return sqlite3_bind_blob64(row, index, value, UInt64(value.count), StoredValue.copied)
    }
  }

  /// A column of the row that a statement stands at.
  fileprivate init(of row: SQLiteStatement, _ column: CInt) {
    switch sqlite3_column_type(row, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(row, column))
    case SQLITE_FLOAT: self = .text("\(sqlite3_column_double(row, column))")
    case SQLITE_TEXT:
      let start = sqlite3_column_text(row, column)
      let count = Int(sqlite3_column_bytes(row, column))
      self = .text(
        String(
          decoding: UnsafeBufferPointer(start: start, count: start == nil ? 0 : count),
          as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(row, column)
      let count = Int(sqlite3_column_bytes(row, column))
      self = .bytes(Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
    default: self = .null
    }
  }
}

extension ArchiveError {
  /// What an error of SQLite means for an archive.
  init(_ error: DatabaseError) {
    let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(reason)
    case .SQLITE_IOERR: self = .stopped(reason)
    case .SQLITE_CORRUPT: self = .damaged("the data file is damaged (\(reason))")
    case .SQLITE_NOTADB: self = .damaged("the data file is no database (\(reason))")
    default: self = .refused(reason)
    }
  }
}
