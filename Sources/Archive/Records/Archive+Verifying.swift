/// What a check of the stored rows found.
public struct RecordReport: Hashable, Sendable {
  /// How many patients are kept.
  public let patients: Int
  /// How many entries were opened.
  public let entries: Int
  /// How many psychotherapy notes were opened, of all authors together.
  public let therapyNotes: Int
  /// What is wrong, in words, without clinical content; empty when every row is as it was stored.
  public let faults: [String]
}

extension Archive {
  /// Opens every row that is stored, and has the database examine its structure: whatever was
  /// changed from outside is found.
  ///
  /// Either check alone is too little. A database does not know what a row should say, and opening
  /// rows does not show that an index has lost some.
  ///
  /// - Parameter progress: is called with the number of entries opened so far, every few
  ///   thousand.
  /// - Returns: what was found.
  /// - Throws: ``ArchiveError`` when the tables cannot be read.
  public func verify(
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> RecordReport {
    async let structure = engine.structuralFaults()
    let rows = try await engine.read { [self] transaction in
      var check = RecordCheck(archive: self)
      try check.patients(in: transaction)
      try check.entries(in: transaction, progress: progress)
      try check.signals(in: transaction)
      try check.therapyNotes(in: transaction)
      try check.counts(in: transaction)
      return check.report
    }
    return RecordReport(
      patients: rows.patients, entries: rows.entries, therapyNotes: rows.therapyNotes,
      faults: try await structure + rows.faults)
  }
}
