public import PatientRecord
public import Time

/// An account as those who manage accounts see it, and its owner.
public struct Account: Hashable, Sendable {
  /// What an account can be used for at present.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// A link was made and not used yet.
    case invited
    /// Its owner can sign in.
    case active
    /// Nobody can sign in until it is enabled again.
    case disabled
    /// It is gone for good; its identifier stays, since the audit trail names it.
    case deleted
  }

  /// Its identifier.
  public let id: AccountID
  /// Grows with every change; whoever changes the account says which version they saw.
  public let version: Int64
  /// What its owner may act as.
  public let roles: Set<Role>
  /// What it can be used for at present.
  public let state: State
  /// The owner's name and e-mail; `nil` once they were removed.
  public let person: Person?
  /// The patient who owns it, where the owner is one and their record was not erased.
  public let patient: PatientID?
  /// When it was made.
  public let created: Instant
  /// When it was last changed.
  public let changed: Instant
}

extension Set where Element == Role {
  /// Whether the owner acts as staff, for whom a second factor and short sessions are required.
  ///
  /// Somebody who is the one patient of an installation and runs it for themselves is not staff.
  public var isStaff: Bool { !isEmpty && !contains(.patient) }

  /// The roles as stored and told to the audit trail: in the order of the list, joined by `+`.
  var text: String {
    Role.allCases.filter(contains).map(\.rawValue).joined(separator: "+")
  }

  /// Reads ``text``; nil for an unknown role or none.
  init?(text: String) {
    let roles = text.split(separator: "+").map { Role(rawValue: String($0)) }
    let known = roles.compactMap(\.self)
    guard !known.isEmpty, known.count == roles.count else { return nil }
    self.init(known)
  }
}
