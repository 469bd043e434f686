/// What the person agreed to or did not.
public struct Consent: Hashable, Sendable, Codable {
  /// The answer to a question for consent.
  public enum Outcome: String, Choice {
    /// Yes.
    case granted
    /// No.
    case declined
    /// No longer.
    case withdrawn
  }

  /// What was asked.
  public let subject: Name
  /// The version of the text that was shown.
  public let version: Name
  /// The answer.
  public let outcome: Outcome
  /// Anything else.
  public let note: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - subject: what was asked.
  ///   - version: the version of the text that was shown.
  ///   - outcome: the answer.
  ///   - note: anything else.
  public init(
    subject: Name, version: Name, outcome: Outcome, note: FreeText? = nil
  ) {
    self.subject = subject
    self.version = version
    self.outcome = outcome
    self.note = note
  }
}
