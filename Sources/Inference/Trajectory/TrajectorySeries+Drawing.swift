public import Statistics

extension TrajectorySeries {
  /// Draws a series that a trajectory model could have produced at the times of this one.
  ///
  /// Regressors act at their given values, not centred. The values of this series are not looked at.
  ///
  /// - Parameters:
  ///   - model: the parts; a known noise is taken from it, otherwise from `hyperparameters`.
  ///   - hyperparameters: the variances and the time constant.
  ///   - level: the level at the first time, with all regressors at 0.
  ///   - coefficients: one per regressor.
  ///   - stream: the source of randomness.
  /// - Returns: the drawn series.
  /// - Throws: ``InferenceError`` when counts do not fit.
  public func drawn(
    from model: TrajectoryModel, hyperparameters: Hyperparameters, level: Double,
    coefficients: [Double] = [], using stream: inout RandomStream
  ) throws(InferenceError) -> TrajectorySeries {
    guard coefficients.count == regressorNames.count else {
      throw .option("\(coefficients.count) coefficients for \(regressorNames.count) regressors")
    }
    var values = hyperparameters
    if case .known(let variance) = model.noise { values.noiseVariance = variance }
    let design = try TrajectoryDesign(self, model: model, scale: 1)
    let weekdays = (0..<design.columnCount - 1 - coefficients.count).map { _ in
      values.weekdayVariance.squareRoot() * stream.normal()
    }
    let drawn: [Double]
    do {
      drawn = try design.stateSpace(values).sample(
        like: design.observations, coefficients: [0] + coefficients.map { _ in 0 } + weekdays,
        using: &stream)
    } catch { throw design.named(error) }
    return try TrajectorySeries(
      zip(readings, drawn).map { reading, value in
        let shift = zip(reading.regressors, coefficients).reduce(level) { $0 + $1.0 * $1.1 }
        return Reading(time: reading.time, value: value + shift, regressors: reading.regressors)
      }, regressorNames: regressorNames, alsoAt: times, weekdayOfDayZero: weekdayOfDayZero)
  }
}
