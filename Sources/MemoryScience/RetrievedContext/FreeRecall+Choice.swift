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
        threshold -= exp(buffers.exponents[index])
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
    for index in 0..<left where buffers.remaining[index] == item {
      return buffers.exponents[index] - log(total)
    }
    return -.infinity
  }

  /// Finds the logarithms of the weights of a choice, the greatest of them 0.
  ///
  /// - Returns: the sum of the weights.
  private mutating func weigh() -> Double {
    let exponents = buffers.exponents
    var greatest = ChoiceRule.leastSupport
    for index in 0..<left {
      let item = buffers.remaining[index]
      let support = buffers.supports[item] + network.sourceSupport(of: item)
      exponents[index] = max(support, ChoiceRule.leastSupport)
      greatest = max(greatest, exponents[index])
    }
    let tau = parameters.choiceSensitivity
    var total = 0.0
    switch model.choice {
    case .power:
      for index in 0..<left {
        exponents[index] = tau * log(exponents[index] / greatest)
        total += exp(exponents[index])
      }
    case .exponential:
      for index in 0..<left {
        exponents[index] = tau * (exponents[index] - greatest)
        total += exp(exponents[index])
      }
    }
    return total
  }

  /// Takes an item from those that are left and lets its context come back.
  private mutating func recall(_ item: Int) {
    let remaining = buffers.remaining
    for index in 0..<left where remaining[index] == item {
      remaining[index] = remaining[left - 1]
      break
    }
    left -= 1
    guard left > 0 else { return }
    network.retrieve(item: item)
    let beta = parameters.recallDrift
    let rho = network.drift(temporal: beta, source: parameters.sourceDrift)
    buffers.follow(item, in: network, rho: rho, beta: beta)
  }
}
