internal import PatientRecord
internal import Vault

/// A patient as the archive knows them.
struct PatientRow: Sendable {
  /// The random key under which their rows stand.
  let patient: [UInt8]
  /// The key under which they are sealed.
  let key: PatientKey
}

extension Archive {
  /// What the identifier of a patient is found by.
  func lookup(_ patient: PatientID) -> [UInt8] {
    secrets.lookup(patient.rawValue, kind: "patient")
  }

  /// Finds a patient.
  ///
  /// No key is kept in memory: a key that was destroyed, or whose row was rolled back, is never used
  /// again, and unwrapping one takes a microsecond.
  ///
  /// - Returns: the patient, or `nil` when there is none.
  /// - Throws: ``ArchiveError/erased`` when their record was erased, and an error when the row found
  ///   is another patient's.
  func find(_ patient: PatientID, in transaction: any Transaction) throws -> PatientRow? {
    let sql = """
      SELECT patient, lookup, epoch, wrapped, identity FROM patient
      WHERE clinic = $1 AND lookup = $2
      """
    guard let row = try transaction.first(sql, [.integer(clinic), .bytes(lookup(patient))]) else {
      return nil
    }
    guard !row.isNull(3) else { throw ArchiveError.erased }
    let (found, key) = try identity(of: row)
    let place = try row.bytes(0)
    guard found == patient else {
      throw ArchiveError.damaged("patient \(Hexadecimal.text(of: place)) stands for another")
    }
    return PatientRow(patient: place, key: key)
  }

  /// Adds a patient, with a key of their own.
  func add(
    _ patient: PatientID, _ lookup: [UInt8], in transaction: any Transaction
  ) throws -> PatientRow {
    if secrets.erased.contains(lookup) { throw ArchiveError.erased }
    var random = randomness()
    let row = PatientRow(
      patient: (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) },
      key: PatientKey(using: &random))
    let wrapped = try secrets.wrap(row.key)
    let identity = try row.key.seal(
      Array(patient.rawValue.utf8), at: identityPlace(row.patient, lookup))
    _ = try transaction.run(
      """
      INSERT INTO patient (clinic, patient, lookup, epoch, wrapped, identity, erased)
      VALUES ($1, $2, $3, $4, $5, $6, 0)
      """,
      [
        .integer(clinic), .bytes(row.patient), .bytes(lookup), .integer(Int64(wrapped.epoch)),
        .bytes(wrapped.bytes), .bytes(identity),
      ])
    return row
  }

  func identityPlace(_ patient: [UInt8], _ lookup: [UInt8]) -> SealedPlace {
    SealedPlace(
      table: "patient", row: patient,
      columns: [SealedPlace.bytes(of: clinic), patient, lookup])
  }
}
