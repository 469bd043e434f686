/// How well a group of facts is known and where it comes from.
public struct Evidence: Hashable, Sendable {
  /// How well the facts are known.
  public let certainty: Certainty
  /// Where they come from; never empty.
  public let sources: [Source]
  /// What a reader must know to judge the facts, such as a choice between conflicting sources.
  public let note: String?
}
