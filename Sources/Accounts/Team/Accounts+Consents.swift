internal import Archive
internal import PatientRecord
internal import Time

extension Accounts {
  /// Writes down that a patient agrees to something, or no longer does; it counts from the next
  /// decision on.
  ///
  /// - Parameters:
  ///   - isGiven: whether they agree.
  ///   - kind: to what.
  ///   - actor: the patient, who has just shown that it is they.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func consent(_ isGiven: Bool, to kind: Consent.Kind, by actor: Actor) async throws {
    guard let patient = actor.patient else { throw AccountsError.refused(.role) }
    try await archive.change { transaction in
      try transaction.require(.giveConsent, actor, patient)
      guard let key = try transaction.known(patient) else { throw AccountsError.notFound("record") }
      let earlier = try transaction.consentRows(of: key).filter { $0.kind == kind }
      // What was said already is not said again.
      if earlier.last?.isGiven == isGiven || (earlier.isEmpty && !isGiven) { return }
      try transaction.insert(
        ConsentRow(
          patient: key, kind: kind, number: (earlier.last?.number ?? 0) + 1, isGiven: isGiven,
          at: transaction.now, account: actor.account))
      try transaction.audit(
        isGiven ? .giveConsent : .withdrawConsent, by: actor.access(for: "consent"), patient: key,
        detail: kind.rawValue)
    }
  }

  /// All that a patient ever agreed to or withdrew.
  ///
  /// - Parameter actor: the patient.
  /// - Returns: what they said, the first first.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func consents(of actor: Actor) async throws -> [Consent] {
    guard let patient = actor.patient else { throw AccountsError.refused(.role) }
    return try await archive.look { transaction in
      try transaction.require(.seeAccesses, actor, patient)
      guard let key = try transaction.known(patient) else { return [] }
      return try transaction.consentRows(of: key)
        .map { Consent(kind: $0.kind, isGiven: $0.isGiven, at: $0.at) }
        .sorted { $0.at < $1.at }
    }
  }
}

extension AuditedTransaction {
  func consentRows(of patient: [UInt8]) throws -> [ConsentRow] {
    try rows(ConsentRow.self, where: "patient = $2", [.bytes(patient)], by: "number")
  }
}
