internal import PatientRecord
internal import Time
internal import Vault

/// The row of a psychotherapy note: its clear columns, and what it says sealed under the key of its
/// patient and author.
struct TherapyNoteRow {
  static let selection =
    "SELECT patient, author, number, id, written, supersedes, sealed FROM therapy_note"

  let patient: [UInt8]
  let author: String
  /// Its place among the notes of this author about this patient, from 1 without gaps.
  let number: Int64
  let id: [UInt8]
  let written: Int64
  let supersedes: [UInt8]?
  let sealed: [UInt8]

  /// Reads a row of ``selection``.
  init(_ row: StoredRow) throws {
    patient = try row.bytes(0)
    author = try row.text(1)
    number = try row.integer(2)
    id = try row.bytes(3)
    written = try row.integer(4)
    supersedes = row.isNull(5) ? nil : try row.bytes(5)
    sealed = try row.bytes(6)
  }

  /// Seals a note.
  init(
    _ note: TherapyNote, of folder: TherapyFolder, number: Int64, written: Instant, clinic: Int64
  ) throws {
    patient = folder.patient
    author = folder.author
    self.number = number
    id = note.id.bytes
    self.written = written.milliseconds
    supersedes = note.supersedes?.bytes
    let text = Array(note.text.text.utf8)
    let place = TherapyNoteRow.place(
      clinic, patient, author, number, id, written.milliseconds, supersedes)
    sealed = Fault.breaks(.notesInClear) ? text : try folder.key.seal(text, at: place)
  }

  /// Opens the row.
  func note(with key: PatientKey, clinic: Int64) throws -> TherapyNote {
    let place = TherapyNoteRow.place(
      clinic, patient, author, number, id, written, supersedes)
    let opened = Fault.breaks(.notesInClear) ? sealed : try key.open(sealed, at: place)
    guard let text = String(validating: opened, as: UTF8.self).flatMap({ try? FreeText($0) }) else {
      throw ArchiveError.damaged("\(place.description) holds no text")
    }
    return TherapyNote(
      id: try entry(id), text: text, supersedes: try supersedes.map(entry),
      written: Instant(milliseconds: written))
  }

  /// The row without what it says.
  func line(supersededBy: EntryID?) throws -> TherapyNoteLine {
    TherapyNoteLine(
      id: try entry(id), written: Instant(milliseconds: written),
      supersedes: try supersedes.map(entry), supersededBy: supersededBy)
  }

  private func entry(_ bytes: [UInt8]) throws -> EntryID {
    guard let id = EntryID(bytes: bytes) else {
      throw ArchiveError.damaged("a psychotherapy note has no identifier")
    }
    return id
  }

  func insert(in transaction: any Transaction, clinic: Int64) throws {
    _ = try transaction.run(
      """
      INSERT INTO therapy_note
        (clinic, patient, author, number, id, written, supersedes, sealed)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        .integer(clinic), .bytes(patient), .text(author), .integer(number), .bytes(id),
        .integer(written), supersedes.map(StoredValue.bytes) ?? .null, .bytes(sealed),
      ])
  }

  private static func place(
    _ clinic: Int64, _ patient: [UInt8], _ author: String, _ number: Int64, _ id: [UInt8],
    _ written: Int64, _ supersedes: [UInt8]?
  ) -> SealedPlace {
    SealedPlace(table: "psychotherapy note", row: number) { columns in
      columns.append(clinic)
      columns.append(patient)
      columns.append(author)
      columns.append(number)
      columns.append(id)
      columns.append(written)
      columns.append(optional: supersedes)
    }
  }
}
