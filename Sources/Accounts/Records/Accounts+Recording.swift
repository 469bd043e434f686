internal import Archive
public import PatientRecord

extension Accounts {
  /// Stores entries that somebody sends; whether they may is decided in the same transaction.
  ///
  /// A patient writes as themselves or by a device of theirs; a clinician under their own identifier
  /// or from a file.
  ///
  /// - Parameters:
  ///   - entries: what to store.
  ///   - actor: who sends it.
  /// - Returns: the entries as stored, in the order given.
  /// - Throws: ``AccountsError/refused(_:)``, or an error of the archive; nothing was stored then.
  public func append(_ entries: [Entry], by actor: Actor) async throws -> [Entry] {
    for entry in entries where !actor.mayWrite(as: entry.author) {
      throw AccountsError.refused(.foreignAuthor)
    }
    let patients = Set(entries.map(\.patient))
    let purpose = patients == actor.patient.map { [$0] } ? "own record" : "treatment"
    do {
      return try await archive.append(entries, by: actor.access(for: purpose)) { transaction in
        for patient in patients { try transaction.require(.writeRecord, actor, patient) }
      }
    } catch let error as AccountsError {
      // The refusal is written down, which the transaction it ended could not do.
      for patient in patients.sorted() {
        _ = try await authorize(.writeRecord, actor: actor, patient: patient)
      }
      throw error
    }
  }
}

extension Actor {
  /// Whether an entry by an author can come from this actor.
  func mayWrite(as author: Author) -> Bool {
    switch author {
    case .patient, .device: roles.contains(.patient)
    case .staff(let id): roles.contains(.clinician) && id.rawValue == account.description
    case .imported: roles.contains(.clinician)
    }
  }
}
