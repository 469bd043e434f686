extension StateSpaceModel {
  /// Later observations forecast together from earlier ones.
  public struct JointForecast: Sendable {
    /// The forecast of each later observation.
    public let means: [Double]
    /// Observed minus forecast.
    public let errors: [Double]
    /// The covariance of the forecast errors: states, coefficients and noise together.
    public let covariance: Matrix
    /// The coefficients, estimated from the earlier observations.
    public let likelihood: Likelihood
  }

  /// The most observations that are forecast together: their covariance holds the square of it.
  public static let jointForecastLimit = 2000

  /// Forecasts all observations from an instant on from those before it, with their joint covariance.
  ///
  /// With e = D(1, -β) the forecast errors of the value and of every regressor column:
  /// Cov(e_t, e_u) = z'P_t Φ(t → u)'z + D_t Cov(β) D_u' + r [t = u].
  ///
  /// Complexity: O(m² × states²) for m forecast observations.
  ///
  /// - Parameters:
  ///   - data: the observations.
  ///   - instant: the first instant that is forecast.
  /// - Returns: the forecasts, in the order of the observations.
  /// - Throws: ``StateSpaceError`` as ``likelihood(of:)`` does for the earlier observations alone, or
  ///   when more than ``jointForecastLimit`` observations were to be forecast.
  public func jointForecast(
    of data: Observations, from instant: Int
  ) throws(StateSpaceError) -> JointForecast {
    try check(data)
    switch data.regressorCount {
    case ...3: return try joint(SIMD4<Double>.self, data, instant)
    case ...7: return try joint(SIMD8<Double>.self, data, instant)
    case ...15: return try joint(SIMD16<Double>.self, data, instant)
    case ...31: return try joint(SIMD32<Double>.self, data, instant)
    default: throw .shape("\(data.regressorCount) regressors; at most 31 are supported")
    }
  }

  private func joint<Columns: SIMD>(
    _: Columns.Type, _ data: Observations, _ instant: Int
  ) throws(StateSpaceError) -> JointForecast where Columns.Scalar == Double {
    try JointForecastPass<Columns>(model: self, data: data, origin: instant).run()
  }
}

/// The filter up to an instant, and from there on moments without learning.
private struct JointForecastPass<Columns: SIMD> where Columns.Scalar == Double {
  let model: StateSpaceModel
  let data: Observations
  let origin: Int

  func run() throws(StateSpaceError) -> StateSpaceModel.JointForecast {
    let first = data.times.firstIndex { $0 >= origin } ?? data.count
    let count = data.count - first
    guard count <= StateSpaceModel.jointForecastLimit else {
      throw .shape(
        "\(count) observations to forecast together; at most "
          + "\(StateSpaceModel.jointForecastLimit) are")
    }
    let state = FilterState<Columns>(model: model)
    let likelihood = try learn(into: state, upTo: first)
    var known = ForecastMoments(
      states: model.stateCount, coefficientCovariance: likelihood.covariance)
    var entries = [Double](repeating: 0, count: count * count)
    var errors: [Double] = []
    forecast(from: state, first: first) { index, innovation, transition in
      if let transition { known.advance(by: transition) }
      guard let index else { return }
      let series = data.series[index]
      let place = index - first
      errors.append(error(innovation, likelihood.coefficients))
      known.append(
        row: model.rows[series], covariance: state.covariance,
        columns: likelihood.coefficients.indices.map { innovation[$0 + 1] })
      for other in 0...place {
        let value = known.covarianceOfLast(with: other, row: model.rows[series])
        entries[place * count + other] = value
        entries[other * count + place] = value
      }
      entries[place * count + place] += model.variances[series]
    }
    let means = errors.indices.map { data.columns[(first + $0) * data.stride] - errors[$0] }
    guard let covariance = Matrix(rows: count, columns: count, elements: entries) else {
      throw .shape("the covariance of \(count) forecasts has another size")
    }
    return StateSpaceModel.JointForecast(
      means: means, errors: errors, covariance: covariance, likelihood: likelihood)
  }

