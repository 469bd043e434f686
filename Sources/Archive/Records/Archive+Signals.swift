internal import JSON
internal import PatientRecord
internal import Time
internal import Vault

extension Archive {
  /// Stores what a human must look at in an entry, in the entry's own transaction.
  func store(
    _ signals: [Signal], of entry: Entry, _ patient: PatientRow, at instant: Instant,
    in transaction: any Transaction
  ) throws {
    for (index, signal) in signals.enumerated() {
      let text = try ValueEncoder().encode(signal).text()
      let place = SignalRow.place(
        clinic, entry.id.bytes, Int64(index), patient.patient, signal.urgency.rawValue,
        instant.milliseconds)
      _ = try transaction.run(
        """
        INSERT INTO signal (clinic, entry, place, patient, urgency, raised, sealed)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        [
          .integer(clinic), .bytes(entry.id.bytes), .integer(Int64(index)),
          .bytes(patient.patient), .text(signal.urgency.rawValue),
          .integer(instant.milliseconds),
          .bytes(try patient.key.seal(Array(text.utf8), at: place)),
        ])
    }
  }
}

/// The row of a signal.
enum SignalRow {
  static let selection = "SELECT entry, place, patient, urgency, raised, sealed FROM signal"

  static func open(_ row: StoredRow, with key: PatientKey, clinic: Int64) throws -> Signal {
    let place = place(
      clinic, try row.bytes(0), try row.integer(1), try row.bytes(2), try row.text(3),
      try row.integer(4))
    let text = String(decoding: try key.open(row.bytes(5), at: place), as: UTF8.self)
    return try StrictDecoder().decode(Signal.self, from: JSONValue(parsing: text))
  }

  static func place(
    _ clinic: Int64, _ entry: [UInt8], _ index: Int64, _ patient: [UInt8], _ urgency: String,
    _ raised: Int64
  ) -> SealedPlace {
    SealedPlace(
      table: "signal", row: "\(Hexadecimal.text(of: entry))/\(index)",
      columns: [
        SealedPlace.bytes(of: clinic), entry, SealedPlace.bytes(of: index), patient,
        Array(urgency.utf8), SealedPlace.bytes(of: raised),
      ])
  }
}
