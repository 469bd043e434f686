internal import Archive
internal import Time

extension Accounts {
  /// Holds every row of accounts against its tag and opens what is sealed: whatever was changed from
  /// outside is found.
  ///
  /// - Returns: what is wrong, in words; empty when every row is as it was stored.
  /// - Throws: an error of the archive when the tables cannot be read.
  public func verify() async throws -> [String] {
    try await archive.look { transaction in
      var faults: [String] = []
      faults += transaction.faults(LinkRow.self) + transaction.faults(FactorRow.self)
      faults += transaction.faults(RecoveryRow.self) + transaction.faults(SessionRow.self)
      faults += transaction.faults(MembershipRow.self) + transaction.faults(ConsentRow.self)
      faults += transaction.faults(BreakGlassRow.self) + transaction.faults(NoticeRow.self)
      faults += transaction.faults(AccountRow.self) { _ = try transaction.person(of: $0) }
      return faults
    }
  }
}

extension AuditedTransaction {
  /// What is wrong with a table's rows, one fault for the table.
  fileprivate func faults<Record: StoredRecord>(
    _ type: Record.Type, check: (Record) throws -> Void = { _ in }
  ) -> [String] {
    do {
      for record in try rows(type) { try check(record) }
      return []
    } catch {
      return ["\(Record.table): \(error)"]
    }
  }
}
