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
  /// The distinct gaps between times.
  let gaps: [Double]
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
    let steps = GapKinds(times: series.times, anchor: anchor)
    self.centre = centre
    self.centres = centres
    gaps = steps.gaps
    observations = try TrajectoryDesign.observations(
      of: series, model: model, centre: centre, scale: scale, centres: centres,
      transitions: steps.transitions)
  }

  private static func observations(
    of series: TrajectorySeries, model: TrajectoryModel, centre: Double, scale: Double,
    centres: [Double], transitions: [Int]
  ) throws(InferenceError) -> Observations {
    let width = 1 + centres.count + (model.hasWeekday ? 6 : 0)
    var times: [Int] = []
    var rows: [Double] = []
    times.reserveCapacity(series.readings.count)
    rows.reserveCapacity(series.readings.count * (width + 1))
    var instant = 0
    for reading in series.readings {
      while series.times[instant] < reading.time { instant += 1 }
      times.append(instant)
      rows.append((reading.value - centre) / scale)
      rows.append(1)
      for (value, middle) in zip(reading.regressors, centres) { rows.append(value - middle) }
      if model.hasWeekday, let weekday = series.weekday(at: reading.time) {
        rows += TrajectoryDesign.contrasts[weekday]
      }
    }
    do {
      return try Observations(
        times: times, series: Array(repeating: 0, count: times.count), rows: rows,
        transitions: transitions, regressorCount: width)
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
    var priors = [Double](repeating: .infinity, count: columnCount)
    if model.hasWeekday {
      for column in columnCount - 6..<columnCount {
        priors[column] = max(values.weekdayVariance, 1e-300)
      }
    }
    var transitions: [StateSpaceModel.Transition] = []
    transitions.reserveCapacity(2 * gaps.count)
    for gap in gaps {
      transitions.append(transition(over: gap, remembering: false, values))
      if anchor != nil { transitions.append(transition(over: gap, remembering: true, values)) }
    }
    return try StateSpaceModel(
      initialCovariance: start, transitions: transitions, rows: [row],
      variances: [values.noiseVariance], coefficientVariances: priors)
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
      noise[states + 1] = -values.affectVariance * expm1(-2 * gap / values.affectTimeConstant)
    }
    if anchor != nil, remembering {
      let last = states - 1
      matrix[last * states + last] = 0
      matrix[last * states] = 1
    }
    return StateSpaceModel.Transition(matrix: matrix, noise: noise)
  }

  /// Writes the regression columns of a time into a row of ``columnCount`` numbers.
  func fill(_ row: inout [Double], at time: Double, regressors: [Double]) {
    row[0] = 1
    for (index, value) in regressors.enumerated() { row[index + 1] = value - centres[index] }
    guard model.hasWeekday, let weekday = series.weekday(at: time) else { return }
    for (index, value) in TrajectoryDesign.contrasts[weekday].enumerated() {
      row[index + 1 + centres.count] = value
    }
  }

  /// Columns that put every regressor at 0 and leave the weekday out.
  var levelColumns: [Double] {
    [1] + centres.map { -$0 } + Array(repeating: 0, count: model.hasWeekday ? 6 : 0)
  }

  /// Row of the 7 × 6 matrix of orthonormal Helmert contrasts: independent effects of variance v on
  /// them make weekday effects with covariance v (I - 11'/7).
  static let contrasts: [[Double]] = (0..<7).map { weekday in
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

/// The distinct gaps between times, and which of them leads into each time.
private struct GapKinds {
  private(set) var gaps: [Double] = []
  private(set) var transitions: [Int] = []

  /// With an anchor each gap has a plain transition and one that remembers the level before it.
  init(times: [Double], anchor: Int?) {
    var kinds: [Double: Int] = [:]
    transitions.reserveCapacity(times.count)
    var kind = 0
    for (index, time) in times.enumerated() {
      let gap = index == 0 ? 0 : time - times[index - 1]
      // Most gaps equal the one before: no need to look those up.
      if index == 0 || gap != gaps[kind] {
        kind = kinds[gap] ?? gaps.count
        if kind == gaps.count {
          kinds[gap] = kind
          gaps.append(gap)
        }
      }
      transitions.append(anchor.map { 2 * kind + (index == $0 + 1 ? 1 : 0) } ?? kind)
    }
  }
}
