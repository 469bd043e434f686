private import Foundation
internal import Statistics

/// A series and a model brought into state-space form, readings centred and divided by `scale`.
///
/// Regression columns: 1 for the starting level, the regressors, then six weekday contrasts.
struct TrajectoryDesign {
  let series: TrajectorySeries
  let model: TrajectoryModel
  let centre: Double
  let scale: Double
  let observations: Observations
  /// The index of the time at which the level is remembered, if any.
  let anchor: Int?
  private let gaps: [Double]
  private let centres: [Double]

  var stateCount: Int { 1 + (model.hasAffect ? 1 : 0) + (anchor == nil ? 0 : 1) }
  var columnCount: Int { 1 + series.regressorNames.count + (model.hasWeekday ? 6 : 0) }

  init(
    _ series: TrajectorySeries, model: TrajectoryModel, scale: Double, anchor: Int? = nil
  ) throws(InferenceError) {
    guard !model.hasWeekday || series.weekdayOfDayZero != nil else {
      throw .option("weekday effects need the weekday of day 0")
    }
    self.series = series
    self.model = model
    self.scale = scale
    self.anchor = anchor
    let readings = series.readings
    let count = Double(readings.count)
    let centre = readings.reduce(0) { $0 + $1.value / count }
    let centres = series.regressorNames.indices.map { index in
      readings.reduce(0) { $0 + $1.regressors[index] / count }
    }
    var gaps: [Double] = []
    var kinds: [Double: Int] = [:]
    var transitions: [Int] = []
    for (index, time) in series.times.enumerated() {
      let gap = index == 0 ? 0 : time - series.times[index - 1]
      let kind = kinds[gap] ?? gaps.count
      if kind == gaps.count {
        kinds[gap] = kind
        gaps.append(gap)
      }
      // With an anchor each gap has a plain transition and one that remembers the level before it.
      transitions.append(anchor.map { 2 * kind + (index == $0 + 1 ? 1 : 0) } ?? kind)
    }
    self.centre = centre
    self.centres = centres
    self.gaps = gaps
    var instant = 0
    let elements = readings.map { reading in
      while series.times[instant] < reading.time { instant += 1 }
      return Observations.Element(
        time: instant, value: (reading.value - centre) / scale,
        regressors: TrajectoryDesign.columns(
          at: reading.time, regressors: zip(reading.regressors, centres).map { $0 - $1 },
          series: series, model: model))
    }
    do {
      observations = try Observations(
        elements, transitions: transitions,
        regressorCount: 1 + centres.count + (model.hasWeekday ? 6 : 0))
    } catch { throw .unusable(error.description) }
  }

  /// The state-space model at hyperparameters in the units of the scaled readings.
  func stateSpace(_ values: Hyperparameters) throws(StateSpaceError) -> StateSpaceModel {
    let states = stateCount
    var start = [Double](repeating: 0, count: states * states)
    var row = [Double](repeating: 0, count: states)
    row[0] = 1
    if model.hasAffect {
      start[states + 1] = values.affectVariance
      row[1] = 1
    }
    let priors =
      Array(repeating: Double.infinity, count: 1 + centres.count)
      + (model.hasWeekday ? Array(repeating: max(values.weekdayVariance, 1e-300), count: 6) : [])
    return try StateSpaceModel(
      initialCovariance: start,
      transitions: gaps.flatMap { gap in
        (anchor == nil ? [false] : [false, true]).map {
          transition(over: gap, remembering: $0, values)
        }
      }, rows: [row], variances: [values.noiseVariance], coefficientVariances: priors)
  }

  private func transition(
    over gap: Double, remembering: Bool, _ values: Hyperparameters
  ) -> StateSpaceModel.Transition {
    let states = stateCount
    var matrix = [Double](repeating: 0, count: states * states)
    var noise = matrix
    for state in 0..<states { matrix[state * states + state] = 1 }
    noise[0] = values.levelVariance * gap
    if model.hasAffect {
      let decay = exp(-gap / values.affectTimeConstant)
      matrix[states + 1] = decay
      noise[states + 1] = values.affectVariance * (1 - decay * decay)
    }
    if anchor != nil, remembering {
      let last = states - 1
      matrix[last * states + last] = 0
      matrix[last * states] = 1
    }
    return StateSpaceModel.Transition(matrix: matrix, noise: noise)
  }

  /// The columns of the regression at a time; centred regressors count as 0 where they are unknown.
  func columns(at time: Double, regressors: [Double]?) -> [Double] {
    let centred =
      regressors.map { zip($0, centres).map { $0 - $1 } }
      ?? Array(repeating: 0, count: centres.count)
    return TrajectoryDesign.columns(
      at: time, regressors: centred, series: series, model: model)
  }

  private static func columns(
    at time: Double, regressors: [Double], series: TrajectorySeries, model: TrajectoryModel
  ) -> [Double] {
    guard model.hasWeekday, let weekday = series.weekday(at: time) else { return [1] + regressors }
    return [1] + regressors + contrasts(of: weekday)
  }

  /// Row of the 7 × 6 matrix of orthonormal Helmert contrasts: independent effects of variance v on
  /// them make weekday effects with covariance v (I - 11'/7).
  static func contrasts(of weekday: Int) -> [Double] {
    (1...6).map { column in
      let length = Double(column * (column + 1)).squareRoot()
      if weekday < column { return 1 / length }
      return weekday == column ? -Double(column) / length : 0
    }
  }

  /// Names the regressor that the solver could not use.
  func named(_ error: StateSpaceError) -> InferenceError {
    switch error {
    case .collinear(let column) where (1...max(1, centres.count)).contains(column):
      column <= series.regressorNames.count
        ? .collinear(name: series.regressorNames[column - 1]) : .unusable(error.description)
    case .tooFew(let observations, let needed):
      .tooFew(observed: observations, needed: needed, what: "a trajectory")
    default: .unusable(error.description)
    }
  }
}
