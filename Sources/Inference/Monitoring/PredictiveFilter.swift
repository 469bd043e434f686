private import Foundation
internal import Statistics

/// The filter of one node after the stable period, with gains worked out ahead: they depend on when
/// readings come, not on what they say.
///
/// Its state is the level, the affect if there is one, and every coefficient but that of the starting
/// level, which is part of the level.
struct PredictiveFilter {
  /// The mean of the state at the end of the stable period.
  private let start: [Double]
  /// What is left of the affect, per reading.
  private let decays: [Double]
  /// Innovation variances, per reading.
  private let variances: [Double]
  /// Gains, per reading and state.
  private let gains: [Double]
  private let states: Int

  init(
    _ result: NodeSmoother.Result, _ design: TrajectoryDesign, _ schedule: MonitoringSchedule
  ) {
    let scale = design.scale
    let values = result.node.hyperparameters.scaled(by: 1 / (scale * scale))
    var belief = Belief(result.smoothing, states: design.stateCount)
    states = design.stateCount
    start = belief.mean
    var decays: [Double] = []
    var variances: [Double] = []
    var gains: [Double] = []
    gains.reserveCapacity(schedule.rows.count * belief.mean.count)
    for (gap, row) in zip(schedule.gaps, schedule.rows) {
      let decay = design.model.hasAffect ? exp(-gap / values.affectTimeConstant) : 1
      let noise = design.model.hasAffect ? values.affectVariance * (1 - decay * decay) : 0
      belief.advance(level: values.levelVariance * gap, decay: decay, affect: noise)
      decays.append(decay)
      variances.append(belief.learn(row: row, noise: values.noiseVariance))
      gains += belief.gain
    }
    self.decays = decays
    self.variances = variances
    self.gains = gains
  }

  /// The standardised errors of this filter's forecasts of eight futures that follow another one.
  ///
  /// - Parameters:
  ///   - truth: the filter that the futures follow.
  ///   - shocks: its standardised errors.
  ///   - sign: what shocks are multiplied by.
  ///   - schedule: the one that both filters were made for.
  /// - Returns: one error a reading.
  func errors(
    from truth: PredictiveFilter, shocks: [SIMD8<Double>], sign: Double,
    _ schedule: MonitoringSchedule
  ) -> [SIMD8<Double>] {
    let size = start.count
    var means = start.map { SIMD8<Double>(repeating: $0) }
    var trueMeans = truth.start.map { SIMD8<Double>(repeating: $0) }
    return means.withUnsafeMutableBufferPointer { means in
      trueMeans.withUnsafeMutableBufferPointer { trueMeans in
        shocks.indices.map { index in
          if states > 1 {
            means[1] *= decays[index]
            trueMeans[1] *= truth.decays[index]
          }
          let row = schedule.rows[index]
          var gap = trueMeans[0] - means[0]
          if states > 1 { gap += trueMeans[1] - means[1] }
          for (column, value) in row.enumerated() where value != 0 {
            gap += value * (trueMeans[states + column] - means[states + column])
          }
          let shock = (sign * truth.variances[index].squareRoot()) * shocks[index]
          let error = gap + shock
          for state in 0..<size {
            means[state] += gains[index * size + state] * error
            trueMeans[state] += truth.gains[index * size + state] * shock
          }
          return error * (1 / variances[index].squareRoot())
        }
      }
    }
  }
}

/// Mean and covariance of level, affect and coefficients.
private struct Belief {
  private(set) var mean: [Double]
  /// The gain of the last reading.
  private(set) var gain: [Double]
  private var covariance: [Double]
  private let size: Int
  private let states: Int

  /// What the whole stable period says at its end; the starting level joins the level.
  init(_ smoothing: StateSpaceModel.Smoothing, states: Int) {
    let columns = smoothing.likelihood.coefficients.count
    let last = smoothing.instantCount - 1
    let all = states + columns
    var joint = [Double](repeating: 0, count: all * all)
    for row in 0..<all {
      for column in 0..<all {
        joint[row * all + column] =
          switch (row < states, column < states) {
          case (true, true): smoothing.covariance(of: row, and: column, at: last)
          case (true, false):
            smoothing.covariance(of: row, withCoefficient: column - states, at: last)
          case (false, true):
            smoothing.covariance(of: column, withCoefficient: row - states, at: last)
          case (false, false):
            smoothing.coefficientCovariance[(row - states) * columns + column - states]
          }
      }
    }
    var mean = (0..<states).map { smoothing.mean(of: $0, at: last) }
    mean[0] += smoothing.likelihood.coefficients[0]
    mean += smoothing.likelihood.coefficients.dropFirst()
    // Rows and columns of the starting level are added to those of the level and left out.
    for index in 0..<all { joint[index] += joint[states * all + index] }
    for index in 0..<all { joint[index * all] += joint[index * all + states] }
    let kept = (0..<all).filter { $0 != states }
    self.mean = mean
    covariance = kept.flatMap { row in kept.map { joint[row * all + $0] } }
    size = kept.count
    gain = Array(repeating: 0, count: kept.count)
    self.states = states
  }

  mutating func advance(level: Double, decay: Double, affect: Double) {
    covariance[0] += level
    guard states > 1, decay < 1 || affect > 0 else { return }
    for index in 0..<size {
      covariance[size + index] *= decay
      covariance[index * size + 1] *= decay
    }
    covariance[size + 1] += affect
  }

  /// Learns from a reading what a reading teaches about variances.
  ///
  /// - Parameters:
  ///   - row: its regression columns; all states enter it with a weight of 1.
  ///   - noise: its variance.
  /// - Returns: the variance of its forecast error; ``gain`` is that of this reading.
  mutating func learn(row: [Double], noise: Double) -> Double {
    let (size, states) = (size, states)
    return gain.withUnsafeMutableBufferPointer { gain in
      covariance.withUnsafeMutableBufferPointer { covariance in
        for column in 0..<size { gain[column] = covariance[column] }
        for other in 1..<max(size, 1) {
          let weight = other < states ? 1 : row[other &- states]
          guard weight != 0 else { continue }
          for column in 0..<size { gain[column] += weight * covariance[other &* size &+ column] }
        }
        var variance = noise
        for other in 0..<size {
          variance += (other < states ? 1 : row[other &- states]) * gain[other]
        }
        let inverse = 1 / variance
        for state in 0..<size {
          let weight = gain[state] * inverse
          for other in 0..<size { covariance[state &* size &+ other] -= weight * gain[other] }
        }
        for state in 0..<size { gain[state] *= inverse }
        return variance
      }
    }
  }
}
