internal import Statistics

/// One answer as a factor in η: Φ(upper - λ η) - Φ(lower - λ η).
struct OrdinalAnswer {
  let loading: Double
  let lower: Double
  let upper: Double

  init(_ answer: Int, to item: OrdinalItem) {
    self.init(answer, loading: item.loading, thresholds: item.thresholds)
  }

  /// Takes thresholds less what regressors add to λ η.
  init(_ answer: Int, loading: Double, thresholds: [Double], shift: Double = 0) {
    self.loading = loading
    lower = answer == 0 ? -.infinity : thresholds[answer - 1] - shift
    upper = answer == thresholds.count ? .infinity : thresholds[answer] - shift
  }

  /// The logarithm of the factor at a severity.
  func logProbability(at severity: Double) -> Double {
    TruncatedNormal(lower: lower - loading * severity, upper: upper - loading * severity)
      .logProbability
  }

  /// The probability of the answer under a cavity, and the normal factor that gives the cavity the
  /// mean and the variance it has after the answer.
  ///
  /// With s² = 1 + λ² v, a and b the bounds less λ m over s, and the moments of the standard normal
  /// law between them: the derivatives of log Z in m are g = -λ/s · mean and
  /// g' = -(λ/s)² (1 - variance), and the factor has precision -g' / (1 + v g') and shift
  /// (g - m g') / (1 + v g') (Minka 2001, UAI 17:362, in natural parameters). Since log Z is
  /// concave the precision is never negative.
  func matched(under cavity: NaturalNormal) -> (logProbability: Double, site: NaturalNormal) {
    let variance = cavity.variance
    let mean = cavity.mean
    let slope = loading / (1 + loading * loading * variance).squareRoot()
    let scale = slope / loading
    let held = TruncatedNormal(
      lower: (lower - loading * mean) * scale, upper: (upper - loading * mean) * scale)
    let gradient = slope * held.mean
    let curvature = -slope * slope * held.varianceLoss
    let shrinkage = 1 / (1 + variance * curvature)
    return (
      held.logProbability,
      NaturalNormal(
        precision: -curvature * shrinkage, shift: (gradient - mean * curvature) * shrinkage)
    )
  }
}
