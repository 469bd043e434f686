internal import Archive
private import Foundation
internal import GRDB

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
      while let row = try cursor.next() {
        try body(StoredRow(row.databaseValues.map(StoredValue.init)))
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

  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let value): self = .integer(value)
    case .double(let value): self = .text("\(value)")
    case .string(let value): self = .text(value)
    case .blob(let value): self = .bytes(Array(value))
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
