public import Archive
public import PatientRecord
public import Time

/// Who asks for something: the owner of a session.
public struct Actor: Hashable, Sendable {
  /// Their account.
  public let account: AccountID
  /// What they may act as.
  public let roles: Set<Role>
  /// Their own record, where they are a patient.
  public let patient: PatientID?
  /// The session they ask in.
  public let session: SessionHandle
  /// How far they have come in signing in.
  public let stage: Session.Stage
  /// When they last showed that it is they.
  public let proved: Instant

  /// How the audit trail and the record name them.
  ///
  /// - Parameter purpose: what they do it for.
  /// - Returns: the access, with the account's identifier and its roles.
  public func access(for purpose: String) -> Access {
    Access(actor: account.description, role: roles.text, purpose: purpose)
  }
}
