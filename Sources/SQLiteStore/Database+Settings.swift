internal import Archive
internal import GRDB
private import GRDBSQLite

extension Database {
  /// The value of `synchronous` by which every commit waits for the disk.
  static var through: Int { Fault.breaks(.synchronousNormal) ? 1 : 2 }

  /// How many pages the log has when SQLite moves it into the file after a commit.
  static let checkpointed = 1000

  /// Sets a switch of SQLite and reads back that it is set.
  ///
  /// It is done by SQLite alone, anew each time: a statement that is kept would set nothing when it runs
  /// again, since some switches are set while the statement is read.
  ///
  /// - Throws: ``ArchiveError/refused(_:)`` when it is not.
  func insist(on name: String, _ value: Int) throws(ArchiveError) {
    _ = try number("PRAGMA \(name) = \(value)")
    let found = try number("PRAGMA \(name)")
    guard found == value else {
      throw .refused("\(name) is \(found.map { "\($0)" } ?? "unknown"), not \(value)")
    }
  }

  /// Runs a statement that is not kept; the number that it gives, if it gives one.
  private func number(_ sql: String) throws(ArchiveError) -> Int? {
    var found: Int?
    let code = sqlite3_exec(
      sqliteConnection, sql,
      { found, count, values, _ in
        guard count > 0, let text = values?[0] else { return 0 }
        found?.assumingMemoryBound(to: Int?.self).pointee = Int(String(cString: text))
        return 0
      }, &found, nil)
    guard code == SQLITE_OK else { throw fault(code) }
    return found
  }
}
