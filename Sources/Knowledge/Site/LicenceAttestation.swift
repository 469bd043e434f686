public import Time

/// A site's statement that it may use an instrument.
public struct LicenceAttestation: Hashable, Sendable {
  /// What the permission is, such as the date and number of a letter.
  public let reference: String
  /// Who states it.
  public let attestedBy: String
  /// The day of the statement.
  public let on: Day
}
