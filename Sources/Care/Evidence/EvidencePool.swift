public import Inference
public import Knowledge

/// The effects on one domain, one from each body of trials, and what they say together.
public struct EvidencePool: Sendable {
  /// The domain.
  public let domain: EffectDomain
  /// The effects, in the order of the table.
  public let members: [PoolableEffect]
  /// The random-effects meta-analysis; with fewer than two effects the reason why there is none.
  public let analysis: Finding<MetaAnalysis>
}

/// Whether treatments that do more for mood do more for memory.
public struct EvidenceCoupling: Sendable {
  /// A memory effect and a mood effect of one body of trials.
  public struct Pair: Hashable, Sendable {
    /// The effect on memory.
    public let memory: PoolableEffect
    /// The effect on mood.
    public let mood: PoolableEffect

    /// Whether one publication reports both.
    public var isOnePublication: Bool {
      memory.row.evidence.sources.map(\.id) == mood.row.evidence.sources.map(\.id)
    }
  }

  /// The pairs, in the order of the table.
  public let pairs: [Pair]
  /// The regression for each assumed correlation of sampling errors, which no source reports; with
  /// too few pairs the reason why there is none.
  public let analysis: Finding<[BivariateMetaRegression]>
}
