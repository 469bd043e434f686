/// What the holder of an instrument's rights allows.
public struct Licence: Hashable, Sendable {
  /// How an instrument may be shipped.
  public enum Class: String, Hashable, Sendable, CaseIterable {
    /// Free to reproduce: the text ships.
    case free = "A"
    /// Free but under copyright: the text ships unchanged, with its notice.
    case freeWithNotice = "A*"
    /// Free under conditions: the text comes from a pack that the site enables.
    case conditional = "B"
    /// For a fee, refused or unclear: only scores are kept.
    case restricted = "C"
  }

  /// How the instrument may be shipped.
  public let licenceClass: Class
  /// What the holder or a source says about its use.
  public let statement: String
  /// Who holds the rights.
  public let holder: String
  /// The notice to show beside the instrument, when one is asked for.
  public let notice: String?
  /// Where the holder can be reached, when there is an address.
  public let url: String?

  /// Whether a site must attest that it may use the instrument before it records scores or adds
  /// the wording.
  public var needsAttestation: Bool { !allowsShipping }

  /// Whether the wording may be part of the program.
  public var allowsShipping: Bool {
    switch licenceClass {
    case .free, .freeWithNotice: true
    case .conditional, .restricted: false
    }
  }
}
