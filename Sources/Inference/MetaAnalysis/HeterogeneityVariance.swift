private import Foundation

/// The variance τ² of true effects between studies: y_i ~ N(μ, v_i + τ²), μ free.
///
/// Complexity: O(studies) for each value of τ² that is tried, some hundreds.
struct HeterogeneityVariance {
  let effects: [Double]
  let variances: [Double]

  /// The weighted mean at a τ², the sum of weights, and Cochran's Q with these weights.
  func pooled(_ tauSquared: Double) -> (mean: Double, precision: Double, q: Double) {
    var (precision, side) = (0.0, 0.0)
    for (effect, variance) in zip(effects, variances) {
      let weight = 1 / (variance + tauSquared)
      precision += weight
      side += weight * effect
    }
    let mean = side / precision
    var q = 0.0
    for (effect, variance) in zip(effects, variances) {
      q += (effect - mean) * (effect - mean) / (variance + tauSquared)
    }
    return (mean, precision, q)
  }

  /// The restricted log-likelihood, without constants.
  func logLikelihood(_ tauSquared: Double) -> Double {
    let fit = pooled(tauSquared)
    let logs = variances.reduce(0) { $0 + log($1 + tauSquared) }
    return -0.5 * (logs + log(fit.precision) + fit.q)
  }

  /// Twice the slope of the restricted log-likelihood (Viechtbauer 2005, J Educ Behav Stat
  /// 30:261-293).
  func score(_ tauSquared: Double) -> Double {
    let fit = pooled(tauSquared)
    var (squares, pull) = (0.0, 0.0)
    for (effect, variance) in zip(effects, variances) {
      let weight = 1 / (variance + tauSquared)
      squares += weight * weight
      pull += weight * weight * (effect - fit.mean) * (effect - fit.mean)
    }
    return squares / fit.precision - fit.precision + pull
  }

  /// The likeliest τ², exactly 0 at the boundary.
  ///
  /// Every maximum lies below `ceiling`, so that a scan for changes of sign finds them; each is
  /// halved down to neighbouring numbers, and the best of them and the boundary wins.
  func restrictedEstimate() -> Double {
    let steps = 200
    let grid = (0...steps).map { ceiling * Double($0 * $0) / Double(steps * steps) }
    let slopes = grid.map(score)
    var candidates = slopes[0] <= 0 ? [0.0] : []
    for index in 0..<steps where slopes[index] > 0 && slopes[index + 1] <= 0 {
      candidates.append(halved(grid[index], grid[index + 1]) { score($0) > 0 })
    }
    return candidates.max { logLikelihood($0) < logLikelihood($1) } ?? 0
  }

  /// τ² at which Q has a value; 0 when it is below that even there (Viechtbauer 2007, Stat Med
  /// 26:37-52).
  func profiled(_ q: Double) -> Double {
    guard pooled(0).q > q else { return 0 }
    var high = ceiling
    while pooled(high).q > q, high < 1e40 { high *= 2 }
    return halved(0, high) { pooled($0).q > q }
  }

  /// A bound above every root of the score: τ² is at most the largest squared deviation plus the
  /// uncertainty of the mean.
  private var ceiling: Double {
    let range = (effects.max() ?? 0) - (effects.min() ?? 0)
    return 2 * range * range + (variances.max() ?? 0)
  }

  /// The point at which a condition that holds at the lower end stops holding.
  private func halved(_ low: Double, _ high: Double, while holds: (Double) -> Bool) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<1_100 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if holds(middle) { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}
