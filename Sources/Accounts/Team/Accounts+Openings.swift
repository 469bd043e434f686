internal import Archive
public import Time

/// That somebody opened a record in an emergency, as its patient is told.
public struct Opening: Hashable, Sendable {
  /// When.
  public let at: Instant
  /// The name of who did it; `nil` once it was removed.
  public let name: String?
}

extension Accounts {
  /// When one's own record was opened in emergencies, and by whom.
  ///
  /// - Parameter actor: the patient; nobody else has a record of their own.
  /// - Returns: what happened, newest first.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func openings(of actor: Actor) async throws -> [Opening] {
    guard let patient = actor.patient else { return [] }
    return try await archive.look { transaction in
      try transaction.require(.seeAccesses, actor, patient)
      guard let key = try transaction.known(patient) else { return [] }
      return try transaction.rows(
        BreakGlassRow.self, where: "patient = $2", [.bytes(key)], by: "opened DESC, id"
      ).map { row in
        let account = try transaction.account(row.account)
        return Opening(at: row.opened, name: try transaction.person(of: account)?.name)
      }
    }
  }
}
