private import Foundation
internal import Statistics

/// One simulated person in the middle of a session: associations, context and the race for recall.
struct SimulatedMind: ~Copyable {
  /// What came to mind.
  struct Retrieval {
    let item: Int
    let seconds: Double
    let isReported: Bool
  }

  let model: MultiListModel
  let items: [Valence]
  var network: ContextNetwork
  var race: AccumulatorRace
  private let seed: UInt64
  private let stream: UInt64
  private let raceSize: Int
  private let racers: UnsafeMutablePointer<Int>
  private let supports: UnsafeMutablePointer<Double>
  private let rises: UnsafeMutablePointer<Double>
  private var usedUnits = 0

  /// Creates a person who has studied nothing.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - items: all items that will be studied.
  ///   - eventCount: how often ``moveOn(temporal:source:)`` may be called.
  ///   - usualLength: the length of a list, which limits the race.
  ///   - seed: the seed of the noise.
  ///   - stream: the first of the streams of that seed that are this person's own.
  init(
    _ model: MultiListModel, items: [Valence], eventCount: Int, usualLength: Int, seed: UInt64,
    stream: UInt64
  ) {
    self.model = model
    self.items = items
    self.seed = seed
    self.stream = stream
    network = ContextNetwork(
      itemCount: items.count, eventCount: eventCount, sourceUnitCount: model.source.unitCount)
    network.keepsShortSource = model.sourceInput == .asLearned
    let parameters = model.parameters
    network.addOwnUnits(
      itemToContext: parameters.itemToOwnContext, contextToItem: parameters.ownContextToOwnItem)
    for (item, valence) in items.enumerated() {
      guard let unit = model.source.unit(of: valence) else { continue }
      network.add(item: item, sourceUnit: unit, itemToContext: parameters.itemToOwnContext)
    }
    raceSize = min(items.count, model.accumulator.competingLists * usualLength)
    racers = .allocate(capacity: raceSize + 1)
    racers.initialize(repeating: 0, count: raceSize + 1)
    supports = .allocate(capacity: raceSize + 1)
    supports.initialize(repeating: 0, count: raceSize + 1)
    rises = .allocate(capacity: items.count)
    rises.initialize(repeating: 0, count: items.count)
    race = AccumulatorRace(itemCount: raceSize, stream: NormalStream(seed: seed, stream: stream))
  }

  deinit {
    racers.deallocate()
    supports.deallocate()
    rises.deallocate()
  }

  /// The noise of one recall period.
  func noise(_ period: Int) -> NormalStream {
    NormalStream(seed: seed, stream: stream &+ UInt64(truncatingIfNeeded: period))
  }

  /// Lets an event pass that is no item: a distractor, the time between lists, a film that sets a mood.
  mutating func moveOn(temporal: Double, source: Double, feeling: Valence = .neutral) {
    guard temporal > 0, usedUnits < network.temporal.unitCount - items.count else { return }
    network.retrieve(unit: items.count + usedUnits, sourceUnit: model.source.unit(of: feeling))
    usedUnits += 1
    network.drift(temporal: temporal, source: source)
  }

  /// Lets an item be experienced and learned.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - place: its place in the list, which gives the first ones an advantage.
  ///   - strength: a factor of all learning.
  mutating func study(_ item: Int, place: Int, strength: Double = 1) {
    let parameters = model.parameters
    network.retrieve(item: item, sourceUnit: model.source.unit(of: items[item]))
    network.drift(temporal: parameters.encodingDrift, source: parameters.sourceDrift)
    learn(item, place: place, strength: strength)
  }

  /// Ties an item to context as it stands.
  mutating func learn(_ item: Int, place: Int, strength: Double = 1) {
    let parameters = model.parameters
    let attention =
      strength * parameters.attention(at: place, isEmotional: items[item] != .neutral)
    network.learn(
      item: item,
      ContextNetwork.LearningRates(
        itemToTemporal: strength * parameters.itemToContextRate,
        itemToSource: strength * parameters.itemToContextRate,
        temporalToItem: attention * parameters.contextToItemRate,
        sourceToItem: attention * parameters.sourceToItemRate))
  }

  /// Lets items come to mind until time runs out.
  ///
  /// - Parameter candidates: the items studied so far.
  /// - Returns: what came to mind, in order.
  mutating func recall(among candidates: Range<Int>) -> [Retrieval] {
    let rule = model.accumulator
    var retrievals: [Retrieval] = []
    for item in candidates { rises[item] = 0 }
    var step = 0
    while step < rule.stepCount, retrievals.count < rule.retrievalLimit ?? .max {
      guard let next = comeToMind(among: candidates, steps: step..<rule.stepCount) else { break }
      retrievals.append(next)
      step = Int((next.seconds / rule.stepSeconds).rounded())
    }
    return retrievals
  }

  /// Lets one item come to mind, which then brings back its context.
  ///
  /// - Parameters:
  ///   - candidates: the items studied so far.
  ///   - steps: the steps of the recall period that are left.
  /// - Returns: the item; nothing when time runs out first.
  mutating func comeToMind(among candidates: Range<Int>, steps: Range<Int>) -> Retrieval? {
    let rule = model.accumulator
    let racing = chooseRacers(among: candidates)
    race.begin(itemCount: racing)
    for place in 0..<racing {
      race.set(place, support: supports[place], threshold: 1 + rises[racers[place]], rule)
    }
    guard let finish = race.run(rule, steps: steps) else { return nil }
    let item = racers[finish.winner]
    let isReported = retrieve(item)
    for other in candidates { rises[other] *= rule.thresholdKept }
    rises[item] = rule.thresholdRise
    return Retrieval(
      item: item, seconds: Double(finish.step + 1) * rule.stepSeconds, isReported: isReported)
  }

  /// Lets an item bring back its context.
  ///
  /// - Returns: whether that fits context well enough to report the item.
  mutating func retrieve(_ item: Int) -> Bool {
    let parameters = model.parameters
    network.retrieve(item: item)
    let isReported = network.match >= model.accumulator.reportThreshold
    network.drift(temporal: parameters.recallDrift, source: parameters.sourceDrift)
    return isReported
  }

  /// Finds the best supported items; earlier ones go first among equals.
  ///
  /// - Returns: how many they are.
  private mutating func chooseRacers(among candidates: Range<Int>) -> Int {
    var count = 0
    let active = network.vectors(of: candidates, and: items.count..<items.count + usedUnits)
    for item in candidates {
      let support = network.support(of: item, among: active)
      guard count < raceSize || support > supports[count - 1] else { continue }
      var place = min(count, raceSize - 1)
      while place > 0, supports[place - 1] < support {
        supports[place] = supports[place - 1]
        racers[place] = racers[place - 1]
        place -= 1
      }
      supports[place] = support
      racers[place] = item
      count = min(count + 1, raceSize)
    }
    return count
  }
}
