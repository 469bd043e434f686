public import Time

/// A place where somebody in distress or danger finds help.
public struct HelpContact: Hashable, Sendable {
  /// What a contact is for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Danger to life: ambulance, police.
    case emergency
    /// Urgent health advice.
    case urgentAdvice
    /// A crisis line by telephone.
    case crisisLine
    /// A crisis line by text message.
    case crisisText
    /// Somebody who listens.
    case emotionalSupport
    /// A list of help lines elsewhere.
    case directory
  }

  /// The country as ISO 3166 alpha-2 code, `EU` for the European Union, or nil for anywhere.
  public let country: String?
  /// What the contact is for.
  public let kind: Kind
  /// The name of the service.
  public let name: String
  /// The number to call or to write to, as it is dialled in the country; nil for a web page.
  public let number: String?
  /// When it answers, when known.
  public let hours: String?
  /// The languages it is known to be answered in, as BCP 47 tags; empty when not known.
  public let languages: [String]
  /// What else a caller should know, such as an option to press.
  public let note: String?
  /// The service's page.
  public let url: String?
  /// The day somebody last checked the contact; nil means not yet verified.
  public let verifiedOn: Day?
  /// How well the contact is known and where it comes from.
  public let evidence: Evidence
}
