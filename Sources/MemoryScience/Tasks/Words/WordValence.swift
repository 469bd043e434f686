/// How a word feels to most readers.
public enum WordValence: String, Hashable, Sendable, CaseIterable, Codable {
  /// Unpleasant.
  case negative
  /// Neither.
  case neutral
  /// Pleasant.
  case positive
}
