internal import PatientRecord
internal import Vault

/// Opens rows, keeps count, and holds the counts against what the audit trail tells.
struct RecordCheck {
  let archive: Archive
  private let ring: KeyRing
  private var keys: [[UInt8]: PatientKey] = [:]
  private var erased: [[UInt8]: Int64] = [:]
  private var signals: [[UInt8]: Int64] = [:]
  private var opened = 0
  private var notes = 0
  private var faults: [String] = []

  init(archive: Archive) {
    self.archive = archive
    ring = archive.secrets
  }

  private var clinic: StoredValue { .integer(archive.clinic) }

  var report: RecordReport {
    RecordReport(
      patients: keys.count, entries: opened, therapyNotes: notes, faults: faults)
  }

  mutating func patients(in transaction: any Transaction) throws {
    let sql =
      "SELECT patient, lookup, epoch, wrapped, identity, erased FROM patient WHERE clinic = $1"
    try transaction.each(sql, [clinic]) { row in
      let patient = try row.bytes(0)
      let count = try row.integer(5)
      if row.isNull(3) {
        erased[patient] = count
        if !ring.erased.contains(try row.bytes(1)) {
          find(
            "patient \(Hexadecimal.text(of: patient)): the key is gone, but nobody erased the record"
          )
        }
        return
      }
      do {
        let identifier = try archive.identity(of: row).patient
        let wrapped = WrappedKey(
          epoch: Int(clamping: try row.integer(2)), bytes: try row.bytes(3))
        keys[patient] = try ring.unwrap(wrapped)
        if archive.lookup(identifier) != (try row.bytes(1)) {
          find("patient \(Hexadecimal.text(of: patient)): the look-up value belongs to another")
        }
        if count != 0 { find("patient \(Hexadecimal.text(of: patient)): counts as erased in part") }
      } catch {
        find("\(error)")
      }
    }
  }

  mutating func entries(
    in transaction: any Transaction, progress: @Sendable (Int) -> Void
  ) throws {
    let sql = "\(EntryRow.selection) WHERE clinic = $1 ORDER BY sequence"
    try transaction.each(sql, [clinic], atOnce: 8000) { rows in
      open(rows)
      progress(opened)
    }
  }

  /// Opens rows on all cores.
  private mutating func open(_ rows: [StoredRow]) {
    let (keys, clinic) = (keys, archive.clinic)
    let outcomes = inParallel(rows.count) { range in
      var decoder = EntryDecoder()
      return rows[range].map { row in
        Result { try RecordCheck.open(row, with: keys, clinic: clinic, by: &decoder) }
      }
    }
    for outcome in outcomes.joined() {
      switch outcome {
      case .success(let entry): if entry.signals > 0 { signals[entry.id] = entry.signals }
      case .failure(let error): find("\(error)")
      }
    }
    opened += rows.count
  }

  /// Opens a row and gives what else must be there.
  private static func open(
    _ row: StoredRow, with keys: [[UInt8]: PatientKey], clinic: Int64,
    by decoder: inout EntryDecoder
  ) throws -> (id: [UInt8], signals: Int64) {
    let stored = try EntryRow(row)
    guard let key = keys[stored.patient] else {
      throw ArchiveError.damaged("entry \(stored.sequence): its patient has no key")
    }
    if !Fault.breaks(.trustRows) {
      _ = try stored.entry(with: key, clinic: clinic, by: &decoder)
    }
    return (stored.id, stored.signals)
  }

  /// Opens the psychotherapy notes.
  mutating func therapyNotes(in transaction: any Transaction) throws {
    var check = TherapyNoteCheck(archive: archive, patients: Set(keys.keys))
    try check.run(in: transaction)
    notes = check.opened
    check.faults.forEach { find($0) }
  }

  mutating func signals(in transaction: any Transaction) throws {
    try transaction.each("\(SignalRow.selection) WHERE clinic = $1", [clinic]) { row in
      do {
        guard let key = keys[try row.bytes(2)] else {
          throw ArchiveError.damaged("a signal: its patient has no key")
        }
        _ = try SignalRow.open(row, with: key, clinic: archive.clinic)
        signals[try row.bytes(0), default: 0] -= 1
      } catch {
        find("\(error)")
      }
    }
    for (entry, missing) in signals where missing != 0 {
      find("entry \(Hexadecimal.text(of: entry)): signals stored with it are missing or too many")
    }
  }

  /// Entries are numbered without gaps but for those that were erased, and the trail tells of each.
  mutating func counts(in transaction: any Transaction) throws {
    let told = try told(in: transaction)
    let head =
      try transaction.first("SELECT sequence FROM head WHERE clinic = $1", [clinic])?.integer(0)
      ?? 0
    let gone = erased.values.reduce(0) { $0 &+ $1 }
    if Int64(opened) &+ gone != head || told.stored != head {
      find(
        "the trail tells of \(told.stored) entries and \(gone) erased; there are \(opened) of \(head)"
      )
    }
    for (patient, count) in erased where told.erased[patient] != count {
      find(
        "patient \(Hexadecimal.text(of: patient)): the trail tells of another erasure, or of none")
    }
  }

  /// How many entries the trail says were stored, and how many of whom erased.
  private func told(
    in transaction: any Transaction
  ) throws -> (stored: Int64, erased: [[UInt8]: Int64]) {
    var stored: Int64 = 0
    var erased: [[UInt8]: Int64] = [:]
    let sql = """
      SELECT action, patient, detail FROM audit WHERE clinic = $1 AND action IN ($2, $3)
      """
    let actions: [AuditEvent.Action] = [.append, .erase]
    try transaction.each(sql, [clinic] + actions.map { .text($0.rawValue) }) { row in
      let count = AuditEvent.entries(in: try row.text(2)) ?? 0
      if try row.text(0) == AuditEvent.Action.append.rawValue {
        stored &+= count
      } else {
        erased[try row.bytes(1)] = count
      }
    }
    return (stored, erased)
  }

  private mutating func find(_ fault: String) {
    if faults.count < 100 { faults.append(fault) }
  }
}
