/// A publication, page or file that facts are taken from.
public struct Source: Hashable, Sendable {
  /// How closely a source was looked at when the facts were written down.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// The document itself, or its abstract, was read.
    case primary
    /// Another document that quotes it was read.
    case secondHand
    /// It is cited from general knowledge and was not read again.
    case notRead
  }

  /// The key by which facts cite the source.
  public let id: SourceID
  /// The full reference, as a reader would look it up.
  public let citation: String
  /// Where it can be found, when there is an address.
  public let url: String?
  /// How closely it was looked at.
  public let reading: Reading
}
