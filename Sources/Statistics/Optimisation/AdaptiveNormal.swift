private import Foundation

/// The distribution of ``CovarianceAdaptation``: N(mean, step² C) with the two paths that steer it.
///
/// Symbols follow Hansen (2016): weights w, mu_eff, c_sigma, d_sigma, c_c, c_1, c_mu.
struct AdaptiveNormal {
  /// The constants, which depend on the number of parameters alone.
  struct Weights {
    let populationSize: Int
    let recombination: [Double]
    let effective: Double
    let stepRate: Double
    let stepDamping: Double
    let pathRate: Double
    let rankOne: Double
    let rankMany: Double
    let expectedLength: Double

    init(_ dimension: Int) {
      let n = Double(dimension)
      let size = 4 + Int(3 * log(n))
      let raw = (0..<size / 2).map { log(Double(size + 1) / 2) - log(Double($0 + 1)) }
      let sum = raw.reduce(0, +)
      populationSize = size
      recombination = raw.map { $0 / sum }
      effective = 1 / recombination.reduce(0) { $0 + $1 * $1 }
      stepRate = (effective + 2) / (n + effective + 5)
      stepDamping = 1 + stepRate + 2 * max(0, ((effective - 1) / (n + 1)).squareRoot() - 1)
      pathRate = (4 + effective / n) / (n + 4 + 2 * effective / n)
      rankOne = 2 / ((n + 1.3) * (n + 1.3) + effective)
      rankMany = min(
        1 - rankOne, 2 * (effective - 2 + 1 / effective) / ((n + 2) * (n + 2) + effective))
      expectedLength = n.squareRoot() * (1 - 1 / (4 * n) + 1 / (21 * n * n))
    }
  }

  let weights: Weights
  private(set) var mean: [Double]
  private var step: Double
  private var covariance: Matrix
  private var axes: Matrix
  private var lengths: [Double]
  private var stepPath: [Double]
  private var covariancePath: [Double]
  private var generation = 0

  init(mean: [Double], step: Double) {
    weights = Weights(max(mean.count, 1))
    self.mean = mean
    self.step = step
    covariance = .identity(mean.count)
    axes = covariance
    lengths = mean.map { _ in 1 }
    stepPath = mean.map { _ in 0 }
    covariancePath = stepPath
  }

  /// The standard deviation along the longest axis.
  var greatestDeviation: Double { step * (lengths.max() ?? 0) }

  /// Draws a direction from N(0, C).
  func draw(_ random: inout RandomStream) -> [Double] {
    turned(lengths.map { $0 * random.normal() })
  }

  /// The point that lies one step along a direction from the mean.
  func point(_ direction: [Double]) -> [Double] { zip(mean, direction).map { $0 + step * $1 } }

  /// Halves the step.
  mutating func narrow() { step /= 2 }

  /// Moves the distribution towards the best directions, best first.
  mutating func adapt(to best: [[Double]]) {
    generation += 1
    var shift = mean.map { _ in 0.0 }
    for (weight, direction) in zip(weights.recombination, best) {
      for index in shift.indices { shift[index] += weight * direction[index] }
    }
    mean = point(shift)
    let isShort = follow(shift)
    adaptCovariance(to: best, isShort: isShort)
    guard let eigen = SymmetricEigen(covariance) else { return }
    axes = eigen.vectors
    lengths = eigen.values.map { max($0, 1e-30).squareRoot() }
  }

  /// Lets the two paths follow a shift and sets the step.
  ///
  /// - Returns: whether the path of steps is short enough for the path of the covariance to grow.
  private mutating func follow(_ shift: [Double]) -> Bool {
    let (rate, spread) = (weights.stepRate, weights.effective.squareRoot())
    var white = unturned(shift)
    for index in white.indices { white[index] /= lengths[index] }
    white = turned(white)
    let fresh = (rate * (2 - rate)).squareRoot() * spread
    for index in white.indices {
      stepPath[index] = (1 - rate) * stepPath[index] + fresh * white[index]
    }
    let length = stepPath.reduce(0) { $0 + $1 * $1 }.squareRoot()
    step *= exp(min((rate / weights.stepDamping) * (length / weights.expectedLength - 1), 1))
    let grown = (1 - pow(1 - rate, 2 * Double(generation))).squareRoot()
    let isShort =
      length / grown < (1.4 + 2 / (Double(mean.count) + 1)) * weights.expectedLength
    let path = weights.pathRate
    let pathFresh = isShort ? (path * (2 - path)).squareRoot() * spread : 0
    for index in shift.indices {
      covariancePath[index] = (1 - path) * covariancePath[index] + pathFresh * shift[index]
    }
    return isShort
  }

  private mutating func adaptCovariance(to best: [[Double]], isShort: Bool) {
    let path = weights.pathRate
    let lost = isShort ? 0 : weights.rankOne * path * (2 - path)
    let kept = 1 - weights.rankOne - weights.rankMany + lost
    for row in mean.indices {
      for column in mean.indices {
        var value = kept * covariance[row, column]
        value += weights.rankOne * covariancePath[row] * covariancePath[column]
        for (weight, direction) in zip(weights.recombination, best) {
          value += weights.rankMany * weight * direction[row] * direction[column]
        }
        covariance[row, column] = value
      }
    }
  }

  /// From the axes of C to coordinates.
  private func turned(_ vector: [Double]) -> [Double] {
    vector.indices.map { row in
      vector.indices.reduce(0) { $0 + axes[row, $1] * vector[$1] }
    }
  }

  /// From coordinates to the axes of C.
  private func unturned(_ vector: [Double]) -> [Double] {
    vector.indices.map { column in
      vector.indices.reduce(0) { $0 + axes[$1, column] * vector[$1] }
    }
  }
}
