extension StateSpaceModel.Smoothing {
  /// The law of a weighted sum of states and coefficients, given all observations.
  ///
  /// A state is the smoothed value column less the smoothed regressor columns times β, so that the
  /// sum is one number plus a weighted sum of β; its variance is that at known β plus that of β.
  ///
  /// Complexity: O(states² + coefficients × (states + coefficients)).
  ///
  /// - Parameters:
  ///   - states: a weight per state; states beyond the list weigh 0.
  ///   - coefficients: a weight per coefficient; coefficients beyond the list weigh 0.
  ///   - instant: the instant.
  /// - Returns: mean and variance, the uncertainty of β included.
  public func law(
    ofStates states: [Double], coefficients: [Double] = [], at instant: Int
  ) -> (mean: Double, variance: Double) {
    states.withUnsafeBufferPointer { states in
      coefficients.withUnsafeBufferPointer { coefficients in
        law(states: states, coefficients: coefficients, at: instant)
      }
    }
  }

  /// The laws of a weighted sum of states and coefficients at every instant.
  ///
  /// - Parameters:
  ///   - states: a weight per state; states beyond the list weigh 0.
  ///   - coefficients: a weight per coefficient; coefficients beyond the list weigh 0.
  /// - Returns: mean and variance at each instant, as ``law(ofStates:coefficients:at:)`` gives them.
  public func laws(
    ofStates states: [Double], coefficients: [Double] = []
  ) -> [(mean: Double, variance: Double)] {
    states.withUnsafeBufferPointer { states in
      coefficients.withUnsafeBufferPointer { coefficients in
        (0..<instantCount).map { law(states: states, coefficients: coefficients, at: $0) }
      }
    }
  }

  private func law(
    states: UnsafeBufferPointer<Double>, coefficients: UnsafeBufferPointer<Double>, at instant: Int
  ) -> (mean: Double, variance: Double) {
    let size = likelihood.coefficients.count
    let listed = min(states.count, stateCount)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: size + 1) { weights in
      for index in 0..<size {
        weights[index] = index < coefficients.count ? coefficients[index] : 0
      }
      var mean = 0.0
      var variance = 0.0
      columns.withUnsafeBufferPointer { columns in
        covariances.withUnsafeBufferPointer { covariances in
          for state in 0..<listed where states[state] != 0 {
            let row = (instant &* stateCount &+ state) &* (size &+ 1)
            mean += states[state] * columns[row]
            for index in 0..<size { weights[index] -= states[state] * columns[row &+ 1 &+ index] }
            let base = (instant &* stateCount &+ state) &* stateCount
            for other in 0..<listed {
              variance += states[state] * states[other] * covariances[base &+ other]
            }
          }
        }
      }
      let known = (mean: mean, variance: variance)
      return added(known, weights: UnsafeBufferPointer(rebasing: weights[..<size]))
    }
  }

  /// What the uncertainty of β adds to the covariance of a weighted sum at two instants.
  ///
  /// - Parameters:
  ///   - states: a weight per state; states beyond the list weigh 0.
  ///   - coefficients: a weight per coefficient; coefficients beyond the list weigh 0.
  ///   - instant: one instant.
  ///   - other: the other.
  /// - Returns: w(s)' Cov(β) w(t), w the weights less what the states themselves owe to β.
  public func regressionCovariance(
    ofStates states: [Double], coefficients: [Double], at instant: Int, and other: Int
  ) -> Double {
    let size = likelihood.coefficients.count
    func weights(_ instant: Int) -> [Double] {
      (0..<size).map { index in
        states.indices.prefix(stateCount).reduce(
          index < coefficients.count ? coefficients[index] : 0
        ) { $0 - states[$1] * regressor(index, of: $1, at: instant) }
      }
    }
    let (left, right) = (weights(instant), weights(other))
    return (0..<size * size).reduce(0) {
      $0 + left[$1 / size] * coefficientCovariance[$1] * right[$1 % size]
    }
  }

  /// Adds w'β: its mean, and w' Cov(β) w.
  @inline(__always)
  private func added(
    _ law: (mean: Double, variance: Double), weights: UnsafeBufferPointer<Double>
  ) -> (mean: Double, variance: Double) {
    var law = law
    let size = weights.count
    likelihood.coefficients.withUnsafeBufferPointer { estimates in
      coefficientCovariance.withUnsafeBufferPointer { covariance in
        for row in 0..<size where weights[row] != 0 {
          law.mean += weights[row] * estimates[row]
          // The covariance is symmetric: what lies left of the diagonal counts twice.
          var sum = 0.0
          for column in 0..<row { sum += covariance[row &* size &+ column] * weights[column] }
          let diagonal = covariance[row &* size &+ row] * weights[row]
          law.variance += weights[row] * (2 * sum + diagonal)
        }
      }
    }
    return law
  }

  /// The means of all states without the regression part, one instant after the other.
  public var means: [Double] {
    (0..<instantCount * stateCount).map { mean(ofRow: $0) }
  }

  /// The mean of a state, without the regression part.
  ///
  /// - Parameters:
  ///   - state: the state.
  ///   - instant: the instant.
  /// - Returns: its mean given all observations.
  public func mean(of state: Int, at instant: Int) -> Double {
    mean(ofRow: instant * stateCount + state)
  }

  private func mean(ofRow row: Int) -> Double {
    let start = row * (likelihood.coefficients.count + 1)
    return likelihood.coefficients.indices.reduce(columns[start]) {
      $0 - columns[start + 1 + $1] * likelihood.coefficients[$1]
    }
  }

  /// The covariance of two states, uncertainty of β included.
  ///
  /// - Parameters:
  ///   - state: one state.
  ///   - other: the other state.
  ///   - instant: the instant.
  /// - Returns: their covariance given all observations.
  public func covariance(of state: Int, and other: Int, at instant: Int) -> Double {
    let size = likelihood.coefficients.count
    let base = (instant * stateCount + state) * stateCount
    return (0..<size).reduce(covariances[base + other]) {
      $0 - regressor($1, of: other, at: instant)
        * covariance(of: state, withCoefficient: $1, at: instant)
    }
  }

  /// The covariance of a state with a coefficient.
  ///
  /// - Parameters:
  ///   - state: the state.
  ///   - coefficient: the coefficient.
  ///   - instant: the instant.
  /// - Returns: their covariance given all observations.
  public func covariance(
    of state: Int, withCoefficient coefficient: Int, at instant: Int
  ) -> Double {
    let size = likelihood.coefficients.count
    return (0..<size).reduce(0) {
      $0 - regressor($1, of: state, at: instant)
        * coefficientCovariance[$1 * size + coefficient]
    }
  }

  /// The smoothed mean of a state under the observations of a regressor.
  private func regressor(_ index: Int, of state: Int, at instant: Int) -> Double {
    columns[(instant * stateCount + state) * (likelihood.coefficients.count + 1) + index + 1]
  }
}
