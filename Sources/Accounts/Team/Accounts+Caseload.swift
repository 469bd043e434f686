internal import Archive
public import PatientRecord

/// A patient in a list, with the name that goes with the record.
public struct NamedPatient: Hashable, Sendable {
  /// Whose record.
  public let id: PatientID
  /// The name on the account that owns the record; `nil` when none does, or it was removed.
  public let name: String?
}

extension Accounts {
  /// The patients in whose care team a clinician is now, with their names.
  ///
  /// That the list was read stands in the audit trail.
  ///
  /// - Parameter actor: the clinician.
  /// - Returns: their patients, by name and then by identifier.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func caseload(of actor: Actor) async throws -> [NamedPatient] {
    let patients = try await patients(of: actor)
    let named = try await archive.look { transaction in
      try patients.compactMap { patient in
        try transaction.known(patient).map {
          NamedPatient(id: patient, name: try transaction.owner(of: $0))
        }
      }
    }
    return named.sorted { ($0.name ?? "~", $0.id.rawValue) < ($1.name ?? "~", $1.id.rawValue) }
  }

  /// The name of a patient, for whoever may read their record or keeps notes on them.
  ///
  /// - Parameters:
  ///   - patient: whose record.
  ///   - actor: who asks.
  /// - Returns: the name on the account that owns the record; `nil` when none does.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func name(of patient: PatientID, by actor: Actor) async throws -> String? {
    try await archive.look { transaction in
      try transaction.require(.readRecord, actor, patient)
      return try transaction.known(patient).flatMap { try transaction.owner(of: $0) }
    }
  }

  /// Whose record an account opens, for whoever sees to care teams.
  ///
  /// - Parameters:
  ///   - account: the account of a patient.
  ///   - actor: an admin who has just shown that it is they.
  /// - Returns: the patient.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func patient(of account: AccountID, by actor: Actor) async throws -> NamedPatient {
    try await archive.look { transaction in
      let row = try transaction.account(account)
      guard let key = row.patient, let found = try transaction.patient(under: key) else {
        throw AccountsError.notFound("record")
      }
      try transaction.require(.manageCareTeams, actor, found.id)
      return NamedPatient(id: found.id, name: try transaction.person(of: row)?.name)
    }
  }
}

extension AuditedTransaction {
  /// The name on the account that owns a record.
  fileprivate func owner(of patient: [UInt8]) throws -> String? {
    let rows = try rows(AccountRow.self, where: "patient = $2", [.bytes(patient)])
    return try rows.first { $0.state != .deleted }.flatMap { try person(of: $0)?.name }
  }
}
