private import Foundation
public import Statistics

/// What is known of severity at one time.
///
/// At a form it is the exact product of the form's own answers with what all other forms say, held
/// as a table: answers at an end of the scale leave it skewed, which no normal law shows. Elsewhere
/// it is the mixture of normal laws that propagation gives.
public struct SeverityLaw: Hashable, Sendable {
  /// The normal laws of severity under each set of hyperparameters.
  public let mixture: NormalMixture
  private let table: Table?

  init(_ mixture: NormalMixture) {
    self.mixture = mixture
    table = nil
  }

  /// The law at a form.
  ///
  /// - Parameters:
  ///   - mixture: what propagation found, which tells where to look.
  ///   - cavities: what all other forms say, with the shares of the hyperparameters.
  ///   - answers: the form.
  init(
    _ mixture: NormalMixture, cavities: [(weight: Double, law: NaturalNormal)],
    answers: OrdinalFactors
  ) {
    self.mixture = mixture
    table = Table(
      middle: mixture.mean, spread: mixture.standardDeviation, cavities: cavities,
      answers: answers)
  }

  /// The mean.
  public var mean: Double { table?.mean ?? mixture.mean }

  /// The standard deviation.
  public var standardDeviation: Double { table?.deviation ?? mixture.standardDeviation }

  /// The probability of a severity at or below a bound.
  ///
  /// - Parameter x: the bound.
  /// - Returns: a probability, to about 1e-4 where the law comes from a table.
  public func cumulative(_ x: Double) -> Double {
    table?.cumulative(x) ?? mixture.cumulative(x)
  }

  /// The severity below which a share of the law lies.
  ///
  /// - Parameter probability: the share, strictly between 0 and 1.
  /// - Returns: the quantile.
  public func quantile(_ probability: Double) -> Double {
    table?.quantile(probability) ?? mixture.quantile(probability)
  }

  /// The central interval that holds a share of the law.
  ///
  /// - Parameter share: between 0 and 1, such as 0.95.
  /// - Returns: its lower and upper end.
  public func interval(_ share: Double) -> ClosedRange<Double> {
    guard let table else { return mixture.interval(share) }
    let low = table.quantile((1 - share) / 2)
    return low...max(low, table.quantile((1 + share) / 2))
  }

  /// The mean of a function of severity, such as an answer's probability.
  func average(_ value: (Double) -> [Double]) -> [Double]? { table?.average(value) }
}

/// A density on an even grid.
private struct Table: Hashable, Sendable {
  /// Points either side of the middle, and their distance in standard deviations.
  private static let reach = 26
  private static let step = 0.27

  let mean: Double
  let deviation: Double
  private let origin: Double
  private let width: Double
  private let densities: [Double]
  private let cumulatives: [Double]

  /// Multiplies cavities and answers on a grid; `nil` where the answers leave nothing.
  init?(
    middle: Double, spread: Double, cavities: [(weight: Double, law: NaturalNormal)],
    answers: OrdinalFactors
  ) {
    let width = Table.step * spread
    let origin = middle - Double(Table.reach) * width
    let places = (0...2 * Table.reach).map { origin + Double($0) * width }
    let likelihoods = places.map(answers.logProbability)
    let top = likelihoods.max() ?? 0
    guard top.isFinite else { return nil }
    var densities = [Double](repeating: 0, count: places.count)
    for (weight, law) in cavities {
      let shape = places.indices.map { index in
        let offset = places[index] - law.mean
        return exp(likelihoods[index] - top - 0.5 * law.precision * offset * offset)
      }
      let mass = shape.reduce(0, +)
      guard mass > 0 else { return nil }
      for index in shape.indices { densities[index] += weight * shape[index] / (mass * width) }
    }
    self.origin = origin
    self.width = width
    self.densities = densities
    cumulatives = Table.running(densities, width: width)
    var mean = 0.0
    for (place, density) in zip(places, densities) { mean += place * density * width }
    var variance = 0.0
    for (place, density) in zip(places, densities) {
      variance += (place - mean) * (place - mean) * density * width
    }
    self.mean = mean
    deviation = variance.squareRoot()
  }

  /// The trapezoidal rule with its first end correction, -h²/12 times the change of the slope.
  private static func running(_ densities: [Double], width: Double) -> [Double] {
    func slope(_ index: Int) -> Double {
      guard index > 0, index < densities.count - 1 else { return 0 }
      return (densities[index + 1] - densities[index - 1]) / 2
    }
    var sums = [0.0]
    for index in 1..<densities.count {
      let area =
        (densities[index - 1] + densities[index]) / 2 - (slope(index) - slope(index - 1)) / 12
      sums.append(max(sums[index - 1], sums[index - 1] + area * width))
    }
    return sums.map { $0 / sums[sums.count - 1] }
  }

  /// Cubic between grid points, with the densities as slopes.
  func cumulative(_ x: Double) -> Double {
    let position = (x - origin) / width
    guard position > 0 else { return x.isNaN ? x : 0 }
    guard position < Double(densities.count - 1) else { return 1 }
    let index = Int(position)
    let share = position - Double(index)
    let (from, to) = (cumulatives[index], cumulatives[index + 1])
    let rise = share * share * (3 - 2 * share)
    let bend =
      share * (1 - share)
      * ((1 - share) * densities[index] - share * densities[index + 1]) * width
    return min(max(from + (to - from) * rise + bend, from), to)
  }

  func quantile(_ probability: Double) -> Double {
    var low = origin
    var high = origin + width * Double(densities.count - 1)
    for _ in 0..<50 {
      let middle = low + (high - low) / 2
      if cumulative(middle) < probability { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  func average(_ value: (Double) -> [Double]) -> [Double] {
    var sums: [Double] = []
    for (index, density) in densities.enumerated() where density * width > 1e-12 {
      let values = value(origin + Double(index) * width)
      if sums.isEmpty { sums = values.map { _ in 0 } }
      for place in values.indices { sums[place] += density * width * values[place] }
    }
    return sums
  }
}
