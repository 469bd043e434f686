internal import Statistics

/// Mean, covariance and sum of effects gathered over the nodes of a posterior, one node at a time.
struct EffectMoments {
  private let count: Int
  private(set) var means: [Double]
  /// Σ w (C + m m').
  private var products: [Double]
  private var sums: [NormalMixture.Component] = []

  init(count: Int) {
    self.count = count
    means = Array(repeating: 0, count: count)
    products = Array(repeating: 0, count: count * count)
  }

  /// Adds a node; weights sum to 1 in the end.
  mutating func add(weight: Double, effects: [Double], covariance: Matrix) {
    var total = 0.0
    covariance.elements.withUnsafeBufferPointer { own in
      for row in 0..<count {
        means[row] += weight * effects[row]
        for column in 0..<count {
          let place = row * count + column
          total += own[place]
          products[place] += weight * (own[place] + effects[row] * effects[column])
        }
      }
    }
    let law = Normal(
      mean: effects.reduce(0, +), standardDeviation: max(max(total, 0).squareRoot(), 1e-150))
    sums.append(.init(weight: weight, law: law))
  }

  /// Adds nodes whose effects are a coefficient times the same inputs; weights sum to 1 in the end.
  mutating func add(_ laws: [NormalMixture.Component], times inputs: [Double]) {
    var (mean, square) = (0.0, 0.0)
    let reach = inputs.reduce(0, +)
    for part in laws {
      let spread = part.law.standardDeviation
      mean += part.weight * part.law.mean
      square += part.weight * (spread * spread + part.law.mean * part.law.mean)
      let law = Normal(
        mean: part.law.mean * reach, standardDeviation: max(spread * abs(reach), 1e-150))
      sums.append(.init(weight: part.weight, law: law))
    }
    for row in 0..<count {
      means[row] += mean * inputs[row]
      for column in 0..<count {
        products[row * count + column] += square * inputs[row] * inputs[column]
      }
    }
  }

  var covariance: Matrix {
    var entries = products
    for row in 0..<count {
      for column in 0..<count { entries[row * count + column] -= means[row] * means[column] }
    }
    return Matrix(rows: count, columns: count, elements: entries)
      ?? Matrix(rows: count, columns: count, repeating: .nan)
  }

  func law(dividedBy divisor: Double) -> NormalMixture {
    NormalMixture(
      sums.map { part in
        .init(
          weight: part.weight,
          law: Normal(
            mean: part.law.mean / divisor,
            standardDeviation: max(part.law.standardDeviation / divisor, 1e-150)))
      })
  }
}
