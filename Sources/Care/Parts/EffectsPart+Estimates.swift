private import Inference

extension EffectsPart.Effect {
  /// The effect if the effect of a session faded in a known time.
  public struct Fading: Hashable, Sendable {
    /// Days in which the effect of a session falls to 1/e.
    public let days: Double
    /// How much this time constant counts, 0 to 1.
    public let weight: Double
    /// The difference right after one session, in the item's points.
    public let difference: TrajectoryPart.Estimate
  }

  /// What the answers from the change on were on average, less what they would have been without it,
  /// in the item's points; `nil` without an analysis.
  public var meanDifference: TrajectoryPart.Estimate? {
    analysis.value.map { TrajectoryPart.Estimate($0.wholeSeries.mean) }
  }

  /// The time constants that were tried; none unless the effect fades.
  public var fading: [Fading] {
    (analysis.value?.effect.timeConstants ?? []).map {
      Fading(days: $0.days, weight: $0.weight, difference: TrajectoryPart.Estimate($0.law))
    }
  }
}
