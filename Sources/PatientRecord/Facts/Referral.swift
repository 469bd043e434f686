/// A request to somebody else to see the person.
public struct Referral: Hashable, Sendable, Codable {
  /// How a referral stands.
  public enum Status: String, Choice {
    /// Asked for.
    case sent
    /// Taken on.
    case accepted
    /// Not taken on.
    case declined
    /// Done.
    case completed
  }

  /// Who is asked.
  public let to: Name
  /// Why.
  public let reason: FreeText
  /// How it stands.
  public let status: Status

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - to: who is asked.
  ///   - reason: why.
  ///   - status: how it stands.
  public init(
    to: Name, reason: FreeText, status: Status
  ) {
    self.to = to
    self.reason = reason
    self.status = status
  }
}
