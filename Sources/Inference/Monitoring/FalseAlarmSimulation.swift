internal import Statistics

/// Forecast errors that a person who stays as they were would show, in many simulated futures.
///
/// Each future is drawn from what the stable period leaves open: hyperparameters from their exact
/// posterior density (``HyperparameterSample``); level, affect, weekdays and coefficients from theirs.
/// It is judged as the real one is, by forecasts at the hyperparameters of highest posterior density.
/// Errors over all futures thus have the law that real errors have before they are seen.
///
/// A future needs one random number a reading: the forecast errors of the hyperparameters that it
/// follows are independent normals, and the reading is its forecast plus such an error.
///
/// Complexity: 430 likelihoods, and 40 times O(readings × states²) for 16 futures each.
struct FalseAlarmSimulation {
  /// Standardised errors of eight futures, one vector a reading.
  typealias Batch = [SIMD8<Double>]

  /// All futures.
  let batches: [Batch]

  private static let draws = 40
  private static let proposals = 160
  private static let steps = 5

  /// Simulates.
  ///
  /// - Parameters:
  ///   - search: the posterior of the hyperparameters in the stable period.
  ///   - mode: its mode.
  ///   - baselineEnd: the last time of the stable period.
  ///   - days: how many calendar days to look ahead.
  ///   - seed: the seed; the stream follows from the readings.
  /// - Throws: ``InferenceError`` when the stable period cannot be smoothed.
  init(
    search: PosteriorSearch, mode: [Double], baselineEnd: Double, days: Int, seed: UInt64
  ) throws(InferenceError) {
    var stream = RandomStream(seed: seed, stream: Self.streamNumber(of: search.design.series))
    let sample = HyperparameterSample(
      Self.draws, frame: PosteriorFrame(mode: mode, objective: search.objective),
      isDeviation: search.isDeviation, proposals: Self.proposals, steps: Self.steps,
      objective: search.objective, using: &stream)
    let design = search.design
    let schedule = MonitoringSchedule(design, baselineEnd: baselineEnd, days: Double(days))
    let smoother = NodeSmoother(design: design)
    func filter(_ point: [Double]) throws(InferenceError) -> PredictiveFilter {
      PredictiveFilter(try smoother.run(search.node((point, 1))), design, schedule)
    }
    let judge = try filter(mode)
    var batches: [Batch] = []
    var shocks: Batch = []
    for (index, point) in sample.points.enumerated() {
      let truth = try filter(point)
      // Drawing takes longer than following a future, so that every second draw of the
      // hyperparameters meets the errors of the one before, last day first.
      shocks =
        index.isMultiple(of: 2)
        ? schedule.rows.map { _ in Self.shock(using: &stream) } : shocks.reversed()
      // Each future has a twin with opposite errors, which makes their average steadier.
      for sign in [1.0, -1] {
        batches.append(judge.errors(from: truth, shocks: shocks, sign: sign, schedule))
      }
    }
    self.batches = batches
  }

  /// A stream for each person, also where all are watched with one seed: what the simulation errs by
  /// then averages out over people. The readings are hashed as FNV-1a does bytes.
  private static func streamNumber(of series: TrajectorySeries) -> UInt64 {
    series.readings.reduce(0xcbf2_9ce4_8422_2325) { hash, reading in
      (hash ^ reading.value.bitPattern) &* 0x100_0000_01b3
    }
  }

  private static func shock(using stream: inout RandomStream) -> SIMD8<Double> {
    var shock = SIMD8<Double>.zero
    for lane in shock.indices { shock[lane] = stream.normal() }
    return shock
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
