internal import Archive
public import PatientRecord
internal import Time
public import Vault

extension Accounts {
  /// A link with which the first account can be made, as long as nobody is admin; it works once,
  /// for a day, and makes earlier ones void. There is no default password.
  ///
  /// - Returns: the link, or `nil` when there is an admin.
  /// - Throws: an error of the archive.
  public func setUpLink() async throws -> Link? {
    try await archive.change { transaction in
      guard try !transaction.isSetUp() else { return nil }
      return try transaction.link(.setUp, for: nil, hours: 24)
    }
  }

  /// Whether a link to set up still works.
  ///
  /// - Parameter token: the link.
  /// - Throws: ``AccountsError/deadLink``, or an error of the archive.
  public func checkSetUp(_ token: Token) async throws {
    try await endWhatTheClockRevives()
    _ = try await archive.look { try $0.living(token, .setUp) }
  }

  /// Makes the first account: an admin, or the one person of a solo installation.
  ///
  /// - Parameters:
  ///   - token: the link.
  ///   - person: whose account.
  ///   - password: their password.
  ///   - isSolo: whether it is for this one person alone; as the settings say when `nil`.
  ///   - patient: in a solo installation, the record that is theirs; a new one when `nil`.
  /// - Returns: the account.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func setUp(
    _ token: Token, _ person: Person, password: String, isSolo: Bool? = nil,
    patient: PatientID? = nil
  ) async throws -> AccountID {
    let isSolo = isSolo ?? settings.isSolo
    try await checkSetUp(token)
    let hash = try await hash(of: password, for: person)
    return try await archive.change { transaction in
      let link = try transaction.living(token, .setUp)
      guard try !transaction.isSetUp() else { throw AccountsError.alreadySetUp }
      try transaction.delete(link)
      let roles: Set<Role> = isSolo ? [.patient, .admin] : [.admin]
      let key =
        try isSolo
        ? transaction.enrol(patient ?? transaction.newPatient(), by: .nobody) : nil
      var row = try transaction.add(person, roles: roles, patient: key)
      row.password = hash
      row.state = .active
      try transaction.update(row)
      try transaction.audit(.setUp, by: .owner(row), patient: key, detail: roles.text)
      return row.id
    }
  }
}

extension AuditedTransaction {
  /// Whether there is, or ever was, an admin: the last one cannot go.
  func isSetUp() throws -> Bool {
    try rows(AccountRow.self).contains { $0.roles.contains(.admin) }
  }

  /// An identifier for a new patient, which says nothing about them.
  func newPatient() -> PatientID {
    PatientID(rawValue: "p-" + Hexadecimal.text(of: randomBytes(10)))
  }
}

extension Accounts {
  /// Hashes a password that can be taken.
  func hash(of password: String, for person: Person) async throws -> String {
    if let fault = PasswordRule.fault(in: password, email: person.email) {
      throw AccountsError.weakPassword(fault)
    }
    return try await hash(password)
  }
}
