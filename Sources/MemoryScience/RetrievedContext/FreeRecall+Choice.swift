private import Foundation
internal import Statistics

extension FreeRecall {
  /// The logarithm of the probability of recalls in their order and of stopping after them.
  mutating func logProbability(of recalls: [Int]) -> Double {
    let items = left
    let least = log(model.leastProbability)
    var sum = 0.0
    for (output, item) in recalls.enumerated() {
      sum += max(logChoice(of: item) + logGoOn[output], least)
      recall(item)
    }
    return recalls.count == items ? sum : sum + max(logStop[recalls.count], least)
  }

  /// Draws recalls until the person stops.
  mutating func drawn(from stream: inout RandomStream) -> [Int] {
    var recalls: [Int] = []
    while left > 0, log(stream.uniform()) >= logStop[recalls.count] {
      var threshold = stream.uniform() * weigh()
      var index = 0
      while index < left - 1 {
        let item = buffers.remaining[index]
        threshold -= exp(buffers.exponents[item / 4][item % 4])
        guard threshold > 0 else { break }
        index += 1
      }
      let item = buffers.remaining[index]
      recalls.append(item)
      recall(item)
    }
    return recalls
  }

  private mutating func logChoice(of item: Int) -> Double {
    let total = weigh()
    guard buffers.isLeft[item / 4][item % 4] != 0 else { return -.infinity }
    return buffers.exponents[item / 4][item % 4] - log(total)
  }

  /// Finds the logarithms of the weights of a choice, the greatest of them 0.
  ///
  /// - Returns: the sum of the weights.
  private mutating func weigh() -> Double {
    let exponents = buffers.exponents
    let greatest = support()
    let tau = parameters.choiceSensitivity
    switch model.choice {
    case .power:
      for index in 0..<left {
        let item = buffers.remaining[index]
        exponents[item / 4][item % 4] = tau * log(exponents[item / 4][item % 4] / greatest)
      }
      return sum(least: tau * log(ChoiceRule.leastSupport / greatest))
    case .exponential:
      for index in 0..<buffers.vectors {
        exponents[index] = tau * (exponents[index] - greatest)
      }
      return sum(least: tau * (ChoiceRule.leastSupport - greatest))
    }
  }

  /// The sum of the weights.
  ///
  /// - Parameter least: no exponent is below.
  /// - Returns: the sum over the items that are left.
  private func sum(least: Double) -> Double {
    let floor = SIMD4<Double>.exponents.lowerBound
    guard least >= floor else {
      // Weights below the floor are lost in a sum that is at least 1.
      return (0..<left).reduce(0) { sum, index in
        let item = buffers.remaining[index]
        return sum + exp(buffers.exponents[item / 4][item % 4])
      }
    }
    var total = SIMD4<Double>()
    for index in 0..<buffers.vectors {
      total += buffers.exponents[index].exponential.kept(where: buffers.isLeft[index])
    }
    return total.sum()
  }

  /// Puts the support of each item that is left in the place of its exponent.
  ///
  /// - Returns: the greatest.
  private mutating func support() -> Double {
    let (exponents, isLeft) = (buffers.exponents, buffers.isLeft)
    exponents.update(from: buffers.supports, count: buffers.vectors)
    if network.source.unitCount > 0 {
      for index in 0..<left {
        let item = buffers.remaining[index]
        exponents[item / 4][item % 4] += network.sourceSupport(of: item)
      }
    }
    let least = SIMD4<Double>(repeating: ChoiceRule.leastSupport)
    var greatest = least
    for index in 0..<buffers.vectors {
      exponents[index] = exponents[index].kept(where: isLeft[index]).larger(than: least)
      greatest = greatest.larger(than: exponents[index])
    }
    return Swift.max(max(greatest[0], greatest[1]), max(greatest[2], greatest[3]))
  }

  /// Takes an item from those that are left and lets its context come back.
  private mutating func recall(_ item: Int) {
    buffers.remove(item, of: left)
    left -= 1
    guard left > 0 else { return }
    let input = buffers.input(of: item, from: &network)
    let beta = parameters.recallDrift
    let rho = network.drift(temporal: beta, source: parameters.sourceDrift, towards: input)
    buffers.follow(item, rho: rho, beta: beta)
  }
}
