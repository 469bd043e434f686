private import Foundation

/// The exact interval of a probability (Clopper & Pearson 1934): the probabilities under which
/// neither as many nor as few events are improbable.
///
/// - Parameters:
///   - successes: events, 0 to `trials`.
///   - trials: chances, above 0.
///   - level: the probability of the interval.
/// - Returns: the interval, exact to 1e-12.
func clopperPearson(successes: Double, trials: Double, level: Double) -> ClosedRange<Double> {
  let tail = (1 - level) / 2
  let lower =
    successes <= 0 ? 0 : root { 1 - binomialCumulative(successes - 1, trials, $0) < tail }
  let upper = successes >= trials ? 1 : root { binomialCumulative(successes, trials, $0) > tail }
  return min(lower, upper)...max(lower, upper)
}

/// The point at which a condition that holds at 0 stops holding.
private func root(_ holds: (Double) -> Bool) -> Double {
  var (lower, upper) = (0.0, 1.0)
  for _ in 0..<60 {
    let middle = (lower + upper) / 2
    if holds(middle) { lower = middle } else { upper = middle }
  }
  return (lower + upper) / 2
}

/// The probability of at most so many events.
private func binomialCumulative(_ successes: Double, _ trials: Double, _ p: Double) -> Double {
  guard p > 0 else { return 1 }
  guard p < 1 else { return successes >= trials ? 1 : 0 }
  var total = 0.0
  for k in 0...Int(successes) {
    let count = Double(k)
    let choose = lgamma(trials + 1) - lgamma(count + 1) - lgamma(trials - count + 1)
    total += exp(choose + count * log(p) + (trials - count) * log1p(-p))
  }
  return min(total, 1)
}
