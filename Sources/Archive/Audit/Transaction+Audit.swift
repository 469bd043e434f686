internal import Time
internal import Vault

extension Transaction {
  /// Writes an event at the end of the trail, within the transaction it tells of.
  func audit(
    _ action: AuditEvent.Action, by access: Access, patient: [UInt8]?, detail: String,
    clinic: Int64, at instant: Instant, ring: KeyRing
  ) throws {
    let head = try head(of: clinic)
    let event = AuditEvent(
      sequence: head.auditSequence &+ 1, at: instant, access: access, action: action,
      patient: patient, detail: detail)
    let link = ring.link(after: head.auditLink, columns: event.columns(clinic: clinic))
    _ = try run(
      """
      INSERT INTO audit (clinic, sequence, at, actor, role, purpose, action, patient, detail, link)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """,
      [
        .integer(clinic), .integer(event.sequence), .integer(instant.milliseconds),
        .text(access.actor), .text(access.role), .text(access.purpose), .text(action.rawValue),
        patient.map(StoredValue.bytes) ?? .null, .text(detail), .bytes(link),
      ])
    _ = try run(
      "UPDATE head SET audit_sequence = $1, audit_link = $2 WHERE clinic = $3",
      [.integer(event.sequence), .bytes(link), .integer(clinic)])
  }

  /// The ends of a clinic's sequences; the row is made when the clinic is new.
  func head(of clinic: Int64) throws -> Head {
    let sql = "SELECT sequence, audit_sequence, audit_link FROM head WHERE clinic = $1"
    if let row = try first(sql, [.integer(clinic)]) {
      return Head(
        sequence: try row.integer(0), auditSequence: try row.integer(1),
        auditLink: try row.bytes(2))
    }
    _ = try run(
      "INSERT INTO head (clinic, sequence, audit_sequence, audit_link) VALUES ($1, 0, 0, $2)",
      [.integer(clinic), .bytes(HashChain.root)])
    return Head(sequence: 0, auditSequence: 0, auditLink: HashChain.root)
  }
}

/// The ends of a clinic's two sequences.
struct Head {
  let sequence: Int64
  let auditSequence: Int64
  let auditLink: [UInt8]
}
