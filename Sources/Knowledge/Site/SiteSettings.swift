/// What a site sets for itself in place of what ships.
public struct SiteSettings: Hashable, Sendable {
  /// The site's reliable changes by instrument.
  public let reliableChanges: [InstrumentID: SiteReliableChange]

  /// The country whose help lines reports name, as ISO 3166 alpha-2 code; nil when not set.
  public let country: String?

  /// Creates settings.
  ///
  /// - Parameters:
  ///   - reliableChanges: the site's reliable changes by instrument.
  ///   - country: the country whose help lines reports name, as ISO 3166 alpha-2 code.
  public init(
    reliableChanges: [InstrumentID: SiteReliableChange] = [:], country: String? = nil
  ) {
    self.reliableChanges = reliableChanges
    self.country = country
  }
}
