private import Foundation
internal import Statistics

/// Turns smoothed states of every hyperparameter node into one trajectory in the readings' units.
struct NodeSmoother {
  let design: TrajectoryDesign

  /// A class, because it is handed around once per day and holds many arrays.
  final class Result: Sendable {
    let node: Trajectory.Node
    let smoothing: StateSpaceModel.Smoothing

    init(node: Trajectory.Node, smoothing: StateSpaceModel.Smoothing) {
      self.node = node
      self.smoothing = smoothing
    }
  }

  private var scale: Double { design.scale }

  func run(_ node: Trajectory.Node) throws(InferenceError) -> Result {
    do {
      let values = node.hyperparameters.scaled(by: 1 / (scale * scale))
      return Result(
        node: node, smoothing: try design.stateSpace(values).smoothing(of: design.observations))
    } catch { throw design.named(error) }
  }

  /// The covariance of the level at two instants of the path, at known coefficients and scaled.
  func lagCovariance(
    _ node: Trajectory.Node, from earlier: Int, to later: Int
  ) throws(InferenceError) -> Double {
    do {
      let values = node.hyperparameters.scaled(by: 1 / (scale * scale))
      return try design.stateSpace(values)
        .lagCovariance(of: design.observations, from: earlier, to: later)[0]
    } catch { throw design.named(error) }
  }

  /// Undoes the division by `scale`: every non-diffuse degree of freedom counts it once.
  func logLikelihood(_ smoothing: StateSpaceModel.Smoothing) -> Double {
    let diffuse = 1 + design.series.regressorNames.count
    return smoothing.likelihood.logLikelihood
      - Double(design.observations.count - diffuse) * log(scale)
  }

  /// Mean and standard deviation of each coefficient over all nodes.
  func coefficients(_ results: [Result]) -> [Trajectory.Coefficient] {
    let columns = design.columnCount
    return design.series.regressorNames.enumerated().map { index, name in
      let law = mixture(results) { node in
        let smoothing = results[node].smoothing
        let variance = smoothing.coefficientCovariance[(index + 1) * columns + index + 1]
        return Normal(
          mean: smoothing.likelihood.coefficients[index + 1] * scale,
          standardDeviation: variance.squareRoot() * scale)
      }
      return Trajectory.Coefficient(
        name: name, estimate: law.mean, standardError: law.standardDeviation)
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
    let columns = design.levelColumns
    let laws = results.map { $0.smoothing.laws(ofStates: [1], coefficients: columns) }
    let readings = design.series.readings
    let isPlain = design.series.regressorNames.isEmpty
    let source = SignalSource(smoother: self, results: results)
    var next = 0
    return design.series.times.enumerated().map { instant, time in
      while next < readings.count, readings[next].time < time { next += 1 }
      let isRead = next < readings.count && readings[next].time == time
      return Trajectory.Step(
        time: time,
        level: mixture(results) { normal(laws[$0][instant], columns: columns) },
        instant: instant, regressors: isPlain ? [] : isRead ? readings[next].regressors : nil,
        source: source)
    }
  }

  /// What a reading without noise would show at an instant of the path.
  func signal(_ results: [Result], at instant: Int, regressors: [Double]) -> NormalMixture {
    var row = design.levelColumns
    design.fill(&row, at: design.series.times[instant], regressors: regressors)
    let states = Array(repeating: 1.0, count: design.model.hasAffect ? 2 : 1)
    return mixture(results) { law(results[$0], instant, states: states, columns: row) }
  }

  private func mixture(_ results: [Result], _ law: (Int) -> Normal) -> NormalMixture {
    guard results.count > 1 else { return NormalMixture(law(0)) }
    return NormalMixture(
      results.indices.map { .init(weight: results[$0].node.weight, law: law($0)) })
  }

  /// Adds the noise of a reading to a signal.
  func noisy(_ signal: NormalMixture, _ results: [Result]) -> NormalMixture {
    guard results.count > 1 else {
      let noise = results[0].node.hyperparameters.noiseVariance
      let spread = signal.standardDeviation
      return NormalMixture(
        Normal(mean: signal.mean, standardDeviation: (spread * spread + noise).squareRoot()))
    }
    let parts = signal.components
    return mixture(results) { index in
      let law = parts[index].law
      let noise = results[index].node.hyperparameters.noiseVariance
      let variance = law.standardDeviation * law.standardDeviation + noise
      return Normal(mean: law.mean, standardDeviation: variance.squareRoot())
    }
  }

  /// The law of `states' x(t) + columns' β`, in the readings' units.
  func law(_ result: Result, _ instant: Int, states: [Double], columns: [Double]) -> Normal {
    let law = result.smoothing.law(ofStates: states, coefficients: columns, at: instant)
    return normal(law, columns: columns)
  }

  private func normal(_ law: (mean: Double, variance: Double), columns: [Double]) -> Normal {
    let deviation = max(law.variance, 0).squareRoot() * scale
    return Normal(
      mean: columns[0] * design.centre + law.mean * scale,
      standardDeviation: max(deviation, 1e-150))
  }
}

/// What signals and readings are computed from when somebody asks for them: most days nobody does.
final class SignalSource: Sendable {
  private let smoother: NodeSmoother
  private let results: [NodeSmoother.Result]

  init(smoother: NodeSmoother, results: [NodeSmoother.Result]) {
    self.smoother = smoother
    self.results = results
  }

  func signal(at instant: Int, regressors: [Double]?) -> NormalMixture? {
    regressors.map { smoother.signal(results, at: instant, regressors: $0) }
  }

  func noisy(_ signal: NormalMixture) -> NormalMixture { smoother.noisy(signal, results) }
}
