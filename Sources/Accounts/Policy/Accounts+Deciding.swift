internal import Archive
public import PatientRecord
internal import Time

extension Accounts {
  /// Decides whether somebody may do something now.
  ///
  /// Care team, consent and emergencies are read at the moment of the decision: a consent that was
  /// withdrawn counts from the next decision on.
  ///
  /// - Parameters:
  ///   - permission: what is to be done.
  ///   - actor: who wants to; `nil` for somebody who is not signed in.
  ///   - patient: whose record it is about, if it is about one.
  /// - Returns: the decision. A patient who is unknown and one who is somebody else's are refused alike.
  /// - Throws: an error of the archive.
  public func decide(
    _ permission: Permission, actor: Actor?, patient: PatientID? = nil
  ) async throws -> Decision {
    guard permission.needsPatient, let actor, patient != nil else {
      return Policy.decide(permission, actor: actor, now: now)
    }
    return try await archive.look { transaction in
      try transaction.decide(permission, actor, about: patient)
    }
  }

  /// Decides, and writes into the audit trail what was refused to somebody who is signed in.
  ///
  /// - Parameters:
  ///   - permission: what is to be done.
  ///   - actor: who wants to; `nil` for somebody who is not signed in.
  ///   - patient: whose record it is about, if it is about one.
  /// - Returns: by what right it may be done.
  /// - Throws: ``AccountsError/refused(_:)``, ``AccountsError/proofNeeded``,
  ///   ``AccountsError/signedOut``, or an error of the archive.
  public func authorize(
    _ permission: Permission, actor: Actor?, patient: PatientID? = nil
  ) async throws -> Grant {
    let decision = try await decide(permission, actor: actor, patient: patient)
    return try await honour(decision, permission, actor: actor, patient: patient)
  }

  /// Holds to a decision: what was refused to somebody who is signed in is written into the trail.
  func honour(
    _ decision: Decision, _ permission: Permission, actor: Actor?, patient: PatientID?
  ) async throws -> Grant {
    switch decision {
    case .allowed(let grant): return grant
    case .refused(let refusal):
      if let actor, refusal != .proofNeeded {
        try await archive.change { transaction in
          let key = try patient.flatMap { try transaction.known($0) }
          try transaction.audit(
            .refuse, by: actor.access(for: "policy"), patient: key, detail: permission.rawValue)
        }
      }
      throw AccountsError(refusal)
    }
  }

  /// Refuses at once what needs nothing from the database to be decided.
  @discardableResult
  func require(_ permission: Permission, _ actor: Actor) throws(AccountsError) -> Grant {
    switch Policy.decide(permission, actor: actor, now: now) {
    case .allowed(let grant): return grant
    case .refused(let refusal): throw AccountsError(refusal)
    }
  }
}

extension AccountsError {
  /// The error that a refusal becomes.
  public init(_ refusal: Refusal) {
    switch refusal {
    case .notSignedIn: self = .signedOut
    case .proofNeeded: self = .proofNeeded
    default: self = .refused(refusal)
    }
  }
}

extension AuditedTransaction {
  /// The random key of a patient; nil when they are unknown or their record was erased.
  func known(_ patient: PatientID) throws -> [UInt8]? {
    do {
      return try key(of: patient)
    } catch ArchiveError.erased {
      return nil
    }
  }

  func decide(
    _ permission: Permission, _ actor: Actor, about patient: PatientID?
  ) throws -> Decision {
    guard permission.needsPatient, let patient else {
      return Policy.decide(permission, actor: actor, now: now)
    }
    return Policy.decide(
      permission, actor: actor, patient: try context(of: patient, actor, permission), now: now)
  }

  @discardableResult
  func require(
    _ permission: Permission, _ actor: Actor, _ patient: PatientID
  ) throws -> Grant {
    switch try decide(permission, actor, about: patient) {
    case .allowed(let grant): return grant
    case .refused(let refusal): throw AccountsError(refusal)
    }
  }

  /// What the decision needs to know: what no rule for the actor's roles asks for is not read.
  private func context(
    of patient: PatientID, _ actor: Actor, _ permission: Permission
  ) throws -> PatientContext {
    guard let key = try known(patient) else { return PatientContext() }
    var context = PatientContext(isOwn: actor.patient == patient)
    for rule in Policy.rules(for: permission) where rule.role.map(actor.roles.contains) ?? true {
      switch rule.condition {
      case .anybody, .begun, .always, .ownRecord: break
      case .careTeam: context.isInCareTeam = try isInCareTeam(actor.account, of: key)
      case .careTeamOrBreakGlass:
        context.isInCareTeam = try isInCareTeam(actor.account, of: key)
        context.isOpenedInEmergency =
          try !context.isInCareTeam && isOpen(key, for: actor.account)
      case .consent: context.consents = try consents(of: key)
      }
    }
    return context
  }

  private func isInCareTeam(_ account: AccountID, of patient: [UInt8]) throws -> Bool {
    let membership = try row(
      MembershipRow.self, where: "patient = $2 AND account = $3",
      [.bytes(patient), .bytes(account.bytes)])
    return membership?.holds(at: now) == true
  }

  private func isOpen(_ patient: [UInt8], for account: AccountID) throws -> Bool {
    try rows(
      BreakGlassRow.self, where: "account = $2 AND patient = $3 AND opened > $4",
      [
        .bytes(account.bytes), .bytes(patient),
        .integer(now.milliseconds - BreakGlass.duration),
      ]
    ).contains { $0.holds(at: now) }
  }

  /// What a patient consents to now: of each kind, what was said last.
  func consents(of patient: [UInt8]) throws -> Set<Consent.Kind> {
    let rows = try rows(ConsentRow.self, where: "patient = $2", [.bytes(patient)], by: "number")
    return rows.reduce(into: []) { given, row in
      if row.isGiven { given.insert(row.kind) } else { given.remove(row.kind) }
    }
  }
}
