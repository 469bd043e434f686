internal import Archive
private import Foundation
internal import GRDB

/// The tables of a file: made, brought up to date, or refused.
enum SQLiteLayout {
  /// Marks a file as ours: "anam" in the header's application id.
  private static let application: Int32 = 0x616E_616D

  static func prepare(_ pool: DatabasePool, path: String, creating: Bool) throws {
    let (application, layout, tables) = try pool.read { database in
      (
        try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      )
    }
    guard application == SQLiteLayout.application || (creating && application == 0 && tables == 0)
    else {
      throw ArchiveError.notAnArchive(path: path, reason: "the database belongs to another program")
    }
    guard layout >= 0 else {
      throw ArchiveError.notAnArchive(path: path, reason: "its layout has a negative number")
    }
    guard layout <= Schema.layout else {
      throw ArchiveError.newerLayout(found: layout, known: Schema.layout)
    }
    if layout == Schema.layout { return }
    if layout > 0 {
      try snapshot(pool, to: "\(path).layout-\(layout)")
      Fault.point(.afterSnapshot)
    }
    try pool.write { database in
      for statement in Schema.migrations[layout...].joined() {
        try database.execute(sql: sql(statement))
        if Fault.breaks(.stepwiseMigration) { try database.execute(sql: "COMMIT; BEGIN") }
        Fault.point(.midMigration)
      }
      try database.execute(sql: immutableTrail)
      try database.execute(sql: "PRAGMA application_id = \(SQLiteLayout.application)")
      try database.execute(sql: "PRAGMA user_version = \(Schema.layout)")
    }
  }

  /// What stands in the file beside or in the place of today's tables and triggers.
  static func faults(of found: [String]) -> [String] {
    let triggers = immutableTrail.split(separator: "END;").map { $0 + "END" }
    let own = Schema.migrations.joined().map(sql) + triggers.map(String.init)
    let expected = Set(own.map(normal))
    let others = Set(found.map(normal)).subtracting(expected)
    let missing = expected.subtracting(found.map(normal))
    return others.sorted().map { "the database holds what is not ours: \($0.prefix(80))" }
      + missing.sorted().map { "the database lacks: \($0.prefix(80))" }
  }

  /// A statement as one line, as it is compared.
  private static func normal(_ sql: String) -> String {
    sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(" IF NOT EXISTS", with: "")
  }

  /// Copies the file as it is, to the disk; a copy that an interrupted run left is replaced.
  private static func snapshot(_ pool: DatabasePool, to path: String) throws {
    let partial = path + ".partial"
    try? FileManager.default.removeItem(atPath: partial)
    try FileOwner.makeFile(partial)
    try pool.writeWithoutTransaction { database in
      try database.execute(sql: "VACUUM INTO ?", arguments: [partial])
    }
    try FileOwner.settle(partial, at: path)
  }

  /// A statement with the types of SQLite in the place of the tokens.
  private static func sql(_ statement: String) -> String {
    statement.replacing("INT64", with: "INTEGER").replacing("BYTES", with: "BLOB")
      .replacing("KEYTEXT", with: "TEXT")
  }

  /// The audit trail is only ever added to.
  static let immutableTrail = """
    CREATE TRIGGER IF NOT EXISTS audit_stays BEFORE UPDATE ON audit
    BEGIN SELECT raise(ABORT, 'the audit trail is never changed'); END;
    CREATE TRIGGER IF NOT EXISTS audit_is_kept BEFORE DELETE ON audit
    BEGIN SELECT raise(ABORT, 'the audit trail is never shortened'); END;
    """
}
