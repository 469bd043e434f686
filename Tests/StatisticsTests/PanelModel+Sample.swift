import Statistics

extension PanelModel {
  /// A model of random numbers; series up to the number of states show one state each if asked.
  static func sample(states: Int, series: Int, showing: Bool, seed: UInt64) throws -> PanelModel {
    var observation = Matrix.sample(series, states, seed: seed)
    if showing {
      for index in 0..<min(series, states) {
        for state in 0..<states {
          observation[index, state] = state == (index * 3 + 1) % states ? 1 : 0
        }
      }
    }
    return try PanelModel(
      transition: Matrix.sample(states, states, seed: seed + 1) * 0.4,
      transitionNoise: .positive(states, seed: seed + 2), observation: observation,
      observationNoise: (0..<series).map { 0.3 + 0.2 * Double($0) },
      initialMean: Matrix.sample(states, 1, seed: seed + 3).column(0),
      initialCovariance: .positive(states, seed: seed + 4))
  }

  /// Values of the size of the model's with about a share of them missing.
  func values(people: Int, days: Int, missing: Double, seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, stream: 77)
    return (0..<people * days * series).map { _ in
      let value = 2 * stream.normal()
      return stream.uniform() < missing ? .nan : value
    }
  }

  /// One person by brute force: the joint normal law of all states and values at once.
  func dense(_ values: [Double]) throws -> (
    logLikelihood: Double, mean: [Double], variance: [Double]
  ) {
    let days = values.count / series
    let (mean, covariance) = joint(days: days)
    let seen = values.indices.filter { !values[$0].isNaN }
    var design = Matrix(rows: seen.count, columns: days * states)
    for (row, index) in seen.enumerated() {
      for state in 0..<states {
        design[row, index / series * states + state] = observation[index % series, state]
      }
    }
    let noise = Matrix(diagonal: seen.map { observationNoise[$0 % series] })
    let cross = covariance * design.transpose
    guard !seen.isEmpty, let factor = Cholesky(design * cross + noise) else {
      return (0, mean, covariance.diagonal)
    }
    let away = zip(seen.map { values[$0] }, design * mean).map { $0 - $1 }
    let square = factor.whiten(away).reduce(0) { $0 + $1 * $1 }
    let update = cross * factor.solve(away)
    let left = covariance - cross * factor.solve(cross.transpose)
    let constant = Double(seen.count) * 1.8378770664093453
    return (
      -0.5 * (constant + factor.logDeterminant + square), zip(mean, update).map { $0 + $1 },
      left.diagonal
    )
  }

  /// Mean and covariance of the states of all days.
  private func joint(days: Int) -> ([Double], Matrix) {
    var mean = initialMean
    var means: [Double] = []
    var block = initialCovariance
    var covariance = Matrix(rows: days * states, columns: days * states)
    for day in 0..<days {
      means += mean
      var lagged = block
      for later in day..<days {
        for i in 0..<states {
          for j in 0..<states {
            covariance[later * states + i, day * states + j] = lagged[i, j]
            covariance[day * states + j, later * states + i] = lagged[i, j]
          }
        }
        lagged = transition * lagged
      }
      mean = transition * mean
      block = transition * block * transition.transpose + transitionNoise
    }
    return (means, covariance)
  }
}
