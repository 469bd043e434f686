internal import Archive

/// What a data file is run with, for whoever looks after it.
public struct SQLiteCondition: Hashable, Sendable {
  /// The version of SQLite, as its makers write it.
  public let version: String
  /// How far commits are written through: 2 is all the way to the disk.
  public let synchronous: Int64
  /// Whether what is deleted is wiped: 1.
  public let secureDelete: Int64
  /// The layout of the tables.
  public let layout: Int

  /// Whether a file that two connections write and check-point at once can be damaged: SQLite before
  /// 3.51.3.
  public var needsSingleOwner: Bool {
    let numbers = version.split(separator: ".").map { Int($0) ?? 0 }
    return numbers.lexicographicallyPrecedes([3, 51, 3])
  }
}

extension SQLiteEngine {
  /// Asks the writing connection what it runs with.
  ///
  /// - Returns: its condition.
  /// - Throws: ``ArchiveError``.
  public func condition() async throws -> SQLiteCondition {
    try await writeEssential { transaction in
      SQLiteCondition(
        version: try transaction.first("SELECT sqlite_version()")?.text(0) ?? "",
        synchronous: try transaction.first("PRAGMA synchronous")?.integer(0) ?? -1,
        secureDelete: try transaction.first("PRAGMA secure_delete")?.integer(0) ?? -1,
        layout: Int(clamping: try transaction.first("PRAGMA user_version")?.integer(0) ?? -1))
    }
  }
}
