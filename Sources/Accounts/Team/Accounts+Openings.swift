internal import Archive
public import Time

/// That somebody opened a record in an emergency, as its patient is told.
public struct Opening: Hashable, Sendable {
  /// When.
  public let at: Instant
  /// The name of who did it; `nil` once it was removed.
  public let name: String?
  /// Why, in the words of who did it.
  public let reason: String?
}

extension Accounts {
  /// When one's own record was opened in emergencies, by whom and why.
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
        let opened = try transaction.shown(row)
        return Opening(at: opened.opened, name: opened.name, reason: opened.reason)
      }
    }
  }
}
