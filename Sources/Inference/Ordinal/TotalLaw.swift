private import Foundation
internal import Statistics

/// The law of the sum of ordered answers: a probability for every possible total.
public struct TotalLaw: Hashable, Sendable {
  /// The probability of each total from 0 up to the highest; they sum to 1.
  public let probabilities: [Double]

  /// The expected total.
  public var mean: Double {
    probabilities.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  /// The standard deviation of the total.
  public var standardDeviation: Double {
    let centre = mean
    return probabilities.enumerated().reduce(0) { sum, total in
      let offset = Double(total.offset) - centre
      return sum + offset * offset * total.element
    }.squareRoot()
  }

  /// The probability of a total below a limit.
  ///
  /// - Parameter limit: the limit; 5 asks for totals 0 to 4.
  /// - Returns: P(total < limit).
  public func probability(below limit: Int) -> Double {
    min(1, probabilities.prefix(max(limit, 0)).reduce(0, +))
  }

  /// The smallest totals between which a share of the law lies, equal tails left out.
  ///
  /// - Parameter share: between 0 and 1, such as 0.8; the share held is at least that, since totals
  ///   are whole.
  /// - Returns: the lowest and the highest of them.
  public func interval(_ share: Double) -> ClosedRange<Int> {
    let tail = (1 - min(max(share, 0), 1)) / 2
    let low = quantile(tail)
    return low...max(low, quantile(1 - tail))
  }

  private func quantile(_ probability: Double) -> Int {
    var sum = 0.0
    for (total, share) in probabilities.enumerated() {
      sum += share
      if sum > probability - 1e-12 { return total }
    }
    return probabilities.count - 1
  }

  init(probabilities: [Double]) { self.probabilities = probabilities }

  /// The law at one severity: answers are independent, so their laws are convolved (Lord and
  /// Wingersky 1984, Appl Psychol Meas 8:453).
  init(of items: [OrdinalItem], at severity: Double) {
    var law = [1.0]
    for item in items {
      let answers = item.probabilities(at: severity)
      var next = [Double](repeating: 0, count: law.count + item.highest)
      for (total, share) in law.enumerated() where share > 0 {
        for answer in answers.indices { next[total + answer] += share * answers[answer] }
      }
      law = next
    }
    probabilities = law
  }

  /// The law when severity follows a mixture of normal laws, by the trapezoidal rule in each of its
  /// components; steps follow the steepness of the items, which leaves an error below 1e-7.
  init(of items: [OrdinalItem], under severity: NormalMixture) {
    var sums = [Double](repeating: 0, count: 1 + items.reduce(0) { $0 + $1.highest })
    let steepness = items.reduce(0) { $0 + $1.loading * $1.loading }
    for component in severity.components {
      let spread = component.law.standardDeviation
      let step = min(0.5, 1 / (1 + steepness * spread * spread).squareRoot())
      let reach = Int((6.5 / step).rounded(.up))
      var shares: [Double] = []
      for place in -reach...reach {
        let position = Double(place) * step
        shares.append(exp(-0.5 * position * position))
      }
      let mass = shares.reduce(0, +)
      for (index, place) in (-reach...reach).enumerated() {
        let at = component.law.mean + Double(place) * step * spread
        let share = component.weight * shares[index] / mass
        for (total, probability) in TotalLaw(of: items, at: at).probabilities.enumerated() {
          sums[total] += share * probability
        }
      }
    }
    probabilities = sums
  }
}