  /// Filters the observations before `first` and moves the state to the last of their instants.
  private func learn(
    into state: FilterState<Columns>, upTo first: Int
  ) throws(StateSpaceError) -> StateSpaceModel.Likelihood {
    let accumulator = InnovationAccumulator<Columns>(columnCount: data.regressorCount + 1)
    let pass = ForwardPass<Columns>(model: model, data: data)
    let table = ModelTable(model)
    defer { withExtendedLifetime(table) {} }
    var instant = 0
    for index in 0..<first {
      while instant < data.times[index] {
        instant += 1
        state.advance(by: table.move(data.transitions[instant]))
      }
      let series = data.series[index]
      let (innovation, variance) = state.update(
        pass.columns(of: index), row: table.row(series), noise: table.variance(series))
      if variance > 0 {
        accumulator.add(innovation, inverse: 1 / variance, variance: variance)
      } else {
        accumulator.pass(innovation)
      }
    }
    return try model.likelihood(from: accumulator.sums(count: first))
  }

  /// Visits every transition and every observation after those that were learnt from.
  private func forecast(
    from state: FilterState<Columns>, first: Int,
    visit: (_ index: Int?, _ innovation: Columns, _ transition: [Double]?) -> Void
  ) {
    let pass = ForwardPass<Columns>(model: model, data: data)
    let table = ModelTable(model)
    defer { withExtendedLifetime(table) {} }
    var instant = first > 0 ? data.times[first - 1] : 0
    for index in first..<data.count {
      while instant < data.times[index] {
        instant += 1
        let kind = data.transitions[instant]
        state.advance(by: table.move(kind))
        visit(nil, .zero, model.transitions[kind].matrix)
      }
      let row = model.rows[data.series[index]]
      var innovation = pass.columns(of: index)
      for (place, weight) in row.enumerated() where weight != 0 {
        innovation -= weight * state.means[place]
      }
      visit(index, innovation, nil)
    }
  }

  private func error(_ innovation: Columns, _ coefficients: [Double]) -> Double {
    coefficients.indices.reduce(innovation[0]) { $0 - coefficients[$1] * innovation[$1 + 1] }
  }
}

/// What forecasts already made share with the next one.
private struct ForecastMoments {
  private let states: Int
  private let size: Int
  private let coefficientCovariance: [Double]
  /// Φ…Φ P z of every forecast, moved to the present instant.
  private var images: [Double] = []
  /// Cov(β) D' of every forecast.
  private var spreads: [Double] = []
  /// D of the last forecast.
  private var columns: [Double] = []

  init(states: Int, coefficientCovariance: [Double]) {
    self.states = states
    self.coefficientCovariance = coefficientCovariance
    size = Int(Double(coefficientCovariance.count).squareRoot().rounded())
  }

  mutating func advance(by matrix: [Double]) {
    guard !(states == 1 && matrix[0] == 1) else { return }
    var moved = [Double](repeating: 0, count: states)
    for start in stride(from: 0, to: images.count, by: states) {
      for row in 0..<states {
        var sum = 0.0
        for column in 0..<states { sum += matrix[row * states + column] * images[start + column] }
        moved[row] = sum
      }
      for row in 0..<states { images[start + row] = moved[row] }
    }
  }

  mutating func append(
    row: [Double], covariance: UnsafeMutablePointer<Double>, columns: [Double]
  ) {
    self.columns = columns
    for state in 0..<states {
      var sum = 0.0
      for other in 0..<states { sum += covariance[state * states + other] * row[other] }
      images.append(sum)
    }
    for index in 0..<size {
      var sum = 0.0
      for other in 0..<size { sum += coefficientCovariance[index * size + other] * columns[other] }
      spreads.append(sum)
    }
  }

  /// z'Φ…ΦPz + D Cov(β) D'.
  func covarianceOfLast(with place: Int, row: [Double]) -> Double {
    var sum = 0.0
    for state in 0..<states { sum += row[state] * images[place * states + state] }
    for index in 0..<size { sum += columns[index] * spreads[place * size + index] }
    return sum
  }
}
