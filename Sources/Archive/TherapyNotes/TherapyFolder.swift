internal import PatientRecord
internal import Vault

/// What one author wrote about one patient: where it stands, and the key it is sealed with.
struct TherapyFolder: Sendable {
  let patient: [UInt8]
  let author: String
  let key: PatientKey
}

extension Archive {
  /// The folder of an author about a patient; nil while it holds nothing.
  func therapyFolder(
    _ patient: [UInt8], _ author: String, in transaction: any Transaction
  ) throws -> TherapyFolder? {
    let sql = """
      SELECT epoch, wrapped FROM therapy_key WHERE clinic = $1 AND patient = $2 AND author = $3
      """
    let values: [StoredValue] = [.integer(clinic), .bytes(patient), .text(author)]
    guard let row = try transaction.first(sql, values) else { return nil }
    let wrapped = WrappedKey(epoch: Int(clamping: try row.integer(0)), bytes: try row.bytes(1))
    return TherapyFolder(patient: patient, author: author, key: try secrets.unwrap(wrapped))
  }

  /// Makes a folder, with a key of its own.
  func addTherapyFolder(
    _ patient: [UInt8], _ author: String, in transaction: any Transaction
  ) throws -> TherapyFolder {
    var random = randomness()
    let key = PatientKey(using: &random)
    let wrapped = try secrets.wrap(key)
    _ = try transaction.run(
      """
      INSERT INTO therapy_key (clinic, patient, author, epoch, wrapped)
      VALUES ($1, $2, $3, $4, $5)
      """,
      [
        .integer(clinic), .bytes(patient), .text(author), .integer(Int64(wrapped.epoch)),
        .bytes(wrapped.bytes),
      ])
    return TherapyFolder(patient: patient, author: author, key: key)
  }

  /// The rows of a folder that meet a condition.
  ///
  /// - Parameters:
  ///   - patient: whom they are about.
  ///   - author: who wrote them; notes of others are never read.
  ///   - rest: SQL after the conditions, whose parameters begin with `$4`.
  ///   - values: the parameters from `$4` on.
  ///   - transaction: where to read.
  /// - Returns: the rows.
  /// - Throws: ``ArchiveError``.
  func therapyRows(
    _ patient: [UInt8], _ author: String, _ rest: String, _ values: [StoredValue] = [],
    in transaction: any Transaction
  ) throws -> [TherapyNoteRow] {
    let isOwn = Fault.breaks(.notesOfOthers) ? "author >= $3" : "author = $3"
    return try transaction.run(
      "\(TherapyNoteRow.selection) WHERE clinic = $1 AND patient = $2 AND \(isOwn) \(rest)",
      [
        .integer(clinic), .bytes(patient),
        .text(Fault.breaks(.notesOfOthers) ? "" : author),
      ] + values
    ).map(TherapyNoteRow.init)
  }
}
