private import Foundation
internal import Statistics

/// Turns smoothed states of every hyperparameter node into one trajectory in the readings' units.
struct NodeSmoother {
  let design: TrajectoryDesign

  struct Result {
    let node: Trajectory.Node
    let smoothing: StateSpaceModel.Smoothing
  }

  private var scale: Double { design.scale }

  func run(_ node: Trajectory.Node) throws(InferenceError) -> Result {
    do {
      let values = node.hyperparameters.scaled(by: 1 / (scale * scale))
      return Result(
        node: node, smoothing: try design.stateSpace(values).smoothing(of: design.observations))
    } catch { throw design.named(error) }
  }

  /// Undoes the division by `scale`: every non-diffuse degree of freedom counts it once.
  func logLikelihood(_ smoothing: StateSpaceModel.Smoothing) -> Double {
    let diffuse = 1 + design.series.regressorNames.count
    return smoothing.likelihood.logLikelihood
      - Double(design.observations.count - diffuse) * log(scale)
  }

  func coefficients(_ smoothing: StateSpaceModel.Smoothing) -> [Trajectory.Coefficient] {
    let columns = design.columnCount
    return design.series.regressorNames.enumerated().map { index, name in
      let variance = smoothing.likelihood.covariance[(index + 1) * columns + index + 1]
      return Trajectory.Coefficient(
        name: name, estimate: smoothing.likelihood.coefficients[index + 1] * scale,
        standardError: variance.squareRoot() * scale)
    }
  }

  func errors(_ smoothing: StateSpaceModel.Smoothing) -> [Trajectory.ReadingError] {
    zip(design.series.readings, smoothing.errors).map { reading, error in
      Trajectory.ReadingError(
        time: reading.time, value: reading.value,
        expected: reading.value - error.leaveOneOutResidual * scale,
        standardDeviation: error.leaveOneOutVariance.squareRoot() * scale,
        auxiliaryResidual: error.auxiliaryResidual)
    }
  }

  func path(_ results: [Result]) -> [Trajectory.Step] {
    let known = regressorsByTime()
    let level = levelColumns()
    return design.series.times.enumerated().map { instant, time in
      let columns = known[time].map { design.columns(at: time, regressors: $0) }
      let states = Array(repeating: 1.0, count: design.model.hasAffect ? 2 : 1)
      return Trajectory.Step(
        time: time,
        level: mixture(results) { law($0, instant, states: [1], columns: level) },
        signal: columns.map { row in
          mixture(results) { law($0, instant, states: states, columns: row) }
        },
        reading: columns.map { row in
          mixture(results) { result in
            law(
              result, instant, states: states, columns: row,
              extra: result.node.hyperparameters.noiseVariance)
          }
        })
    }
  }

  /// Regressors of the first reading at each time; every time when there are none to know.
  private func regressorsByTime() -> [Double: [Double]] {
    guard !design.series.regressorNames.isEmpty else {
      return Dictionary(uniqueKeysWithValues: design.series.times.map { ($0, []) })
    }
    return Dictionary(
      design.series.readings.map { ($0.time, $0.regressors) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Columns that put every regressor at 0 and leave the weekday out.
  func levelColumns() -> [Double] {
    let zeros = Array(repeating: 0.0, count: design.series.regressorNames.count)
    let columns = design.columns(at: 0, regressors: zeros)
    return columns.enumerated().map { $0.offset <= zeros.count ? $0.element : 0 }
  }

  func mixture(
    _ results: [Result], _ law: (Result) -> Normal
  ) -> NormalMixture {
    NormalMixture(results.map { .init(weight: $0.node.weight, law: law($0)) })
  }

  /// The law of `states' x(t) + columns' β`, in the readings' units.
  func law(
    _ result: Result, _ instant: Int, states: [Double], columns: [Double], extra: Double = 0
  ) -> Normal {
    let smoothing = result.smoothing
    let likelihood = smoothing.likelihood
    let size = columns.count
    var mean = 0.0
    var variance = 0.0
    for (state, weight) in states.enumerated() where weight != 0 {
      mean += weight * smoothing.mean(of: state, at: instant)
      for (other, factor) in states.enumerated() {
        variance += weight * factor * smoothing.covariance(of: state, and: other, at: instant)
      }
      for (column, factor) in columns.enumerated() where factor != 0 {
        variance +=
          2 * weight * factor
          * smoothing.covariance(of: state, withCoefficient: column, at: instant)
      }
    }
    for (row, weight) in columns.enumerated() where weight != 0 {
      mean += weight * likelihood.coefficients[row]
      for (column, other) in columns.enumerated() where other != 0 {
        variance += weight * other * likelihood.covariance[row * size + column]
      }
    }
    let spread = (max(variance, 0) * scale * scale + extra).squareRoot()
    return Normal(mean: centred(mean, columns[0]), standardDeviation: max(spread, 1e-150))
  }

  private func centred(_ value: Double, _ level: Double) -> Double {
    level * design.centre + value * scale
  }
}
