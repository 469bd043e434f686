public import Statistics

extension Trajectory {
  /// The level at one time held against the level at an earlier one, their dependence kept.
  public struct Comparison: Sendable {
    /// The earlier time.
    public let origin: Double
    /// The later time.
    public let time: Double
    /// The joint law of both levels under each node.
    let joint: [(weight: Double, later: Normal, earlier: Normal, covariance: Double)]

    /// The law of `later - factor × earlier`.
    ///
    /// - Parameter factor: 1 for the change, 0.5 to ask whether the level has halved.
    /// - Returns: its mixture over the nodes.
    public func difference(factor: Double = 1) -> NormalMixture {
      NormalMixture(
        joint.map { node in
          let later = node.later.standardDeviation
          let earlier = node.earlier.standardDeviation
          let variance =
            later * later + factor * factor * earlier * earlier - 2 * factor * node.covariance
          return .init(
            weight: node.weight,
            law: Normal(
              mean: node.later.mean - factor * node.earlier.mean,
              standardDeviation: max(max(variance, 0).squareRoot(), 1e-150)))
        })
    }

    /// The probability that the level changed by at most an amount.
    ///
    /// - Parameter amount: the change, negative for a fall.
    /// - Returns: P(later - earlier ≤ amount).
    public func probability(changeAtMost amount: Double) -> Double {
      difference().cumulative(amount)
    }

    /// The probability that the level has fallen by at least a share of where it began.
    ///
    /// - Parameter share: 0.5 for a halving.
    /// - Returns: P(later ≤ (1 - share) × earlier), which is meaningful for scores that end at 0.
    public func probability(fallOf share: Double) -> Double {
      difference(factor: 1 - share).cumulative(0)
    }
  }

  /// Compares the levels at two times of the path.
  ///
  /// - Parameters:
  ///   - origin: the earlier time, one of ``TrajectorySeries/times``.
  ///   - time: the later time, one of ``TrajectorySeries/times``; the last by default.
  /// - Returns: the joint law of both levels.
  /// - Throws: ``InferenceError/option(_:)`` when a time is not on the path or they are out of order.
  public func comparison(
    with origin: Double, at time: Double? = nil
  ) throws(InferenceError) -> Comparison {
    let end = time ?? series.times[series.times.count - 1]
    guard let anchor = series.times.firstIndex(of: origin),
      let instant = series.times.firstIndex(of: end), anchor <= instant
    else { throw .option("a comparison needs two times of the path, the earlier first") }
    let design = try TrajectoryDesign(series, model: model, scale: scale)
    let smoother = NodeSmoother(design: design)
    let level = design.levelColumns
    var joint: [(weight: Double, later: Normal, earlier: Normal, covariance: Double)] = []
    for result in smoothed {
      let later = smoother.law(result, instant, states: [1], columns: level)
      let earlier = smoother.law(result, anchor, states: [1], columns: level)
      let known = try smoother.lagCovariance(result.node, from: anchor, to: instant)
      let learnt = result.smoothing.regressionCovariance(
        ofStates: [1], coefficients: level, at: anchor, and: instant)
      joint.append((result.node.weight, later, earlier, (known + learnt) * scale * scale))
    }
    return Comparison(origin: origin, time: end, joint: joint)
  }
}
