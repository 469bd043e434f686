internal import Statistics

extension OrdinalTrajectory {
  /// Compares the levels at two times of the path.
  ///
  /// - Parameters:
  ///   - origin: the earlier time.
  ///   - time: the later time; the last of the path by default.
  /// - Returns: the joint law of both levels in units of severity, by propagation. Its change has a
  ///   meaning; a fall by a share has none, since severity has no natural zero.
  /// - Throws: ``InferenceError/option(_:)`` when a time is not on the path or they are out of
  ///   order; ``InferenceError/unusable(_:)`` when every answer lies at the same end of the scale,
  ///   where severity is bounded from one side only and a change cannot be measured.
  public func comparison(
    with origin: Double, at time: Double? = nil
  ) throws(InferenceError) -> Trajectory.Comparison {
    let end = time ?? series.times[series.times.count - 1]
    let anchor = try instant(of: origin)
    let instant = try instant(of: end)
    guard anchor <= instant else { throw .option("a comparison names the earlier time first") }
    if let reason = series.edge.reason { throw .unusable(reason) }
    let design = try OrdinalDesign(series, model: model, anchor: anchor)
    var joint: [(weight: Double, later: Normal, earlier: Normal, covariance: Double)] = []
    for (node, result) in zip(nodes, results) {
      let pair =
        anchor == instant
        ? still(at: instant, in: result) : try pair(at: instant, design, result)
      joint.append((node.weight, pair.later, pair.earlier, pair.covariance))
    }
    return Trajectory.Comparison(origin: origin, time: end, joint: joint)
  }

  private typealias Pair = (later: Normal, earlier: Normal, covariance: Double)

  /// A level beside itself.
  private func still(at instant: Int, in result: OrdinalPropagation.Result) -> Pair {
    let variance = result.smoothing.covariance(of: 0, and: 0, at: instant)
    let law = Normal(
      mean: model.start.mean + result.smoothing.mean(of: 0, at: instant),
      standardDeviation: max(variance, 1e-300).squareRoot())
    return (law, law, law.standardDeviation * law.standardDeviation)
  }

  /// The level beside the one that the design remembers in its last state.
  private func pair(
    at instant: Int, _ design: OrdinalDesign, _ result: OrdinalPropagation.Result
  ) throws(InferenceError) -> Pair {
    let last = design.stateCount - 1
    let smoothing = try design.smoothing(
      design.process(result.hyperparameters), result.factors.map(\.held))
    return (
      design.law(of: [1], at: instant, in: smoothing),
      design.law(of: (0...last).map { $0 == last ? 1 : 0 }, at: instant, in: smoothing),
      smoothing.covariance(of: 0, and: last, at: instant)
    )
  }
}
