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
}
