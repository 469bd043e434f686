internal import Archive
public import PatientRecord
internal import Synchronization
public import Time
public import Vault

/// What the page behind a link shows.
public struct Invitation: Hashable, Sendable {
  /// Whom it is for.
  public let person: Person
  /// What the account will be used for.
  public let roles: Set<Role>
  /// When the link stops working.
  public let expires: Instant
}

extension Accounts {
  /// Days for which an invitation can be accepted.
  public static let invitationDays: Int64 = 7

  /// Invites a patient.
  ///
  /// A clinician who invites somebody new is in their care team from then on. A record that exists
  /// can be given to an account only by somebody of its care team, so that nobody opens a record by
  /// inviting themselves to it.
  ///
  /// - Parameters:
  ///   - person: whom to invite.
  ///   - patient: the record that is theirs; a new one when `nil`.
  ///   - actor: who invites, a clinician or an admin.
  /// - Returns: the letter with the link, to be sent or shown once.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func invite(
    patient person: Person, patient: PatientID? = nil, by actor: Actor
  ) async throws -> Letter {
    try require(.invitePatients, actor)
    let isClinician = actor.roles.contains(.clinician)
    return try await archive.change { transaction in
      let access = actor.access(for: "account")
      let key: [UInt8]
      if let patient, try transaction.key(of: patient) != nil {
        guard isClinician else { throw AccountsError.refused(.notInCareTeam) }
        try transaction.require(.manageCareTeams, actor, patient)
        key = try transaction.enrol(patient, by: access)
        try transaction.requireNoOwner(of: key)
      } else {
        key = try transaction.enrol(patient ?? transaction.newPatient(), by: access)
        if isClinician { try transaction.join(key, actor.account, by: access) }
      }
      return try transaction.invite(person, [.patient], patient: key, by: access)
    }
  }

  /// Invites somebody of the staff.
  ///
  /// - Parameters:
  ///   - person: whom to invite.
  ///   - role: what they will act as.
  ///   - actor: who invites, an admin who has just shown that it is they.
  /// - Returns: the letter with the link, to be sent or shown once.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func invite(
    staff person: Person, as role: Role, by actor: Actor
  ) async throws -> Letter {
    guard role != .patient else {
      throw AccountsError.invalid(field: "role", reason: "choose a role of the staff")
    }
    try require(.changeRoles, actor)
    return try await archive.change { transaction in
      try transaction.invite(person, [role], patient: nil, by: actor.access(for: "account"))
    }
  }

  /// The most people who may wait for an account that they asked for by themselves.
  static let requestLimit = 200

  /// Asks for an account by oneself, where that is allowed. Whoever asks is answered alike whether
  /// somebody has this e-mail.
  ///
  /// No mail is sent, so that nobody has shown that the e-mail is theirs: no link is made, and one that
  /// was handed over meanwhile stays good. The e-mail is not taken by it either: whoever invites
  /// somebody with it takes the request over.
  ///
  /// - Parameters:
  ///   - person: whose account.
  ///   - address: where it came from.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func register(_ person: Person, from address: String) async throws {
    guard settings.allowsRegistration else { throw AccountsError.registrationClosed }
    try wait(limits.withLock { $0.tryNetwork(AddressBlock(address), at: now) })
    try await archive.change { transaction in
      guard try transaction.countRequests() < Accounts.requestLimit else {
        throw AccountsError.registrationFull
      }
      try transaction.audit(.register, by: .nobody)
      guard try transaction.account(email: person.email) == nil else { return }
      _ = try transaction.add(person, roles: [.patient], patient: nil)
    }
  }

  /// What the page of an invitation shows.
  ///
  /// - Parameter token: the link.
  /// - Returns: whom it is for.
  /// - Throws: ``AccountsError/deadLink``, or an error of the archive.
  public func invitation(_ token: Token) async throws -> Invitation {
    try await endWhatTheClockRevives()
    return try await archive.look { transaction in
      let (link, row) = try transaction.invited(token)
      guard let person = try transaction.person(of: row) else { throw AccountsError.deadLink }
      return Invitation(person: person, roles: row.roles, expires: link.expires)
    }
  }

  /// Accepts an invitation by setting a password.
  ///
  /// - Parameters:
  ///   - token: the link; it works once.
  ///   - password: the password.
  /// - Returns: the account, which can sign in now.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func accept(_ token: Token, password: String) async throws -> AccountID {
    let person = try await invitation(token).person
    let hash = try await hash(of: password, for: person)
    return try await archive.change { transaction in
      var (link, row) = try transaction.invited(token)
      try transaction.delete(link)
      row.password = hash
      row.state = .active
      if row.roles == [.patient], row.patient == nil {
        row.patient = try transaction.enrol(transaction.newPatient(), by: .owner(row))
      }
      try transaction.advance(row)
      try transaction.audit(.accept, by: .owner(row), patient: row.patient)
      return row.id
    }
  }
}

extension AuditedTransaction {
  fileprivate func invite(
    _ person: Person, _ roles: Set<Role>, patient: [UInt8]?, by access: Access
  ) throws -> Letter {
    let row: AccountRow
    if let known = try account(email: person.email) {
      guard known.isRequest else { throw AccountsError.emailTaken }
      row = try takeOver(known, for: person, roles, patient: patient)
    } else {
      row = try add(person, roles: roles, patient: patient)
    }
    let link = try link(.invitation, for: row.id, hours: Accounts.invitationDays * 24)
    try audit(.invite, by: access, patient: patient, detail: "\(row.id) as \(roles.text)")
    return Letter(address: person.email, occasion: .invitation, link: link)
  }

  /// Makes what somebody asked for by themselves an invitation of the staff.
  private func takeOver(
    _ request: AccountRow, for person: Person, _ roles: Set<Role>, patient: [UInt8]?
  ) throws -> AccountRow {
    var row = request
    row.roles = roles
    row.patient = patient
    row.sealed = try seal(person, with: livingKey(of: row.id), of: row.id)
    try advance(row)
    return row
  }

  /// How many people wait for an account that they asked for by themselves.
  fileprivate func countRequests() throws -> Int {
    try rows(AccountRow.self, where: "state = $2", [.text(Account.State.invited.rawValue)])
      .count(where: \.isRequest)
  }

  /// The account behind an invitation that still works.
  fileprivate func invited(_ token: Token) throws -> (LinkRow, AccountRow) {
    let link = try living(token, .invitation)
    guard let id = link.account else { throw AccountsError.deadLink }
    let row = try account(id)
    guard row.state == .invited else { throw AccountsError.deadLink }
    return (link, row)
  }

  /// A record has one owner.
  fileprivate func requireNoOwner(of patient: [UInt8]) throws {
    let owners = try rows(AccountRow.self, where: "patient = $2", [.bytes(patient)])
    guard owners.allSatisfy({ $0.state == .deleted }) else {
      throw AccountsError.invalid(field: "patient", reason: "this record has an account already")
    }
  }
}
