internal import Vault

/// Opens psychotherapy notes, and holds their number against what the audit trail tells.
struct TherapyNoteCheck {
  /// Whose notes about whom.
  private struct Folder: Hashable {
    let patient: [UInt8]
    let author: String

    var words: String { "psychotherapy notes about patient \(Hexadecimal.text(of: patient))" }
  }

  let archive: Archive
  /// The patients whose record is kept.
  let patients: Set<[UInt8]>
  private(set) var opened = 0
  private(set) var faults: [String] = []
  private var keys: [Folder: PatientKey] = [:]
  private var counts: [Folder: Int64] = [:]

  init(archive: Archive, patients: Set<[UInt8]>) {
    self.archive = archive
    self.patients = patients
  }

  private var clinic: StoredValue { .integer(archive.clinic) }

  /// Runs the check.
  mutating func run(in transaction: any Transaction) throws {
    try readKeys(in: transaction)
    try openNotes(in: transaction)
    try compareWithTrail(in: transaction)
  }

  private mutating func readKeys(in transaction: any Transaction) throws {
    let sql = "SELECT patient, author, epoch, wrapped FROM therapy_key WHERE clinic = $1"
    try transaction.each(sql, [clinic]) { row in
      let folder = Folder(patient: try row.bytes(0), author: try row.text(1))
      let wrapped = WrappedKey(epoch: Int(clamping: try row.integer(2)), bytes: try row.bytes(3))
      do { keys[folder] = try archive.secrets.unwrap(wrapped) } catch { find("\(error)") }
      if !patients.contains(folder.patient) { find("\(folder.words): their patient is gone") }
    }
  }

  private mutating func openNotes(in transaction: any Transaction) throws {
    let sql = "\(TherapyNoteRow.selection) WHERE clinic = $1 ORDER BY patient, author, number"
    try transaction.each(sql, [clinic]) { stored in
      do {
        let row = try TherapyNoteRow(stored)
        let folder = Folder(patient: row.patient, author: row.author)
        counts[folder, default: 0] &+= 1
        guard let key = keys[folder] else {
          throw ArchiveError.damaged("\(folder.words): the key is missing")
        }
        if row.number != counts[folder] { find("\(folder.words): one is missing") }
        if !Fault.breaks(.trustRows) { _ = try row.note(with: key, clinic: archive.clinic) }
        opened += 1
      } catch {
        find("\(error)")
      }
    }
  }

  /// Each note has its line in the trail; what was written about those who were erased is gone.
  private mutating func compareWithTrail(in transaction: any Transaction) throws {
    var told: [Folder: Int64] = [:]
    let sql = "SELECT patient, actor FROM audit WHERE clinic = $1 AND action = $2"
    let action = AuditEvent.Action.writeTherapyNote.rawValue
    try transaction.each(sql, [clinic, .text(action)]) { row in
      let folder = Folder(patient: try row.bytes(0), author: try row.text(1))
      if patients.contains(folder.patient) { told[folder, default: 0] &+= 1 }
    }
    for folder in Set(told.keys).union(counts.keys).union(keys.keys)
    where told[folder] != counts[folder] {
      find(
        "\(folder.words): the trail tells of \(told[folder] ?? 0), there are \(counts[folder] ?? 0)"
      )
    }
  }

  private mutating func find(_ fault: String) {
    if faults.count < 100 { faults.append(fault) }
  }
}
