internal import Statistics

/// Forecast errors that a person who stays as they were would show, in many simulated futures.
///
/// For each node of the posterior a future is drawn from what the stable period says under that
/// node, level, affect, weekdays and coefficients with all their uncertainty, and is judged as the
/// real one is: by forecasts at the hyperparameters of the first node. Errors over all nodes, by
/// weight, thus have the law that real errors have before they are seen.
///
/// A future needs one random number a reading: the true node's own forecast errors are independent
/// normals, and the reading is its forecast plus such an error.
///
/// Complexity: O(nodes × readings × states²) and about 600 futures of O(readings × states).
struct FalseAlarmSimulation {
  /// Eight futures of one node.
  struct Batch {
    /// Its share of all futures.
    let weight: Double
    /// Standardised errors, one a reading.
    let errors: [SIMD8<Double>]
  }

  /// All futures.
  let batches: [Batch]

  /// About this many pairs of batches are shared out among the nodes by weight.
  private static let pairs = 32.0

  /// Simulates.
  ///
  /// - Parameters:
  ///   - fit: the posterior of the stable period.
  ///   - baselineEnd: its last time.
  ///   - days: how many calendar days to look ahead.
  ///   - seed: the seed.
  init(
    fit: Trajectory, baselineEnd: Double, days: Int, seed: UInt64
  ) throws(InferenceError) {
    let design = try TrajectoryDesign(fit.series, model: fit.model, scale: fit.scale)
    let schedule = MonitoringSchedule(design, baselineEnd: baselineEnd, days: Double(days))
    let smoother = NodeSmoother(design: design)
    var filters: [PredictiveFilter] = []
    for node in fit.nodes {
      filters.append(PredictiveFilter(try smoother.run(node), design, schedule))
    }
    var batches: [Batch] = []
    for (index, truth) in filters.enumerated() {
      let share = fit.nodes[index].weight
      let pairs = max(1, Int((share * Self.pairs).rounded()))
      var stream = RandomStream(seed: seed, stream: UInt64(index))
      for _ in 0..<pairs {
        let shocks = schedule.rows.indices.map { _ in
          SIMD8<Double>((0..<8).map { _ in stream.normal() })
        }
        for sign in [1.0, -1] {
          batches.append(
            Batch(
              weight: share / Double(2 * pairs),
              errors: filters[0].errors(from: truth, shocks: shocks, sign: sign, schedule)))
        }
      }
    }
    self.batches = batches
  }
}

/// When readings are to come: as often, on the weekdays and with the regressors of the stable period,
/// whose last whole weeks are repeated over and over.
struct MonitoringSchedule {
  /// Days since the reading before, or since the end of the path of the stable period.
  let gaps: [Double]
  /// The regression columns of each reading, that of the starting level left out.
  let rows: [[Double]]

  init(_ design: TrajectoryDesign, baselineEnd: Double, days: Double) {
    let readings = design.series.readings
    let start = readings[0].time.rounded(.down)
    let span = baselineEnd.rounded(.down) - start + 1
    var period = span >= 7 ? (span / 7).rounded(.down) * 7 : max(span, 1)
    var repeated = readings.filter { $0.time > baselineEnd - period }
    if repeated.isEmpty {
      period = (span / 7).rounded(.up) * 7
      repeated = readings
    }
    var gaps: [Double] = []
    var rows: [[Double]] = []
    var row = design.levelColumns
    var last = design.series.times[design.series.times.count - 1]
    var shift = period
    while shift - period < days {
      for reading in repeated where reading.time + shift <= baselineEnd + days {
        let time = reading.time + shift
        gaps.append(time - last)
        last = time
        design.fill(&row, at: time, regressors: reading.regressors)
        rows.append(Array(row.dropFirst()))
      }
      shift += period
    }
    self.gaps = gaps
    self.rows = rows
  }
}
