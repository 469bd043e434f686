private import Foundation
internal import Statistics

/// One input in a model, at one or several sets of hyperparameters.
struct InputFit {
  struct Part {
    let input: Input
    let hyperparameters: Hyperparameters
    let law: Normal
    let logLikelihood: Double
    var logWeight: Double
  }

  var parts: [Part]
  let isConverged: Bool

  /// Each input at its own likeliest hyperparameters, weighed by the comparable likelihood there.
  static func likeliest(
    _ inputs: [Input], series: TrajectorySeries, model: TrajectoryModel
  ) throws(InferenceError) -> [InputFit] {
    guard model.noise == .estimated else {
      throw .option("maximum likelihood estimates the noise; use the posterior for a known one")
    }
    var fits: [InputFit] = []
    for input in inputs {
      let point = try InputPoint(input, series: series, model: model, scale: 1)
      let found = try RatioSearch(design: point.design).run()
      var part = try point.part(at: found.hyperparameters)
      part.logWeight = part.logLikelihood + point.volume
      fits.append(InputFit(parts: [part], isConverged: found.isConverged))
    }
    return fits
  }

  /// The hyperparameters of one input explored on a grid around the mode; the nodes are weighed anew
  /// for every other input by the quotient of their likelihoods.
  static func posterior(
    _ inputs: [Input], series: TrajectorySeries, model: TrajectoryModel
  ) throws(InferenceError) -> [InputFit] {
    var reference = inputs[inputs.count / 2]
    var search = try PosteriorSearch(series: series.adding(reference), model: model)
    var mode = try search.mode()
    let scale = search.design.scale
    var points: [InputPoint] = []
    for input in inputs {
      points.append(try InputPoint(input, series: series, model: model, scale: scale))
    }
    if inputs.count > 1 {
      let here = search.node((mode.point, 1)).hyperparameters
      var best = -Double.infinity
      for point in points {
        let value = try point.part(at: here).logLikelihood + point.volume
        if value > best { (best, reference) = (value, point.input) }
      }
      search = try PosteriorSearch(series: series.adding(reference), model: model)
      mode = try search.mode()
    }
    let grid = HyperparameterGrid(mode: mode.point, objective: search.objective)
    let nodes = grid.nodes.map(search.node)
    let isConverged = mode.outcome == .converged
    return try weighed(points, nodes: nodes, reference: reference, isConverged: isConverged)
  }

  /// Nodes of a posterior without input: the quotient is that of the likelihoods with and without.
  static func reweighed(
    _ inputs: [Input], trajectory: Trajectory
  ) throws(InferenceError) -> [InputFit] {
    let scale = trajectory.scale
    let base = try TrajectoryDesign(trajectory.series, model: trajectory.model, scale: scale)
    let degrees = Double(base.observations.count - 1 - trajectory.series.regressorNames.count)
    var points: [InputPoint] = []
    for input in inputs {
      points.append(
        try InputPoint(input, series: trajectory.series, model: trajectory.model, scale: scale))
    }
    var known: [Double] = []
    for node in trajectory.nodes {
      do {
        let space = try base.stateSpace(node.hyperparameters.scaled(by: 1 / (scale * scale)))
        let value = try space.likelihood(of: base.observations).logLikelihood
        known.append(value - degrees * log(scale))
      } catch { throw base.named(error) }
    }
    return try weighed(
      points, nodes: trajectory.nodes, known: known, isConverged: trajectory.isConverged)
  }

  private static func weighed(
    _ points: [InputPoint], nodes: [Trajectory.Node], reference: Input, isConverged: Bool
  ) throws(InferenceError) -> [InputFit] {
    guard let origin = points.first(where: { $0.input == reference }) else {
      throw .unusable("the input that others are weighed against is missing")
    }
    var known: [Double] = []
    for node in nodes {
      known.append(try origin.part(at: node.hyperparameters).logLikelihood + origin.volume)
    }
    return try weighed(points, nodes: nodes, known: known, isConverged: isConverged)
  }

  private static func weighed(
    _ points: [InputPoint], nodes: [Trajectory.Node], known: [Double], isConverged: Bool
  ) throws(InferenceError) -> [InputFit] {
    var fits: [InputFit] = []
    for point in points {
      var parts: [Part] = []
      for (node, base) in zip(nodes, known) {
        var part = try point.part(at: node.hyperparameters)
        part.logWeight = log(node.weight) + part.logLikelihood + point.volume - base
        parts.append(part)
      }
      fits.append(InputFit(parts: parts, isConverged: isConverged))
    }
    return fits
  }
}

/// One input in the design of a model.
struct InputPoint {
  let input: Input
  let design: TrajectoryDesign
  /// ½ log|X'X|, which makes diffuse likelihoods of different columns comparable.
  let volume: Double

  init(
    _ input: Input, series: TrajectorySeries, model: TrajectoryModel, scale: Double
  ) throws(InferenceError) {
    self.input = input
    let wider = try series.adding(input)
    design = try TrajectoryDesign(wider, model: model, scale: scale)
    volume = try DiffuseVolume(of: wider, scale: scale).halfLogDeterminant
  }

  /// The last regressor is the input.
  func part(at hyperparameters: Hyperparameters) throws(InferenceError) -> InputFit.Part {
    let scale = design.scale
    let column = design.series.regressorNames.count
    do {
      let likelihood = try design.stateSpace(hyperparameters.scaled(by: 1 / (scale * scale)))
        .likelihood(of: design.observations)
      let variance = likelihood.covariance[column * design.columnCount + column]
      let degrees = design.observations.count - 1 - column
      let law = Normal(
        mean: likelihood.coefficients[column] * scale,
        standardDeviation: max(variance.squareRoot() * scale, 1e-150))
      let value = likelihood.logLikelihood - Double(degrees) * log(scale)
      return InputFit.Part(
        input: input, hyperparameters: hyperparameters, law: law, logLikelihood: value,
        logWeight: value)
    } catch { throw design.named(error) }
  }
}
