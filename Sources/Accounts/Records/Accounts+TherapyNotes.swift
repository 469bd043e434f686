public import Archive
public import PatientRecord

// Psychotherapy notes: whoever treats writes them and reads their own. An emergency opens none.
extension Accounts {
  /// Stores a psychotherapy note in the name of whoever writes it.
  ///
  /// - Parameters:
  ///   - note: the note.
  ///   - patient: whom it is about.
  ///   - actor: its author, a clinician of the patient's care team.
  /// - Returns: the note as stored.
  /// - Throws: ``AccountsError``, or an error of the archive; nothing was stored then.
  public func write(
    _ note: TherapyNote, about patient: PatientID, by actor: Actor
  ) async throws -> TherapyNote {
    try await tellingRefusal(actor, patient) {
      let stored = try await archive.write(
        note, about: patient, by: actor.therapyAccess, unless: check(actor, patient))
      guard let stored else { throw AccountsError.notFound("record") }
      return stored
    }
  }

  /// The psychotherapy notes that somebody wrote about a patient, without what they say.
  ///
  /// - Parameters:
  ///   - patient: whom they are about.
  ///   - actor: their author, a clinician of the patient's care team.
  ///   - before: only notes that were stored before this one; from the newest when `nil`.
  ///   - limit: how many at most, 1 to 1,000.
  /// - Returns: the notes, newest first; never those of others.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func therapyNotes(
    about patient: PatientID, by actor: Actor, before: EntryID? = nil, limit: Int = 100
  ) async throws -> [TherapyNoteLine] {
    try await tellingRefusal(actor, patient) {
      try await archive.therapyNotes(
        about: patient, by: actor.therapyAccess, before: before, limit: limit,
        unless: check(actor, patient))
    }
  }

  /// A psychotherapy note, for its author.
  ///
  /// - Parameters:
  ///   - id: which.
  ///   - patient: whom it is about.
  ///   - actor: its author, a clinician of the patient's care team.
  /// - Returns: the note.
  /// - Throws: ``AccountsError/notFound(_:)`` when there is none or it is somebody else's, and others.
  public func therapyNote(
    _ id: EntryID, about patient: PatientID, by actor: Actor
  ) async throws -> TherapyNote {
    try await tellingRefusal(actor, patient) {
      let note = try await archive.therapyNote(
        id, about: patient, by: actor.therapyAccess, unless: check(actor, patient))
      guard let note else { throw AccountsError.notFound("note") }
      return note
    }
  }

  private func check(_ actor: Actor, _ patient: PatientID) -> Archive.TherapyCheck {
    { transaction in try transaction.require(.keepTherapyNotes, actor, patient) }
  }

  /// Writes a refusal down, which the transaction that it ended could not do.
  private func tellingRefusal<Value>(
    _ actor: Actor, _ patient: PatientID, _ work: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await work()
    } catch AccountsError.refused(let refusal) {
      _ = try await authorize(.keepTherapyNotes, actor: actor, patient: patient)
      throw AccountsError.refused(refusal)
    }
  }
}

extension Actor {
  fileprivate var therapyAccess: Access { access(for: "psychotherapy") }
}
