/// A note.
public struct Note: Hashable, Sendable, Codable {
  /// Who may read a note.
  public enum Audience: String, Choice {
    /// The patient and the care team.
    case everyone
    /// The care team.
    case careTeam
    /// The patient.
    case patient
  }

  /// The note.
  public let text: FreeText
  /// Who may read it.
  public let audience: Audience

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - text: the note.
  ///   - audience: who may read it.
  public init(
    text: FreeText, audience: Audience
  ) {
    self.text = text
    self.audience = audience
  }
}
