internal import Statistics

extension OrdinalTrajectory {
  /// What the items would be answered at a time.
  ///
  /// - Parameter time: a time of the path.
  /// - Returns: per item the probabilities of its answers 0 … K.
  /// - Throws: ``InferenceError/option(_:)`` when the time is not on the path.
  public func answerProbabilities(at time: Double) throws(InferenceError) -> [[Double]] {
    let severity = path[try instant(of: time)].severity
    return series.items.map { item in
      if let shares = severity.average(item.probabilities(at:)) { return shares }
      var sums = [Double](repeating: 0, count: item.highest + 1)
      for component in severity.mixture.components {
        for (answer, share) in item.probabilities(under: component.law).enumerated() {
          sums[answer] += component.weight * share
        }
      }
      return sums
    }
  }

  /// The law of the total of a further form of all items at a time.
  ///
  /// It never leaves the scale: P(total < 5) and the like are exact given the law of severity.
  ///
  /// - Parameter time: a time of the path.
  /// - Returns: the law of the sum of the series' items; items that were left out are not in it.
  /// - Throws: ``InferenceError/option(_:)`` when the time is not on the path.
  public func total(at time: Double) throws(InferenceError) -> TotalLaw {
    let severity = path[try instant(of: time)].severity
    if let shares = severity.average({ TotalLaw(of: series.items, at: $0).probabilities }) {
      return TotalLaw(probabilities: shares)
    }
    return TotalLaw(of: series.items, under: severity.mixture)
  }

  /// The mean total that a severity brings, which rises with it: turns the ends of an interval of
  /// severity into points.
  ///
  /// - Parameter severity: η.
  /// - Returns: points, from 0 to the highest total.
  public func expectedTotal(at severity: Double) -> Double {
    series.items.reduce(0) { sum, item in
      item.thresholds.reduce(sum) {
        $0 + Normal.standard.cumulative(item.loading * severity - $1)
      }
    }
  }

  /// Compares the levels at two times of the path.
  ///
  /// - Parameters:
  ///   - origin: the earlier time.
  ///   - time: the later time; the last of the path by default.
  /// - Returns: the joint law of both levels, in units of severity.
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
    let last = (0..<design.stateCount).map { $0 == design.stateCount - 1 ? 1.0 : 0 }
    var joint: [(weight: Double, later: Normal, earlier: Normal, covariance: Double)] = []
    for (node, result) in zip(nodes, results) {
      let smoothing = try design.smoothing(
        design.process(node.hyperparameters), result.factors.map(\.held))
      let later = design.law(of: [1], at: instant, in: smoothing)
      guard anchor < instant else {
        joint.append((node.weight, later, later, later.standardDeviation * later.standardDeviation))
        continue
      }
      joint.append(
        (
          node.weight, later, design.law(of: last, at: instant, in: smoothing),
          smoothing.covariance(of: 0, and: design.stateCount - 1, at: instant)
        ))
    }
    return Trajectory.Comparison(origin: origin, time: end, joint: joint)
  }
}

extension OrdinalSeries.Edge {
  /// Why changes cannot be measured, `nil` where they can.
  public var reason: String? {
    switch self {
    case .none: nil
    case .floor:
      "every answer is the lowest; severity is bounded from above only, and no change can be "
        + "measured until an answer differs"
    case .ceiling:
      "every answer is the highest; severity is bounded from below only, and no change can be "
        + "measured until an answer differs"
    }
  }
}
