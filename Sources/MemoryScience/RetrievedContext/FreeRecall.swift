private import Foundation
internal import Statistics

/// Study of a list and recall of it, one choice after the other, by one model.
///
/// Nothing is learned during recall, so what a recalled item brings to the support of others,
/// M^CF c_in, depends on the list alone: it is computed when first needed and kept while the same list
/// comes again, after which a recall costs O(n) for n items in place of O(n²). Lists follow without
/// taking memory, as long as they are equally long.
struct FreeRecall: ~Copyable {
  let model: RetrievedContextModel
  let parameters: RetrievedContextParameters
  var network: ContextNetwork
  /// The logarithm of P_stop and of 1 - P_stop by the number of recalls, unless all are recalled.
  let logStop: [Double]
  let logGoOn: [Double]
  /// How many items are not recalled yet.
  var left = 0
  var buffers: RecallBuffers
  /// phi_i of a neutral item by its place.
  private let attention: [Double]
  private var studied: StudiedList?

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
    buffers = RecallBuffers(itemCount: listLength, width: network.width)
    attention = (0..<listLength).map { parameters.attention(at: $0, isEmotional: false) }
    let stop = (0...listLength).map {
      let probability = parameters.stopScale * exp(parameters.stopGrowth * Double($0))
      return min(max(probability, Self.leastStop), 1 - Self.leastStop)
    }
    logStop = stop.map { log($0) }
    logGoOn = stop.map { log(1 - $0) }
  }

  /// Stopping and going on keep at least this probability, as in cymr.
  private static let leastStop = 1e-6

  private static func network(
    for model: RetrievedContextModel, itemCount: Int
  ) -> ContextNetwork {
    ContextNetwork(
      itemCount: itemCount, eventCount: 1, sourceUnitCount: model.source.unitCount)
  }

  /// Puts the person behind the study of a list, about to recall.
  mutating func study(_ list: StudiedList) {
    if studied != list {
      learn(list)
      buffers.keep(network)
      studied = list
    }
    buffers.restore(&network)
    left = list.count
  }

  /// Studies a list: context starts at the event that opens it, drifts with each item, and is
  /// brought part of the way back to its start before recall.
  private mutating func learn(_ list: StudiedList) {
    if list.count != network.itemCount {
      network = Self.network(for: model, itemCount: list.count)
      buffers = RecallBuffers(itemCount: list.count, width: network.width)
    } else {
      network.clear()
    }
    associateBeforehand(list)
    network.retrieve(unit: list.count)
    network.drift(temporal: 1, source: 0)
    for item in 0..<list.count { learn(item, list.valences[item]) }
    network.retrieve(unit: list.count)
    network.drift(temporal: parameters.startDrift, source: 0)
  }

  private mutating func learn(_ item: Int, _ valence: Valence) {
    network.retrieve(item: item)
    network.drift(temporal: parameters.encodingDrift, source: parameters.sourceDrift)
    let phi = attention[item] * (valence == .neutral ? 1 : parameters.emotionScale)
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
