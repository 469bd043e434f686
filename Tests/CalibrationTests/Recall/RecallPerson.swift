import Foundation
import MemoryScience
import Statistics

/// A person who studies and recalls lists by the equations of CMR, written out with whole matrices.
struct RecallPerson {
  let parameters: RetrievedContextParameters

  /// Draws parameters from within published fits.
  init(using stream: inout RandomStream) {
    var parameters = RetrievedContextParameters()
    func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * stream.uniform() }
    parameters.encodingDrift = between(0.4, 0.8)
    parameters.recallDrift = between(0.5, 0.9)
    parameters.primacyScale = between(0.5, 3)
    parameters.choiceSensitivity = between(3, 8)
    parameters.stopScale = between(0.01, 0.04)
    parameters.stopGrowth = between(0.15, 0.35)
    self.parameters = parameters
  }

  /// The places recalled of one list of so many words, by the exponential rule.
  func recalls(of count: Int, using stream: inout RandomStream) -> [Int] {
    let start = count
    var context = [Double](repeating: 0, count: count + 1)
    context[start] = 1
    let (own, support) = (1 - parameters.itemToContextRate, 1 - parameters.contextToItemRate)
    var toContext = (0..<count).map { item in (0...count).map { $0 == item ? own : 0 } }
    var toItem = (0..<count).map { item in (0...count).map { $0 == item ? support : 0 } }
    for item in 0..<count {
      move(&context, towards: toContext[item], parameters.encodingDrift)
      let phi = parameters.primacyScale * exp(-parameters.primacyDecay * Double(item)) + 1
      for unit in 0...count {
        toContext[item][unit] += parameters.itemToContextRate * context[unit]
        toItem[item][unit] += parameters.contextToItemRate * phi * context[unit]
      }
    }
    move(&context, towards: (0...count).map { $0 == start ? 1 : 0 }, parameters.startDrift)
    var recalls: [Int] = []
    while recalls.count < count {
      let stop = parameters.stopScale * exp(parameters.stopGrowth * Double(recalls.count))
      guard stream.uniform() >= min(stop, 1 - 1e-6) else { break }
      let weights = toItem.indices.map { item in
        recalls.contains(item)
          ? 0
          : exp(
            parameters.choiceSensitivity * zip(toItem[item], context).reduce(0) { $0 + $1.0 * $1.1 }
          )
      }
      var rest = stream.uniform() * weights.reduce(0, +)
      let chosen = weights.firstIndex { weight in
        rest -= weight
        return rest <= 0 && weight > 0
      }
      guard let chosen else { break }
      recalls.append(chosen)
      move(&context, towards: toContext[chosen], parameters.recallDrift)
    }
    return recalls
  }

  private func move(_ context: inout [Double], towards input: [Double], _ beta: Double) {
    let length = input.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let overlap = zip(context, input).reduce(0) { $0 + $1.0 * $1.1 } / length
    let rho = (1 + beta * beta * (overlap * overlap - 1)).squareRoot() - beta * overlap
    for unit in context.indices {
      context[unit] = rho * context[unit] + beta * input[unit] / length
    }
  }
}
