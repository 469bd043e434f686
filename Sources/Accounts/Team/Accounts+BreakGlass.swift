internal import Archive
public import PatientRecord
public import Time
internal import Vault

extension Accounts {
  /// Opens a record in an emergency, for an hour, without being in the care team.
  ///
  /// Opening and the notice to those who review it are one change. The patient sees it among those who
  /// looked at their record.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - reason: why, 10 to 2,000 characters.
  ///   - actor: a clinician who has just shown that it is they.
  /// - Returns: what was opened, and until when.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func breakGlass(
    _ patient: PatientID, reason: String, by actor: Actor
  ) async throws -> BreakGlass {
    guard reason.utf8.count <= 4 * BreakGlass.longestReason else { throw Accounts.badReason }
    let reason = reason.trimmed
    guard (BreakGlass.shortestReason...BreakGlass.longestReason).contains(reason.count) else {
      throw Accounts.badReason
    }
    return try await archive.change { transaction in
      try transaction.require(.breakGlass, actor, patient)
      guard let key = try transaction.known(patient),
        let found = try transaction.patient(under: key)
      else { throw AccountsError.notFound("record") }
      let id = transaction.randomBytes(16)
      let row = BreakGlassRow(
        id: id, patient: key, account: actor.account, opened: transaction.now,
        reason: try found.sealing.seal(Array(reason.utf8), at: transaction.reasonPlace(id)))
      try transaction.insert(row)
      try transaction.insert(
        NoticeRow(
          id: transaction.randomBytes(16), kind: .breakGlass, subject: id,
          created: transaction.now))
      try transaction.audit(.breakGlass, by: actor.access(for: Access.emergency), patient: key)
      return try transaction.shown(row)
    }
  }

  private static let badReason = AccountsError.invalid(
    field: "reason", reason: "say why in 10 to 2,000 characters")

  /// What was opened in emergencies; that the list was read stands in the audit trail.
  ///
  /// - Parameter actor: somebody who reviews it.
  /// - Returns: what was opened, what nobody reviewed yet first, and of that the oldest first.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func emergencies(by actor: Actor) async throws -> [BreakGlass] {
    try require(.reviewBreakGlass, actor)
    try await archive.note(.trail, by: actor.access(for: "review"), detail: "emergencies")
    return try await archive.look { transaction in
      let rows = try transaction.rows(BreakGlassRow.self, by: "opened, id")
      return try (rows.filter { $0.reviewed == nil } + rows.filter { $0.reviewed != nil })
        .map(transaction.shown)
    }
  }

  /// How many openings nobody has reviewed.
  ///
  /// - Parameter actor: somebody who reviews them.
  /// - Returns: their number.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func unreviewedEmergencies(by actor: Actor) async throws -> Int {
    try require(.reviewBreakGlass, actor)
    return try await archive.look { transaction in
      try transaction.rows(BreakGlassRow.self, where: "reviewed IS NULL").count
    }
  }

  /// Until when a record is open to somebody who opened it in an emergency.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - actor: who opened it.
  /// - Returns: when it closes; `nil` when it is not open in this way.
  /// - Throws: an error of the archive.
  public func emergencyEnd(of patient: PatientID, for actor: Actor) async throws -> Instant? {
    try await archive.look { transaction in
      guard let key = try transaction.known(patient) else { return nil }
      let rows = try transaction.rows(
        BreakGlassRow.self, where: "account = $2 AND patient = $3",
        [.bytes(actor.account.bytes), .bytes(key)])
      return rows.filter { $0.holds(at: transaction.now) }.map(\.closes).max()
    }
  }

  /// Writes down that somebody looked at why a record was opened.
  ///
  /// - Parameters:
  ///   - id: what was opened.
  ///   - actor: somebody who reviews it.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func review(emergency id: String, by actor: Actor) async throws {
    try require(.reviewBreakGlass, actor)
    try await archive.change { transaction in
      guard let bytes = Hexadecimal.bytes(of: id),
        var row = try transaction.row(BreakGlassRow.self, where: "id = $2", [.bytes(bytes)])
      else { throw AccountsError.notFound("emergency") }
      if row.reviewed != nil { return }
      row.reviewer = actor.account
      row.reviewed = transaction.now
      try transaction.update(row)
      try transaction.audit(
        .reviewBreakGlass, by: actor.access(for: "review"), patient: row.patient, detail: id)
    }
  }

  /// Notices that wait to be delivered.
  ///
  /// - Returns: the notices, the oldest first.
  /// - Throws: an error of the archive.
  public func pendingNotices() async throws -> [Notice] {
    try await archive.look { transaction in
      try transaction.rows(NoticeRow.self, where: "delivered IS NULL", by: "created, id").map {
        Notice(
          id: Hexadecimal.text(of: $0.id), kind: $0.kind,
          subject: Hexadecimal.text(of: $0.subject), created: $0.created)
      }
    }
  }

  /// Whom a notice goes to: those who review emergencies, by mail without any content.
  ///
  /// - Returns: their e-mails in order.
  /// - Throws: an error of the archive.
  public func reviewers() async throws -> [String] {
    try await archive.look { transaction in
      try transaction.rows(AccountRow.self, where: "state = $2", [.text("active")])
        .filter { $0.roles.contains(.auditor) }
        .compactMap { try transaction.person(of: $0)?.email }.sorted()
    }
  }

  /// Writes down that a notice was delivered.
  ///
  /// - Parameter notice: which.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func markDelivered(_ notice: Notice) async throws {
    // Whoever reviews must be able to on a full disk, too.
    try await archive.change(isEssential: true) { transaction in
      guard let id = Hexadecimal.bytes(of: notice.id),
        var row = try transaction.row(NoticeRow.self, where: "id = $2", [.bytes(id)])
      else { throw AccountsError.notFound("notice") }
      if row.delivered != nil { return }
      row.delivered = transaction.now
      try transaction.update(row)
    }
  }
}

extension AuditedTransaction {
  fileprivate func reasonPlace(_ id: [UInt8]) -> SealedPlace {
    SealedPlace(
      table: "reason", row: Hexadecimal.text(of: id),
      columns: [SealedPlace.bytes(of: clinic), id])
  }

  /// An opening with its reason in clear.
  func shown(_ row: BreakGlassRow) throws -> BreakGlass {
    let found = try patient(under: row.patient)
    let reason = try found.map { try $0.sealing.open(row.reason, at: reasonPlace(row.id)) }
    var review: BreakGlass.Review?
    if let reviewer = row.reviewer, let at = row.reviewed {
      review = BreakGlass.Review(account: reviewer, at: at)
    }
    return BreakGlass(
      id: Hexadecimal.text(of: row.id), patient: found?.id,
      record: Hexadecimal.text(of: row.patient), account: row.account,
      name: try person(of: try self.account(row.account))?.name, opened: row.opened,
      closes: row.closes,
      reason: reason.map { String(decoding: $0, as: UTF8.self) }, review: review)
  }
}
