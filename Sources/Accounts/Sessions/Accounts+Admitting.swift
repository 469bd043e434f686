internal import Archive
public import PatientRecord
public import Vault

/// Whose record a request is about.
public enum RequestSubject: Hashable, Sendable {
  /// Nobody's.
  case nobody
  /// That of whoever asks.
  case visitor
  /// That of a patient.
  case patient(PatientID)
}

/// Somebody who was let in.
public struct Admission: Sendable {
  /// Their session, with who they are.
  public let session: Session
  /// By what right they may do what they ask.
  public let grant: Grant
  /// Whose record it is about; `nil` when it is about none.
  public let patient: PatientID?
}

extension Accounts {
  /// Finds the session that a request came with and decides about what it asks: both in one read of
  /// the database, and so in one state of it.
  ///
  /// It is the same as ``session(_:)`` and then ``authorize(_:actor:patient:)``.
  ///
  /// - Parameters:
  ///   - token: what the request carried.
  ///   - permission: what is to be done.
  ///   - subject: whose record it is about.
  /// - Returns: who asks and by what right; `nil` when the session has ended or never was.
  /// - Throws: ``AccountsError/refused(_:)``, ``AccountsError/proofNeeded``, or an error of the archive.
  public func admit(
    _ token: Token, to permission: Permission, of subject: RequestSubject
  ) async throws -> Admission? {
    try await endWhatTheClockRevives()
    let found = try await archive.look { transaction -> (FoundSession, PatientID?, Decision?)? in
      guard let found = try transaction.session(token) else { return nil }
      guard let actor = found.session?.actor else { return (found, nil, nil) }
      let patient = subject.patient(of: actor)
      return (found, patient, try transaction.decide(permission, actor, about: patient))
    }
    guard let (row, patient, decision) = found, let session = try await settle(row, token),
      let decision
    else { return nil }
    let grant = try await honour(decision, permission, actor: session.actor, patient: patient)
    return Admission(session: session, grant: grant, patient: patient)
  }
}

extension RequestSubject {
  /// Whose record it is.
  ///
  /// - Parameter actor: who asks.
  /// - Returns: the patient; `nil` when it is about none.
  public func patient(of actor: Actor) -> PatientID? {
    switch self {
    case .nobody: nil
    case .visitor: actor.patient
    case .patient(let patient): patient
    }
  }
}
