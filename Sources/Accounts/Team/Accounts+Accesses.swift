public import Archive
public import PatientRecord
public import Time

/// One line of "who looked at my record".
public struct RecordAccess: Hashable, Sendable {
  /// Its number in the audit trail, which grows.
  public let number: Int64
  /// When.
  public let at: Instant
  /// The name of who it was; `nil` when it was nobody with an account, or their name is gone.
  public let name: String?
  /// The role they acted in.
  public let role: String
  /// What for.
  public let purpose: String
  /// What they did.
  public let action: AuditEvent.Action
  /// Whether it was the patient themselves.
  public let isOwn: Bool
}

extension Accounts {
  /// Who looked at a patient's record and did what with it, from the audit trail.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - actor: the patient.
  ///   - before: only what has a smaller number; all when `nil`.
  ///   - limit: at most so many.
  /// - Returns: what happened, newest first.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func accesses(
    of patient: PatientID, by actor: Actor, before: Int64? = nil, limit: Int = .max
  ) async throws -> [RecordAccess] {
    _ = try await authorize(.seeAccesses, actor: actor, patient: patient)
    let events = try await archive.trail(
      of: patient, by: actor.access(for: "own record"), before: before, limit: limit)
    let actors = Set(events.compactMap { AccountID($0.access.actor) })
    let names = try await archive.look { transaction in
      var names: [AccountID: String] = [:]
      for id in actors {
        let row = try transaction.row(AccountRow.self, where: "id = $2", [.bytes(id.bytes)])
        names[id] = try row.flatMap { try transaction.person(of: $0)?.name }
      }
      return names
    }
    return events.map { event in
      let id = AccountID(event.access.actor)
      return RecordAccess(
        number: event.sequence, at: event.at, name: id.flatMap { names[$0] },
        role: event.access.role,
        purpose: event.access.purpose, action: event.action, isOwn: id == actor.account)
    }
  }
}
