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
    try check(data)
    guard coefficients.count == data.regressorCount else {
      throw .shape("\(coefficients.count) coefficients for \(data.regressorCount) regressors")
    }
    let starts = SemidefiniteFactor(initialCovariance, size: stateCount)
    let noises = transitions.map { SemidefiniteFactor($0.noise, size: stateCount) }
    var state = starts.sample(using: &stream)
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
    return values
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
