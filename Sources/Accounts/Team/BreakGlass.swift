public import PatientRecord
public import Time

/// A record that somebody opened in an emergency without being in the care team.
public struct BreakGlass: Hashable, Sendable {
  /// How long the record stays open, in milliseconds: an hour.
  public static let duration: Int64 = 3_600_000
  /// The fewest characters of a reason.
  public static let shortestReason = 10
  /// The most characters of a reason.
  public static let longestReason = 2000

  /// Names the opening: 32 hexadecimal digits.
  public let id: String
  /// Whose record; `nil` once it was erased.
  public let patient: PatientID?
  /// The random key under which the record stands in the audit trail, as hexadecimal digits.
  public let record: String
  /// Who opened it.
  public let account: AccountID
  /// Their name; `nil` once it was removed.
  public let name: String?
  /// When.
  public let opened: Instant
  /// When it closes by itself.
  public let closes: Instant
  /// Why, in the words of whoever opened it; `nil` once the record was erased.
  public let reason: String?
  /// Who reviewed it, and when.
  public let review: Review?

  /// That somebody looked at why a record was opened.
  public struct Review: Hashable, Sendable {
    /// Who.
    public let account: AccountID
    /// When.
    public let at: Instant
  }
}

/// Something that somebody has to be told: it waits until it was delivered.
public struct Notice: Hashable, Sendable {
  /// What it is about, and so whom it is for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A record was opened in an emergency: for those who review that.
    case breakGlass
  }

  /// Names the notice: 32 hexadecimal digits.
  public let id: String
  /// What it is about.
  public let kind: Kind
  /// What it tells of, by its identifier.
  public let subject: String
  /// Since when it waits.
  public let created: Instant
}
