extension StateSpaceModel {
  /// Draws values that the model could have produced at the places of given observations.
  ///
  /// - Parameters:
  ///   - data: where to observe; its values are not looked at.
  ///   - coefficients: β.
  ///   - stream: the source of randomness.
  /// - Returns: one value per observation.
  /// - Throws: ``StateSpaceError`` when shapes do not fit.
  public func sample(
    like data: Observations, coefficients: [Double], using stream: inout RandomStream
  ) throws(StateSpaceError) -> [Double] {
    try sampled(like: data, coefficients: coefficients, using: &stream).values
  }

  /// Draws states and coefficients from their joint law given the observations.
  ///
  /// States, coefficients and values are drawn from the model, diffuse coefficients as 0, and moved
  /// by what the smoother makes of observed less drawn values (Durbin and Koopman 2002, Biometrika
  /// 89:603).
  ///
  /// - Parameters:
  ///   - data: the observations.
  ///   - stream: the source of randomness.
  /// - Returns: the states, one instant after the other, without the regression part; and β.
  /// - Throws: ``StateSpaceError`` as ``smoothing(of:)`` does.
  public func posteriorSample(
    of data: Observations, using stream: inout RandomStream
  ) throws(StateSpaceError) -> (states: [Double], coefficients: [Double]) {
    try check(data)
    let coefficients = coefficientVariances.map { variance in
      variance.isFinite ? variance.squareRoot() * stream.normal() : 0
    }
    let drawn = try sampled(like: data, coefficients: coefficients, using: &stream)
    let gaps = drawn.values.enumerated().map { index, value in
      data.columns[index * data.stride] - value
    }
    let correction = try smoothing(of: data.replacing(values: gaps))
    return (
      zip(drawn.states, correction.means).map { $0 + $1 },
      zip(coefficients, correction.likelihood.coefficients).map { $0 + $1 }
    )
  }

  private func sampled(
    like data: Observations, coefficients: [Double], using stream: inout RandomStream
  ) throws(StateSpaceError) -> (states: [Double], values: [Double]) {
    try check(data)
    guard coefficients.count == data.regressorCount else {
      throw .shape("\(coefficients.count) coefficients for \(data.regressorCount) regressors")
    }
    let starts = SemidefiniteFactor(initialCovariance, size: stateCount)
    let noises = transitions.map { SemidefiniteFactor($0.noise, size: stateCount) }
    var state = starts.sample(using: &stream)
    var path: [Double] = []
    var values: [Double] = []
    var next = 0
    for instant in 0..<data.timeCount {
      if instant > 0 {
        let index = data.transitions[instant]
        state = moved(state, by: transitions[index].matrix)
        for (position, shock) in noises[index].sample(using: &stream).enumerated() {
          state[position] += shock
        }
      }
      path += state
      while next < data.count, data.times[next] == instant {
        let series = data.series[next]
        var value = variances[series].squareRoot() * stream.normal()
        for position in 0..<stateCount { value += rows[series][position] * state[position] }
        for (offset, coefficient) in coefficients.enumerated() {
          value += coefficient * data.columns[next * data.stride + offset + 1]
        }
        values.append(value)
        next += 1
      }
    }
    return (path, values)
  }

  private func moved(_ state: [Double], by matrix: [Double]) -> [Double] {
    (0..<stateCount).map { row in
      (0..<stateCount).reduce(0) { $0 + matrix[row * stateCount + $1] * state[$1] }
    }
  }
}

/// A Cholesky factor that allows directions without variance.
private struct SemidefiniteFactor {
  private let size: Int
  private var factor: [Double]

  init(_ matrix: [Double], size: Int) {
    self.size = size
    factor = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      var pivot = matrix[column * size + column]
      for inner in 0..<column {
        pivot -= factor[column * size + inner] * factor[column * size + inner]
      }
      guard pivot > 1e-14 * matrix[column * size + column] else { continue }
      let root = pivot.squareRoot()
      factor[column * size + column] = root
      for row in column + 1..<max(size, column + 1) {
        var sum = matrix[row * size + column]
        for inner in 0..<column {
          sum -= factor[row * size + inner] * factor[column * size + inner]
        }
        factor[row * size + column] = sum / root
      }
    }
  }

  func sample(using stream: inout RandomStream) -> [Double] {
    var drawn = (0..<size).map { _ in stream.normal() }
    // From the last row up, so that each is made of shocks that are still in place.
    for row in (0..<size).reversed() {
      var sum = 0.0
      for column in 0...row { sum += factor[row * size + column] * drawn[column] }
      drawn[row] = sum
    }
    return drawn
  }
}
