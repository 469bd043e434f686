internal import Archive
public import PatientRecord

extension Accounts {
  /// Stores entries that somebody sends; whether they may is decided in the same transaction.
  ///
  /// A patient writes as themselves or by a device of theirs; a clinician under their own identifier
  /// or from a file. Patients correct and withdraw what they or their devices wrote, not what staff
  /// wrote or brought in.
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
        for entry in entries { try transaction.requireOwnWords(entry, among: entries, by: actor) }
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

extension AuditedTransaction {
  /// Refuses a patient's correction or withdrawal of what staff wrote.
  fileprivate func requireOwnWords(
    _ entry: Entry, among entries: [Entry], by actor: Actor
  ) throws {
    guard entry.author.isPatientsSide else { return }
    for target in entry.targets {
      let sent = entries.first { $0.id == target }?.author
      guard let author = try sent ?? author(of: target, in: entry.patient) else { continue }
      if author.isPatientsSide { continue }
      // Whoever keeps their own record alone has brought in the files themselves.
      if case .imported = author, actor.roles.contains(.admin) { continue }
      throw AccountsError.refused(.foreignAuthor)
    }
  }
}

extension Entry {
  /// The entries that this one corrects or withdraws.
  fileprivate var targets: [EntryID] {
    var targets = [supersedes].compactMap { $0 }
    if case .void(let withdrawal) = fact { targets.append(withdrawal.entry) }
    return targets
  }
}

extension Author {
  /// Whether it is the patient, or a device of theirs.
  fileprivate var isPatientsSide: Bool {
    switch self {
    case .patient, .device: true
    case .staff, .imported: false
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
