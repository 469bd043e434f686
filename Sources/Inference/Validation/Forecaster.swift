internal import Statistics

/// One-sided forecasts of every reading at given hyperparameters.
struct Forecaster {
  let design: TrajectoryDesign

  init(series: TrajectorySeries, model: TrajectoryModel) throws(InferenceError) {
    let spread = SeriesSummary(series.readings.map(\.value)).standardDeviation
    design = try TrajectoryDesign(series, model: model, scale: spread > 0 ? spread : 1)
  }

  /// A law per reading, or `nil` where none is wanted or nothing earlier determines it.
  func forecasts(
    with values: Hyperparameters, horizon: Int, only wanted: Range<Int>? = nil
  ) throws(InferenceError) -> [Normal?] {
    let scale = design.scale
    do {
      let space = try design.stateSpace(values.scaled(by: 1 / (scale * scale)))
      let forecasts = try space.forecasts(of: design.observations, horizon: horizon, only: wanted)
      return forecasts.map { forecast in
        forecast.map {
          Normal(
            mean: design.centre + $0.mean * scale,
            standardDeviation: max($0.variance.squareRoot() * scale, 1e-150))
        }
      }
    } catch { throw design.named(error) }
  }
}
