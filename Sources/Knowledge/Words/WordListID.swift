/// The identifier of a list of words, such as `trait-adjectives`.
public struct WordListID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
