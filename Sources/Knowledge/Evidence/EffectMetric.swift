/// The unit of a published effect.
public enum EffectMetric: String, Hashable, Sendable, CaseIterable {
  /// A standardised mean difference: Cohen's d, Hedges' g.
  case standardised
  /// Points of a scale.
  case points
  /// A coefficient of a regression model.
  case coefficient
  /// A correlation.
  case correlation
  /// A proportion or percentage.
  case proportion
  /// Several numbers, none of which stands for all.
  case range
  /// Words only.
  case words
}
