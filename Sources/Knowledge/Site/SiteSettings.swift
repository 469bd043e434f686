/// What a site sets for itself in place of what ships.
public struct SiteSettings: Hashable, Sendable {
  /// The site's reliable changes by instrument.
  public let reliableChanges: [InstrumentID: SiteReliableChange]

  /// The country whose help lines reports name, as ISO 3166 alpha-2 code; nil when not set.
  public let country: String?

  /// The site's own contacts, such as its crisis team.
  public let contacts: [HelpContact]
  /// By when signals must be seen where no source says, by rule.
  public let signalDeadlines: [SignalRuleID: SiteDeadline]
  /// The families of rules that the site's clinical lead switched off, by identifier.
  public let switchedOffRules: [String]

  /// Creates settings.
  ///
  /// - Parameters:
  ///   - reliableChanges: the site's reliable changes by instrument.
  ///   - country: the country whose help lines reports name, as ISO 3166 alpha-2 code.
  ///   - contacts: the site's own contacts.
  ///   - signalDeadlines: by when signals must be seen where no source says, by rule.
  ///   - switchedOffRules: families of rules that are not used, none of them on crises.
  public init(
    reliableChanges: [InstrumentID: SiteReliableChange] = [:], country: String? = nil,
    contacts: [HelpContact] = [], signalDeadlines: [SignalRuleID: SiteDeadline] = [:],
    switchedOffRules: [String] = []
  ) {
    self.reliableChanges = reliableChanges
    self.country = country
    self.contacts = contacts
    self.signalDeadlines = signalDeadlines
    self.switchedOffRules = switchedOffRules
  }
}
