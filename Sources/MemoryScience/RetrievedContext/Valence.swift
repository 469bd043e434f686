/// Whether an item is felt as bad, neither or good.
public enum Valence: Int, CaseIterable, Hashable, Sendable {
  /// Felt as bad.
  case negative = -1
  /// Felt as neither.
  case neutral = 0
  /// Felt as good.
  case positive = 1
}
