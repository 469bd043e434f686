/// What a site sets for itself in place of what ships.
public struct SiteSettings: Hashable, Sendable {
  /// The site's reliable changes by instrument.
  public let reliableChanges: [InstrumentID: SiteReliableChange]

  /// Creates settings.
  ///
  /// - Parameter reliableChanges: the site's reliable changes by instrument.
  public init(reliableChanges: [InstrumentID: SiteReliableChange] = [:]) {
    self.reliableChanges = reliableChanges
  }
}
