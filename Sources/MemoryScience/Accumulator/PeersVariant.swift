/// The models that were fitted to the same lists of ten people of PEERS.
public enum PeersVariant: String, CaseIterable, Hashable, Sendable {
  /// CMR2: no source region. It has no emotion and is the control.
  case plain
  /// CMR3 as published: an item brings feelings back at full length (``SourceInput/fullLength``).
  case published
  /// CMR3 in which an item brings feelings back as they were learned (``SourceInput/asLearned``).
  case asLearned

  /// What the source region tells apart.
  public var source: SourceContext { self == .plain ? .none : .valence }

  /// How strongly an item brings back what was learned in the source region.
  public var sourceInput: SourceInput { self == .asLearned ? .asLearned : .fullLength }
}
