internal import Archive
private import Foundation
internal import GRDB
private import GRDBSQLite

/// A transaction of SQLite.
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
    do {
      let statement = try database.cachedStatement(sql: sql)
      let arguments = StatementArguments(try values.map { try $0.databaseValue() })
      let cursor = try Row.fetchCursor(statement, arguments: arguments)
      // The columns are taken from the statement itself, which saves a copy of every value.
      let row = statement.sqliteStatement
      let columns = 0..<sqlite3_column_count(row)
      while try cursor.next() != nil {
        try body(StoredRow(columns.map { StoredValue(of: row, $0) }))
      }
    } catch let error as DatabaseError {
      throw ArchiveError(error)
    }
  }
}

extension StoredValue {
  /// The value as SQLite holds it.
  fileprivate func databaseValue() throws(ArchiveError) -> DatabaseValue {
    switch self {
    case .null: return .null
    case .integer(let value): return value.databaseValue
    case .text(let value):
      // SQLite would take it and PostgreSQL refuses it.
      if value.utf8.contains(0) { throw .refused("a text must not contain a NUL") }
      return value.databaseValue
    case .bytes(let value): return Data(value).databaseValue
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
