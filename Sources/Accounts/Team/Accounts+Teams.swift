internal import Archive
public import PatientRecord
public import Time

/// Somebody in a patient's care team.
public struct Membership: Hashable, Sendable {
  /// Their account.
  public let account: AccountID
  /// Their name; `nil` once it was removed.
  public let name: String?
  /// Since when, or from when.
  public let starts: Instant
  /// Until when; `nil` when no end is known.
  public let ends: Instant?
}

extension Accounts {
  /// Brings a clinician into a patient's care team.
  ///
  /// - Parameters:
  ///   - account: the clinician.
  ///   - patient: whose care team.
  ///   - starts: from when; at once when `nil`.
  ///   - ends: until when; for good when `nil`.
  ///   - actor: somebody of the care team, or an admin who has just shown that it is they.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func join(
    _ account: AccountID, team patient: PatientID, from starts: Instant? = nil,
    until ends: Instant? = nil, by actor: Actor
  ) async throws {
    if let ends, ends <= starts ?? now {
      throw AccountsError.invalid(field: "until", reason: "choose a moment after the beginning")
    }
    try await archive.change { transaction in
      try transaction.require(.manageCareTeams, actor, patient)
      let row = try transaction.account(account)
      guard row.roles.contains(.clinician), row.state == .active else {
        throw AccountsError.invalid(field: "account", reason: "choose a clinician's account")
      }
      guard let key = try transaction.known(patient) else { throw AccountsError.notFound("record") }
      try transaction.join(
        key, account, from: starts, until: ends, by: actor.access(for: "treatment"))
    }
  }

  /// Takes somebody out of a patient's care team; it counts from the next decision on.
  ///
  /// - Parameters:
  ///   - account: who leaves.
  ///   - patient: whose care team.
  ///   - actor: somebody of the care team, or an admin who has just shown that it is they.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func leave(
    _ account: AccountID, team patient: PatientID, by actor: Actor
  ) async throws {
    try await archive.change { transaction in
      try transaction.require(.manageCareTeams, actor, patient)
      guard let key = try transaction.known(patient),
        var row = try transaction.membership(key, account), row.holds(at: transaction.now)
      else { throw AccountsError.notFound("membership") }
      row.ends = transaction.now
      try transaction.update(row)
      try transaction.audit(
        .leaveTeam, by: actor.access(for: "treatment"), patient: key, detail: "\(account)")
    }
  }

  /// Who is in a patient's care team.
  ///
  /// - Parameters:
  ///   - patient: whose.
  ///   - actor: the patient, somebody of the care team, or an admin who has just shown that it is they.
  /// - Returns: who is in it or will be.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func team(of patient: PatientID, by actor: Actor) async throws -> [Membership] {
    try await archive.look { transaction in
      if actor.patient == patient {
        try transaction.require(.seeAccesses, actor, patient)
      } else {
        try transaction.require(.manageCareTeams, actor, patient)
      }
      guard let key = try transaction.known(patient) else { return [] }
      return try transaction.rows(MembershipRow.self, where: "patient = $2", [.bytes(key)])
        .filter { $0.ends.map { transaction.now < $0 } ?? true }
        .map { row in
          let person = try transaction.person(of: transaction.account(row.account))
          return Membership(
            account: row.account, name: person?.name, starts: row.starts, ends: row.ends)
        }
        .sorted { ($0.starts, "\($0.account)") < ($1.starts, "\($1.account)") }
    }
  }

  /// The patients in whose care team a clinician is now.
  ///
  /// That the list was read stands in the audit trail.
  ///
  /// - Parameter actor: the clinician.
  /// - Returns: their patients in order.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func patients(of actor: Actor) async throws -> [PatientID] {
    try require(.listPatients, actor)
    return try await archive.change(isEssential: true) { transaction in
      try transaction.audit(.list, by: actor.access(for: "treatment"), detail: "own patients")
      let rows = try transaction.rows(
        MembershipRow.self, where: "account = $2", [.bytes(actor.account.bytes)])
      return try rows.filter { $0.holds(at: transaction.now) }
        .compactMap { try transaction.patient(under: $0.patient)?.id }
        .sorted { $0.rawValue < $1.rawValue }
    }
  }
}

extension AuditedTransaction {
  func membership(_ patient: [UInt8], _ account: AccountID) throws -> MembershipRow? {
    try row(
      MembershipRow.self, where: "patient = $2 AND account = $3",
      [.bytes(patient), .bytes(account.bytes)])
  }

  /// Brings an account into a care team, or sets its times anew.
  func join(
    _ patient: [UInt8], _ account: AccountID, from starts: Instant? = nil,
    until ends: Instant? = nil, by access: Access
  ) throws {
    if var row = try membership(patient, account) {
      row.starts = starts ?? now
      row.ends = ends
      try update(row)
    } else {
      try insert(
        MembershipRow(patient: patient, account: account, starts: starts ?? now, ends: ends))
    }
    let end = ends.map { " until \($0)" } ?? ""
    try audit(.joinTeam, by: access, patient: patient, detail: "\(account)\(end)")
  }
}
