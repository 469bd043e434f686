internal import PatientRecord
internal import Time
internal import Vault

/// The row of an entry: its clear columns, and everything else sealed.
struct EntryRow {
  static let selection =
    "SELECT sequence, id, patient, kind, occurred, recorded, signals, sealed FROM entry"

  let sequence: Int64
  let id: [UInt8]
  let patient: [UInt8]
  let kind: String
  let occurred: Int64
  let recorded: Int64
  /// How many signals were stored with it.
  let signals: Int64
  let sealed: [UInt8]

  /// Reads a row of ``selection``.
  init(_ row: StoredRow) throws {
    sequence = try row.integer(0)
    id = try row.bytes(1)
    patient = try row.bytes(2)
    kind = try row.text(3)
    occurred = try row.integer(4)
    recorded = try row.integer(5)
    signals = try row.integer(6)
    sealed = try row.bytes(7)
  }

  /// Seals an entry.
  init(
    _ draft: Draft, sequence: Int64, recorded: Instant, signals: Int, for patient: PatientRow,
    clinic: Int64
  ) throws {
    self.sequence = sequence
    id = draft.entry.id.bytes
    self.patient = patient.patient
    kind = draft.entry.fact.kind.rawValue
    occurred = draft.entry.occurred.start.milliseconds
    self.recorded = recorded.milliseconds
    self.signals = Int64(signals)
    let place = EntryRow.place(
      clinic, sequence, id, patient.patient, kind, occurred, recorded.milliseconds,
      Int64(signals))
    sealed = try patient.key.seal(draft.text, at: place)
  }

  /// Opens the row.
  func entry(
    with key: PatientKey, clinic: Int64, by decoder: inout EntryDecoder
  ) throws -> Entry {
    let place = EntryRow.place(clinic, sequence, id, patient, kind, occurred, recorded, signals)
    let text = try key.open(sealed, at: place)
    return try decoder.decode(
      text, number: Int(clamping: sequence), recorded: Instant(milliseconds: recorded))
  }

  func insert(in transaction: any Transaction, clinic: Int64) throws {
    _ = try transaction.run(
      """
      INSERT INTO entry (clinic, sequence, id, patient, kind, occurred, recorded, signals, sealed)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .integer(clinic), .integer(sequence), .bytes(id), .bytes(patient), .text(kind),
        .integer(occurred), .integer(recorded), .integer(signals), .bytes(sealed),
      ])
  }

  private static func place(
    _ clinic: Int64, _ sequence: Int64, _ id: [UInt8], _ patient: [UInt8], _ kind: String,
    _ occurred: Int64, _ recorded: Int64, _ signals: Int64
  ) -> SealedPlace {
    SealedPlace(table: "entry", row: sequence) { columns in
      columns.append(clinic)
      columns.append(sequence)
      columns.append(id)
      columns.append(patient)
      columns.append(kind)
      columns.append(occurred)
      columns.append(recorded)
      columns.append(signals)
    }
  }
}

/// An entry as it will be stored: without the moment it was recorded, which the archive sets.
struct Draft: Sendable {
  let entry: Entry
  let text: [UInt8]

  init(_ entry: Entry) throws {
    self.entry = entry.recorded(at: nil)
    text = Array(try RecordCodec.encode(self.entry).utf8)
  }
}
