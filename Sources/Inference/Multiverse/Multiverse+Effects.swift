extension Multiverse {
  /// Estimates an effect under every specification that applies.
  ///
  /// Variances are taken at the mode of their posterior under each specification, and a decay keeps
  /// the likeliest of its time constants.
  ///
  /// - Parameters:
  ///   - effect: the effect under the main specification.
  ///   - trajectory: a posterior of the same readings without the input.
  public init(of effect: InterventionEffect, given trajectory: Trajectory) {
    let outliers = Set(
      trajectory.errors.filter { abs($0.auxiliaryResidual) > Specification.outlierBound }
        .map(\.time))
    let likeliest = effect.timeConstants.max { $0.weight < $1.weight }?.days
    let input = effect.intervention.inputs.first { $0.timeConstant == likeliest }
    self.init(
      Specification.allCases.compactMap { specification in
        guard specification != .main else {
          return Verdict(
            .main, estimate: effect.estimate, standardError: effect.standardError,
            isPositive: effect.estimate > 0)
        }
        guard let input,
          let (series, model) = specification.applied(
            to: trajectory.series, model: trajectory.model, outliers: outliers),
          let (estimate, error) = try? Multiverse.estimate(
            of: input, in: series, model: model, near: trajectory.hyperparameters)
        else { return nil }
        return Verdict(
          specification, estimate: estimate, standardError: error,
          isPositive: effect.estimate > 0)
      })
  }

  private static func estimate(
    of input: Input, in series: TrajectorySeries, model: TrajectoryModel,
    near known: Hyperparameters
  ) throws(InferenceError) -> (estimate: Double, standardError: Double)? {
    let values = try Trajectory.mode(
      of: series.adding(input), model: model, near: known)
    let scale = SeriesSummary(series.readings.map(\.value)).standardDeviation
    let outcome = try WhitenedOutcome(
      series, model: model, hyperparameters: values, scale: scale,
      columns: [series.readings.map { input.value(at: $0.time) }])
    guard let fit = try ProjectedProducts(outcome, columns: outcome.columns).leastSquares()
    else { return nil }
    return (fit.estimates[0] * scale, fit.standardErrors[0] * scale)
  }
}
