/// A database that keeps an archive: SQLite by default.
///
/// Bodies are synchronous and see one consistent state. The SQL they run is the same text for every
/// engine: parameters are `$1`, `$2`, … in the order of their first use, numbers are 64-bit, truth
/// values are 0 and 1, and arithmetic is done in Swift.
public protocol Engine: Sendable {
  /// Reads one consistent state.
  ///
  /// - Parameter body: runs once or, after a transient fault, again.
  /// - Returns: what `body` returns.
  /// - Throws: ``ArchiveError``, or what `body` throws.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value

  /// Changes the state, all or nothing. When it returns, the change survives a power cut.
  ///
  /// Changes of one clinic happen one after another.
  ///
  /// - Parameter body: runs once or, after a transient fault, again.
  /// - Returns: what `body` returns.
  /// - Throws: ``ArchiveError``, or what `body` throws; then nothing was changed, unless it is
  ///   ``ArchiveError/outcomeUnknown(_:)``.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value

  /// Changes the state as ``write(_:)`` does, in room that is kept for it when the disk is full: for
  /// the audit trail of what was read, and for erasing.
  ///
  /// - Parameter body: runs once or, after a transient fault, again.
  /// - Returns: what `body` returns.
  /// - Throws: as ``write(_:)`` does.
  func writeEssential<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value

  /// Adds the line of a reading, as ``writeEssential(_:)`` does, but need not wait for the disk.
  ///
  /// When it returns, the line stands in its place and is not lost when the process ends. A power cut
  /// may take it until it is on the disk: soon after, or with the next change that is acknowledged. While
  /// a disk is late by more than a moment, lines wait for it as changes do.
  ///
  /// - Parameter body: runs once or, after a transient fault, again.
  /// - Returns: what `body` returns.
  /// - Throws: as ``write(_:)`` does.
  func writeSoon<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value

  /// Waits until everything that could be read when it was called is on the disk.
  ///
  /// - Throws: ``ArchiveError`` when it cannot be brought there.
  func writeThrough() async throws

  /// Examines the structure of the stored data, indexes included.
  ///
  /// - Returns: what is wrong, in the database's own words; empty when nothing is.
  /// - Throws: ``ArchiveError`` when it cannot be examined.
  func structuralFaults() async throws -> [String]
}

extension Engine {
  /// Waits for the disk, as every change does where an engine has no quicker way.
  ///
  /// - Parameter body: runs once or, after a transient fault, again.
  /// - Returns: what `body` returns.
  /// - Throws: as ``write(_:)`` does.
  public func writeSoon<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value { try await writeEssential(body) }

  /// There is nothing to wait for where every change waits.
  public func writeThrough() {}
}

/// What a body may do within a transaction.
public protocol Transaction {
  /// Runs one statement.
  ///
  /// - Parameters:
  ///   - sql: the statement.
  ///   - values: its parameters in order.
  /// - Returns: the rows it gives.
  /// - Throws: ``ArchiveError``.
  func run(_ sql: String, _ values: [StoredValue]) throws -> [StoredRow]

  /// Runs one statement and takes its rows one by one, so that memory stays flat.
  ///
  /// - Parameters:
  ///   - sql: the statement.
  ///   - values: its parameters in order.
  ///   - body: is called with each row.
  /// - Throws: ``ArchiveError``, and what `body` throws.
  func each(_ sql: String, _ values: [StoredValue], _ body: (StoredRow) throws -> Void) throws
}

extension Transaction {
  /// Runs one statement and takes its first row.
  ///
  /// - Parameters:
  ///   - sql: the statement.
  ///   - values: its parameters in order.
  /// - Returns: the row, or `nil` when there is none.
  /// - Throws: ``ArchiveError``.
  public func first(_ sql: String, _ values: [StoredValue] = []) throws -> StoredRow? {
    try run(sql, values).first
  }

  /// Runs one statement and takes its rows some at a time.
  ///
  /// - Parameters:
  ///   - sql: the statement.
  ///   - values: its parameters in order.
  ///   - count: how many rows are taken at once, at least 1.
  ///   - body: is called with the rows in order; never with none.
  /// - Throws: ``ArchiveError``, and what `body` throws.
  func each(
    _ sql: String, _ values: [StoredValue], atOnce count: Int,
    _ body: ([StoredRow]) throws -> Void
  ) throws {
    var rows: [StoredRow] = []
    try each(sql, values) { row in
      rows.append(row)
      if rows.count >= count {
        try body(rows)
        rows.removeAll()
      }
    }
    if !rows.isEmpty { try body(rows) }
  }
}
