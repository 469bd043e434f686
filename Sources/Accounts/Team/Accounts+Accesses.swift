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
    let access = actor.access(for: "own record")
    let isPage = limit <= Self.accessesOfPage
    let told = try await archive.look(telling: access) { transaction in
      let decision = try transaction.decide(.seeAccesses, actor, about: patient)
      guard decision.isAllowed, let key = try transaction.known(patient) else {
        return (decision: decision, key: [UInt8]?.none, page: [RecordAccess]())
      }
      try transaction.audit(.trail, by: access, patient: key, detail: "trail")
      // What fits on a page is read where the line is written, which saves a way to the database; more
      // would hold up whoever writes.
      let page =
        isPage
        ? try transaction.accesses(of: key, seenBy: actor, before: before, limit: limit) : []
      return (decision, key, page)
    }
    _ = try await honour(told.decision, .seeAccesses, actor: actor, patient: patient)
    guard !isPage, let key = told.key else { return told.page }
    return try await archive.look { transaction in
      try transaction.accesses(of: key, seenBy: actor, before: before, limit: limit)
    }
  }

  /// As many as are shown on a page, at most.
  private static let accessesOfPage = 100
}

extension AuditedTransaction {
  fileprivate func accesses(
    of patient: [UInt8], seenBy actor: Actor, before: Int64?, limit: Int
  ) throws -> [RecordAccess] {
    var names: [String: (id: AccountID?, name: String?)] = [:]
    return try trail(of: patient, before: before, limit: limit).map { event in
      let known = try names[event.access.actor] ?? named(event.access.actor)
      names[event.access.actor] = known
      return RecordAccess(
        number: event.sequence, at: event.at, name: known.name, role: event.access.role,
        purpose: event.access.purpose, action: event.action, isOwn: known.id == actor.account)
    }
  }

  /// Whose account an actor of the trail is, and what they are called.
  private func named(_ actor: String) throws -> (id: AccountID?, name: String?) {
    guard let id = AccountID(actor) else { return (nil, nil) }
    let row = try row(AccountRow.self, where: "id = $2", [.bytes(id.bytes)])
    return (id, try row.flatMap { try person(of: $0)?.name })
  }
}
