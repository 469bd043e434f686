/// The filter with a look ahead from every instant.
struct ForecastPass<Columns: SIMD> where Columns.Scalar == Double {
  private let model: StateSpaceModel
  private let data: Observations
  private let horizon: Int
  private let wanted: Range<Int>

  init(_ model: StateSpaceModel, _ data: Observations, _ horizon: Int, _ wanted: Range<Int>) {
    self.model = model
    self.data = data
    self.horizon = horizon
    self.wanted = wanted
  }

  func run() -> [StateSpaceModel.Forecast?] {
    var forecasts = [StateSpaceModel.Forecast?](repeating: nil, count: data.count)
    guard let last = wanted.last else { return forecasts }
    let table = ModelTable(model)
    defer { withExtendedLifetime(table) {} }
    let state = FilterState<Columns>(model: model)
    let ahead = FilterState<Columns>(count: model.stateCount)
    let regression = RunningRegression<Columns>(priors: model.coefficientVariances)
    let firsts = firstObservations()
    for instant in 0...max(data.times[last] - horizon, 0) {
      if instant > 0 { state.advance(by: table.move(data.transitions[instant])) }
      for index in firsts[instant]..<firsts[instant + 1] {
        let series = data.series[index]
        let (innovation, variance) = state.update(
          columns(of: index), row: table.row(series), noise: table.variance(series))
        guard regression.learns(innovation, variance: variance) else { return forecasts }
      }
      let target = instant + horizon
      guard target < data.timeCount else { break }
      let indices = (firsts[target]..<firsts[target + 1]).clamped(to: wanted)
      guard !indices.isEmpty, regression.isDetermined() else { continue }
      for index in indices {
        ahead.become(state)
        for step in 1...horizon { ahead.advance(by: table.move(data.transitions[instant + step])) }
        forecasts[index] = forecast(index, from: ahead, table, regression)
      }
    }
    return forecasts
  }

  private func columns(of index: Int) -> Columns {
    ForwardPass<Columns>(model: model, data: data).columns(of: index)
  }

  /// For each instant the index of its first observation, and one past the last at the end.
  private func firstObservations() -> [Int] {
    var firsts = [Int](repeating: 0, count: data.timeCount + 1)
    for time in data.times { firsts[time + 1] += 1 }
    for instant in 0..<data.timeCount { firsts[instant + 1] += firsts[instant] }
    return firsts
  }

  private func forecast(
    _ index: Int, from state: FilterState<Columns>, _ table: ModelTable,
    _ regression: RunningRegression<Columns>
  ) -> StateSpaceModel.Forecast {
    let series = data.series[index]
    let (innovation, variance) = state.update(
      columns(of: index), row: table.row(series), noise: table.variance(series))
    let shift = regression.prediction(of: innovation)
    let error = innovation[0] - shift.mean
    let value = data.columns[index * data.stride]
    return StateSpaceModel.Forecast(
      mean: value - error, variance: variance + shift.variance, error: error)
  }
}
