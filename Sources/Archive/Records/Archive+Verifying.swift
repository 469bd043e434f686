internal import PatientRecord
internal import Vault

/// What a check of the stored rows found.
public struct RecordReport: Hashable, Sendable {
  /// How many patients are kept.
  public let patients: Int
  /// How many entries were opened.
  public let entries: Int
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
  /// - Parameter progress: is called with the number of entries opened so far, every thousand.
  /// - Returns: what was found.
  /// - Throws: ``ArchiveError`` when the tables cannot be read.
  public func verify(
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> RecordReport {
    let structure = try await engine.structuralFaults()
    return try await engine.read { [self] transaction in
      var check = RecordCheck(archive: self, faults: structure)
      try check.patients(in: transaction)
      try check.entries(in: transaction, progress: progress)
      try check.signals(in: transaction)
      try check.sequence(in: transaction)
      return check.report
    }
  }
}

/// Opens rows and keeps count.
private struct RecordCheck {
  let archive: Archive
  private var keys: [[UInt8]: PatientKey] = [:]
  private var erased: Int64 = 0
  private var opened = 0
  private var faults: [String]

  init(archive: Archive, faults: [String]) {
    self.archive = archive
    self.faults = faults
  }

  private var clinic: StoredValue { .integer(archive.clinic) }

  var report: RecordReport {
    RecordReport(patients: keys.count, entries: opened, faults: faults)
  }

  mutating func patients(in transaction: any Transaction) throws {
    let sql =
      "SELECT patient, lookup, epoch, wrapped, identity, erased FROM patient WHERE clinic = $1"
    try transaction.each(sql, [clinic]) { row in
      let patient = try row.bytes(0)
      erased += try row.integer(5)
      if row.isNull(3) { return }
      do {
        let identifier = try archive.identifier(of: row)
        let wrapped = WrappedKey(epoch: Int(try row.integer(2)), bytes: try row.bytes(3))
        keys[patient] = try archive.secrets.unwrap(wrapped)
        if archive.lookup(identifier) != (try row.bytes(1)) {
          find("patient \(hexadecimal(patient)): the look-up value belongs to another")
        }
      } catch {
        find("\(error)")
      }
    }
  }

  mutating func entries(
    in transaction: any Transaction, progress: @Sendable (Int) -> Void
  ) throws {
    let sql = "\(EntryRow.selection) WHERE clinic = $1 ORDER BY sequence"
    try transaction.each(sql, [clinic]) { row in
      do {
        let stored = try EntryRow(row)
        guard let key = keys[stored.patient] else {
          throw ArchiveError.damaged("entry \(stored.sequence): its patient has no key")
        }
        _ = try stored.entry(with: key, clinic: archive.clinic)
      } catch {
        find("\(error)")
      }
      opened += 1
      if opened.isMultiple(of: 1000) { progress(opened) }
    }
  }

  mutating func signals(in transaction: any Transaction) throws {
    try transaction.each("\(SignalRow.selection) WHERE clinic = $1", [clinic]) { row in
      do {
        guard let key = keys[try row.bytes(2)] else {
          throw ArchiveError.damaged("a signal: its patient has no key")
        }
        _ = try SignalRow.open(row, with: key, clinic: archive.clinic)
      } catch {
        find("\(error)")
      }
    }
  }

  /// Entries are numbered without gaps but for those that were erased.
  mutating func sequence(in transaction: any Transaction) throws {
    let sql = "SELECT sequence FROM head WHERE clinic = $1"
    let head = try transaction.first(sql, [clinic])?.integer(0) ?? 0
    if Int64(opened) + erased != head {
      find("\(head) entries were stored and \(erased) erased, but there are \(opened)")
    }
  }

  private mutating func find(_ fault: String) {
    if faults.count < 100 { faults.append(fault) }
  }
}
