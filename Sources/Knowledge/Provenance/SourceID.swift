/// The identifier of a source in the list of sources, such as `kroenke-2001`.
public struct SourceID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
