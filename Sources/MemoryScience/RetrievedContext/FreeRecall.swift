private import Foundation
internal import Statistics

/// Study of a list and recall of it, one choice after the other, by one model.
///
/// Everything that depends on the parameters alone is computed once; lists then follow without
/// taking memory, as long as they are equally long.
struct FreeRecall: ~Copyable {
  let model: RetrievedContextModel
  private let parameters: RetrievedContextParameters
  private var network: ContextNetwork
  /// phi_i of a neutral item by its place.
  private let attention: [Double]
  /// The logarithm of P_stop and of 1 - P_stop by the number of recalls, unless all are recalled.
  private let logStop: [Double]
  private let logGoOn: [Double]
  /// Items not recalled yet, in any order, and the logarithms of their weights in the choice: the
  /// first `left` of each.
  private let remaining: UnsafeMutablePointer<Int>
  private let exponents: UnsafeMutablePointer<Double>
  private var left = 0

  /// Prepares for lists.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - listLength: the length of the longest list.
  init(_ model: RetrievedContextModel, listLength: Int) {
    self.model = model
    let parameters = model.parameters
    self.parameters = parameters
    network = Self.network(for: model, itemCount: listLength)
    attention = (0..<listLength).map { parameters.attention(at: $0, isEmotional: false) }
    let stop = (0...listLength).map {
      let probability = parameters.stopScale * exp(parameters.stopGrowth * Double($0))
      return min(max(probability, Self.leastStop), 1 - Self.leastStop)
    }
    logStop = stop.map { log($0) }
    logGoOn = stop.map { log(1 - $0) }
    remaining = .allocate(capacity: listLength)
    exponents = .allocate(capacity: listLength)
    remaining.initialize(repeating: 0, count: listLength)
    exponents.initialize(repeating: 0, count: listLength)
  }

  deinit {
    remaining.deallocate()
    exponents.deallocate()
  }

  /// Stopping and going on keep at least this probability, as in cymr.
  private static let leastStop = 1e-6

  private static func network(
    for model: RetrievedContextModel, itemCount: Int
  ) -> ContextNetwork {
    ContextNetwork(
      itemCount: itemCount, eventCount: 1, sourceUnitCount: model.source.unitCount)
  }

  /// Studies a list: context starts at the event that opens it, drifts with each item, and is
  /// brought part of the way back to its start before recall.
  mutating func study(_ list: StudiedList) {
    if list.count != network.itemCount {
      network = Self.network(for: model, itemCount: list.count)
    } else {
      network.clear()
    }
    associateBeforehand(list)
    network.retrieve(unit: list.count)
    network.drift(temporal: 1, source: 0)
    for item in 0..<list.count { study(item, list.valences[item]) }
    network.retrieve(unit: list.count)
    network.drift(temporal: parameters.startDrift, source: 0)
    left = list.count
    for item in 0..<left { remaining[item] = item }
  }

  private mutating func study(_ item: Int, _ valence: Valence) {
    network.retrieve(item: item)
    network.drift(temporal: parameters.encodingDrift, source: parameters.sourceDrift)
    let scale = valence == .neutral ? 1 : parameters.emotionScale
    let phi = attention[item] * scale
    network.learn(
      item: item,
      .init(
        itemToTemporal: parameters.itemToContextRate, itemToSource: parameters.itemToContextRate,
        temporalToItem: parameters.contextToItemRate * phi,
        sourceToItem: parameters.sourceToItemRate * phi))
  }

  /// What holds before the experiment: items have units of their own, features and meanings.
  private mutating func associateBeforehand(_ list: StudiedList) {
    network.addOwnUnits(
      itemToContext: parameters.itemToOwnContext, contextToItem: parameters.ownContextToOwnItem)
    for item in 0..<list.count {
      guard let unit = model.source.unit(of: list.valences[item]) else { continue }
      network.add(item: item, sourceUnit: unit, itemToContext: parameters.itemToOwnContext)
    }
    guard let similarity = model.similarity, let words = list.words, parameters.semanticScale > 0
    else { return }
    for item in 0..<list.count {
      for other in 0..<list.count where other != item {
        network.add(
          similarity: parameters.semanticScale * similarity[words[item], words[other]],
          of: item, to: other)
      }
    }
  }
}

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
        threshold -= exp(exponents[index])
        guard threshold > 0 else { break }
        index += 1
      }
      let item = remaining[index]
      recalls.append(item)
      recall(item)
    }
    return recalls
  }

  private mutating func logChoice(of item: Int) -> Double {
    let total = weigh()
    for index in 0..<left where remaining[index] == item { return exponents[index] - log(total) }
    return -.infinity
  }

  /// Finds the logarithms of the weights of a choice, the greatest of them 0.
  ///
  /// - Returns: the sum of the weights.
  private mutating func weigh() -> Double {
    var greatest = ChoiceRule.leastSupport
    for index in 0..<left {
      let support = max(network.support(of: remaining[index]), ChoiceRule.leastSupport)
      exponents[index] = support
      greatest = max(greatest, support)
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
    for index in 0..<left where remaining[index] == item {
      remaining[index] = remaining[left - 1]
      break
    }
    left -= 1
    guard left > 0 else { return }
    network.retrieve(item: item)
    network.drift(temporal: parameters.recallDrift, source: parameters.sourceDrift)
  }
}
