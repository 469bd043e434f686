/// Draws from the posterior of regression coefficients.
public struct CoefficientDraws: Sendable {
  /// How many coefficients.
  public let count: Int
  /// How many chains.
  public let chains: Int
  /// How many draws each chain holds.
  public let perChain: Int
  /// All draws: chain by chain, draw by draw, coefficient by coefficient.
  public let values: [Double]

  /// What the draws of one coefficient say.
  public struct Summary: Hashable, Sendable {
    /// The posterior mean.
    public let mean: Double
    /// The central 90 % interval.
    public let interval: ClosedRange<Double>
    /// The local false sign rate: the smaller of P(β > 0) and P(β < 0), at least one half over the
    /// number of draws (Stephens 2017, Biostatistics 18:275).
    public let falseSignRate: Double
  }

  /// The draws of one coefficient, chain after chain.
  ///
  /// - Parameter index: which, `0 ..< count`.
  /// - Returns: its draws; none when there is no such coefficient.
  public func draws(of index: Int) -> [Double] {
    guard (0..<count).contains(index) else { return [] }
    return stride(from: index, to: values.count, by: count).map { values[$0] }
  }

  /// Summarises one coefficient.
  ///
  /// - Parameter index: which, `0 ..< count`.
  /// - Returns: mean, interval and local false sign rate; `nil` when there is no such coefficient.
  public func summary(of index: Int) -> Summary? {
    let sorted = draws(of: index).sorted()
    guard !sorted.isEmpty else { return nil }
    let total = Double(sorted.count)
    let positive = Double(sorted.count { $0 > 0 }) / total
    let mean = sorted.reduce(0, +) / total
    let low = sorted[Int(0.05 * (total - 1))]
    let high = sorted[Int((0.95 * (total - 1)).rounded(.up))]
    return Summary(
      mean: mean, interval: low...high,
      falseSignRate: max(min(positive, 1 - positive), 0.5 / total))
  }
}

/// The largest set of findings whose mean local false sign rate stays within a bound: a Bayesian
/// false discovery rate (Stephens 2017).
///
/// - Parameters:
///   - rates: the local false sign rates.
///   - bound: the largest acceptable mean, such as 0.05.
/// - Returns: the indices of the set, ascending.
func falseSignSet(_ rates: [Double], bound: Double) -> [Int] {
  var sum = 0.0
  var chosen: [Int] = []
  for index in rates.indices.sorted(by: { (rates[$0], $0) < (rates[$1], $1) }) {
    sum += rates[index]
    guard sum <= bound * Double(chosen.count + 1) else { break }
    chosen.append(index)
  }
  return chosen.sorted()
}
