public import Statistics

extension Trajectory {
  /// One life that the readings allow: hyperparameters, coefficients and path drawn together.
  public struct Draw: Sendable {
    /// The hyperparameters.
    public let hyperparameters: Hyperparameters
    /// The level at every time of the series, with regressors at 0 and no weekday.
    public let level: [Double]
    /// The affect at every time of the series; empty when the model has none.
    public let affect: [Double]
    /// The coefficients, one per regressor.
    public let coefficients: [Double]
    /// The effects of Monday to Sunday, which sum to 0; empty when the model has none.
    public let weekdays: [Double]
  }

  /// Draws from the joint posterior of hyperparameters, coefficients and path.
  ///
  /// Hyperparameters are drawn from their exact posterior density, which
  /// the grid behind ``path`` only visits at a few points; each then draws a path.
  /// After ``maximumLikelihood(of:model:)`` the hyperparameters are those of highest likelihood.
  ///
  /// Complexity: 400 likelihoods, or four per draw if that is more; for each draw another 16
  /// likelihoods and a smoothing.
  ///
  /// - Parameters:
  ///   - count: how many, 1 to 100,000.
  ///   - stream: the source of randomness.
  /// - Returns: the draws.
  /// - Throws: ``InferenceError`` when the count is out of range.
  public func draws(
    _ count: Int, using stream: inout RandomStream
  ) throws(InferenceError) -> [Draw] {
    guard (1...100_000).contains(count) else {
      throw .option("1 to 100,000 draws can be asked for")
    }
    let values = try hyperparameterDraws(count, using: &stream)
    let design = try TrajectoryDesign(series, model: model, scale: scale)
    var draws: [Draw] = []
    for values in values { draws.append(try draw(values, design, &stream)) }
    return draws
  }

  private func hyperparameterDraws(
    _ count: Int, using stream: inout RandomStream
  ) throws(InferenceError) -> [Hyperparameters] {
    guard let frame else { return Array(repeating: hyperparameters, count: count) }
    let search = try PosteriorSearch(series: series, model: model, priorScale: scale)
    let sample = HyperparameterSample(
      count, frame: frame, isDeviation: search.isDeviation,
      proposals: max(400, 4 * count), steps: 16, objective: search.objective, using: &stream)
    return sample.points.map { search.hyperparameters($0).scaled(by: scale * scale) }
  }

  private func draw(
    _ values: Hyperparameters, _ design: TrajectoryDesign, _ stream: inout RandomStream
  ) throws(InferenceError) -> Draw {
    do {
      let space = try design.stateSpace(values.scaled(by: 1 / (scale * scale)))
      let (states, columns) = try space.posteriorSample(
        of: design.observations, using: &stream)
      let start = zip(design.levelColumns, columns).reduce(0) { $0 + $1.0 * $1.1 }
      let size = design.stateCount
      let contrasts = columns.suffix(model.hasWeekday ? 6 : 0)
      return Draw(
        hyperparameters: values,
        level: series.times.indices.map {
          design.centre + scale * (start + states[$0 * size])
        },
        affect: model.hasAffect
          ? series.times.indices.map { scale * states[$0 * size + 1] } : [],
        coefficients: columns.dropFirst().prefix(series.regressorNames.count).map { $0 * scale },
        weekdays: model.hasWeekday
          ? TrajectoryDesign.contrasts.map { row in
            zip(row, contrasts).reduce(0) { $0 + scale * $1.0 * $1.1 }
          } : [])
    } catch { throw design.named(error) }
  }
}
