private import Foundation
internal import Statistics

/// The fits of one or several inputs, weighed against each other by marginal likelihood.
struct InputFits {
  let components: [InterventionEffect.Component]
  let logLikelihood: Double
  let isConverged: Bool
  let isReweighed: Bool

  init(
    _ inputs: [Input], series: TrajectorySeries, model: TrajectoryModel,
    method: InterventionEffect.Method
  ) throws(InferenceError) {
    let fits: [InputFit]
    switch method {
    case .maximumLikelihood: fits = try InputFit.likeliest(inputs, series: series, model: model)
    case .posterior: fits = try InputFit.posterior(inputs, series: series, model: model)
    }
    try self.init(fits, isReweighed: false)
  }

  /// The nodes of a posterior without any input, weighed anew for each.
  ///
  /// Nothing when the new weights differ so much from the old ones that fewer than a share of the
  /// nodes speaks: 1 / Σ w (w'/w)², Kish's effective number over the number.
  init?(
    _ inputs: [Input], reweighing trajectory: Trajectory, smallestShare: Double
  ) throws(InferenceError) {
    let fits = try InputFit.reweighed(inputs, trajectory: trajectory)
    try self.init(fits, isReweighed: true)
    var squares = 0.0
    for node in trajectory.nodes {
      let own = components.filter { $0.hyperparameters == node.hyperparameters }
      let weight = own.reduce(0) { $0 + $1.weight }
      squares += weight * weight / node.weight
    }
    guard squares > 0, 1 / squares >= smallestShare else { return nil }
  }

  private init(_ fits: [InputFit], isReweighed: Bool) throws(InferenceError) {
    self.isReweighed = isReweighed
    isConverged = fits.allSatisfy(\.isConverged)
    let parts = fits.flatMap(\.parts)
    let highest = parts.map(\.logWeight).max() ?? 0
    let total = parts.reduce(0) { $0 + exp($1.logWeight - highest) }
    let weighed = parts.map { part in
      InterventionEffect.Component(
        weight: exp(part.logWeight - highest) / total, input: part.input,
        hyperparameters: part.hyperparameters, law: part.law)
    }
    let order = weighed.indices.sorted { weighed[$0].weight > weighed[$1].weight }
    guard let best = order.first, weighed[best].weight.isFinite else {
      throw .unusable("the readings have no finite likelihood beside the intervention")
    }
    logLikelihood = parts[best].logLikelihood
    components = order.map { weighed[$0] }.filter { $0.weight > 1e-6 }
  }
}
