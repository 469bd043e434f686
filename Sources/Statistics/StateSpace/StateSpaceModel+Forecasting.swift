extension StateSpaceModel {
  /// What earlier observations said about a later one before it was seen.
  public struct Forecast: Hashable, Sendable {
    /// The expected value.
    public let mean: Double
    /// The variance of the observation around it, uncertainty of the coefficients included.
    public let variance: Double
    /// Observed minus expected.
    public let error: Double

    /// The error in units of its own standard deviation.
    public var standardizedError: Double { error / variance.squareRoot() }
  }

  /// Forecasts every observation from those at least `horizon` instants earlier.
  ///
  /// The variances of the model are taken as known; the coefficients are estimated anew from the
  /// observations before each forecast.
  ///
  /// - Parameters:
  ///   - data: the observations.
  ///   - horizon: how many instants ahead, at least 1.
  /// - Returns: a forecast per observation, or `nil` where nothing earlier determines it, or where an
  ///   earlier observation without variance has settled a coefficient for certain.
  /// - Throws: ``StateSpaceError`` when shapes do not fit.
  public func forecasts(
    of data: Observations, horizon: Int = 1
  ) throws(StateSpaceError) -> [Forecast?] {
    try check(data)
    guard horizon >= 1 else { throw .shape("a forecast looks at least one instant ahead") }
    guard horizon < data.timeCount else { return Array(repeating: nil, count: data.count) }
    switch data.regressorCount {
    case ...3: return ForecastPass<SIMD4<Double>>(model: self, data: data, horizon: horizon).run()
    case ...7: return ForecastPass<SIMD8<Double>>(model: self, data: data, horizon: horizon).run()
    case ...15: return ForecastPass<SIMD16<Double>>(model: self, data: data, horizon: horizon).run()
    case ...31: return ForecastPass<SIMD32<Double>>(model: self, data: data, horizon: horizon).run()
    default: throw .shape("\(data.regressorCount) regressors; at most 31 are supported")
    }
  }
}

/// The filter with a look ahead from every instant.
private struct ForecastPass<Columns: SIMD> where Columns.Scalar == Double {
  let model: StateSpaceModel
  let data: Observations
  let horizon: Int

  func run() -> [StateSpaceModel.Forecast?] {
    var forecasts = [StateSpaceModel.Forecast?](repeating: nil, count: data.count)
    let state = FilterState<Columns>(model: model)
    let width = data.regressorCount + 1
    var products = [Double](repeating: 0, count: width * width)
    let firsts = firstObservations()
    for instant in 0..<data.timeCount {
      if instant > 0 { state.advance(by: transition(into: instant)) }
      for index in firsts[instant]..<firsts[instant + 1] {
        let (innovation, variance) = state.update(
          columns(of: index), row: model.rows[data.series[index]],
          noise: model.variances[data.series[index]])
        guard variance > 0 else {
          for row in 1..<width where innovation[row] != 0 { return forecasts }
          continue
        }
        for row in 0..<width {
          for column in 0..<width {
            products[row * width + column] += innovation[row] * innovation[column] / variance
          }
        }
      }
      let target = instant + horizon
      guard target < data.timeCount, firsts[target] < firsts[target + 1],
        let solution = try? InnovationSums(
          count: firsts[instant + 1], logVariances: 0, columnCount: width, products: products
        ).solved(priors: model.coefficientVariances)
      else { continue }
      let ahead = advanced(state, from: instant)
      for index in firsts[target]..<firsts[target + 1] {
        forecasts[index] = forecast(index, from: ahead, with: solution)
      }
    }
    return forecasts
  }

  private func transition(into instant: Int) -> StateSpaceModel.Transition {
    model.transitions[data.transitions[instant]]
  }

  private func columns(of index: Int) -> Columns {
    ForwardPass<Columns>(model: model, data: data).columns(of: index)
  }

  private func advanced(_ state: FilterState<Columns>, from instant: Int) -> FilterState<Columns> {
    let ahead = state.copied()
    for step in 1...horizon { ahead.advance(by: transition(into: instant + step)) }
    return ahead
  }

  /// For each instant the index of its first observation, and one past the last at the end.
  private func firstObservations() -> [Int] {
    var firsts = [Int](repeating: 0, count: data.timeCount + 1)
    for time in data.times { firsts[time + 1] += 1 }
    for instant in 0..<data.timeCount { firsts[instant + 1] += firsts[instant] }
    return firsts
  }

  private func forecast(
    _ index: Int, from state: FilterState<Columns>, with solution: InnovationSums.Solution
  ) -> StateSpaceModel.Forecast {
    let state = state.copied()
    let series = data.series[index]
    let (innovation, variance) = state.update(
      columns(of: index), row: model.rows[series], noise: model.variances[series])
    let size = solution.coefficients.count
    var error = innovation[0]
    let regressors = (0..<size).map { innovation[$0 + 1] }
    for row in 0..<size { error -= regressors[row] * solution.coefficients[row] }
    let spread = variance + solution.factor.quadratic(regressors)
    let value = data.columns[index * data.stride]
    return StateSpaceModel.Forecast(mean: value - error, variance: spread, error: error)
  }
}
