internal import Statistics

/// A series of forms and a model brought into state-space form: one normal pseudo-observation per
/// form, whose value and variance stand for its answers.
struct OrdinalDesign {
  let series: OrdinalSeries
  let model: OrdinalModel
  /// The answers of each form before any propagation.
  let factors: [OrdinalFactors]
  /// The instant of each form.
  let instants: [Int]
  private let design: TrajectoryDesign
  private let observations: Observations

  var hasAffect: Bool { model.affectScale != nil }
  var stateCount: Int { design.stateCount }

  init(
    _ series: OrdinalSeries, model: OrdinalModel, anchor: Int? = nil
  ) throws(InferenceError) {
    try model.check()
    self.series = series
    self.model = model
    design = try TrajectoryDesign(
      series.base, model: TrajectoryModel(hasAffect: model.affectScale != nil), scale: 1,
      anchor: anchor)
    factors = series.forms.map { form in
      OrdinalFactors(
        zip(form.answers, series.items).compactMap { answer, item in
          answer.map { OrdinalAnswer($0, to: item) }
        })
    }
    instants = OrdinalDesign.instants(of: series)
    do {
      observations = try Observations(
        times: instants, series: Array(instants.indices),
        rows: Array(repeating: 0, count: instants.count),
        transitions: design.observations.transitions, regressorCount: 0)
    } catch { throw .unusable(error.description) }
  }

  private static func instants(of series: OrdinalSeries) -> [Int] {
    var instant = 0
    return series.forms.map { form in
      while series.times[instant] < form.time { instant += 1 }
      return instant
    }
  }

  /// The law of all states without any answer; its observations have no variance yet.
  func process(_ values: Hyperparameters) throws(InferenceError) -> StateSpaceModel {
    do { return try design.stateSpace(values) } catch { throw .unusable(error.description) }
  }

  /// Runs the smoother over the pseudo-observations, severity counted from the start's mean.
  func smoothing(
    _ process: StateSpaceModel, _ products: [NaturalNormal]
  ) throws(InferenceError) -> StateSpaceModel.Smoothing {
    var start = process.initialCovariance
    start[0] = model.start.standardDeviation * model.start.standardDeviation
    do {
      let space = try StateSpaceModel(
        initialCovariance: start, transitions: process.transitions,
        rows: Array(repeating: process.rows[0], count: products.count),
        variances: products.map { 1 / $0.precision })
      return try space.smoothing(
        of: observations.replacing(values: products.map { $0.mean - model.start.mean }))
    } catch { throw .unusable(error.description) }
  }

  /// The law of a sum of states at an instant.
  ///
  /// - Parameters:
  ///   - states: what each state counts; the level, now or remembered, counts once.
  ///   - instant: the instant.
  ///   - smoothing: the smoothed states.
  /// - Returns: the law.
  func law(
    of states: [Double], at instant: Int, in smoothing: StateSpaceModel.Smoothing
  ) -> Normal {
    var mean = model.start.mean
    var variance = 0.0
    for row in states.indices where states[row] != 0 {
      mean += states[row] * smoothing.mean(of: row, at: instant)
      for column in states.indices {
        variance +=
          states[row] * states[column] * smoothing.covariance(of: row, and: column, at: instant)
      }
    }
    return Normal(mean: mean, standardDeviation: max(variance, 1e-300).squareRoot())
  }

  /// Level and affect together: what a form looks at.
  var severityStates: [Double] { hasAffect ? [1, 1] : [1] }
}
