internal import Statistics

/// A retrieved-context model of many lists in a row whose recall is a race of accumulators: CMR2, and
/// with ``SourceContext/valence`` CMR3.
///
/// Context drifts on from list to list and all lists stay in memory, so that items of earlier lists
/// can come to mind. Each retrieved item, reported or not, moves context. Sources: CMR2, Lohnas, Polyn &
/// Kahana (2015), Psychol Rev 122:337-363; CMR3, Cohen & Kahana (2022), Psychol Rev 129:742-776. The
/// model gives retrieval times and intrusions but no likelihood.
public struct MultiListModel: Hashable, Sendable {
  /// The parameters of context and learning; those of the choice rule and the rule to stop are not
  /// used.
  public var parameters: RetrievedContextParameters
  /// The parameters of recall.
  public var accumulator: AccumulatorParameters
  /// What the source region tells apart.
  public var source: SourceContext
  /// How strongly an item brings back what was learned in the source region.
  public var sourceInput: SourceInput

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - parameters: of context and learning.
  ///   - accumulator: of recall.
  ///   - source: what the source region tells apart.
  ///   - sourceInput: how strongly an item brings back what was learned there.
  public init(
    parameters: RetrievedContextParameters, accumulator: AccumulatorParameters,
    source: SourceContext, sourceInput: SourceInput = .fullLength
  ) {
    self.parameters = parameters
    self.accumulator = accumulator
    self.source = source
    self.sourceInput = sourceInput
  }

  /// The same model without any source region: CMR2 if it was CMR3.
  public var withoutSource: MultiListModel {
    var model = self
    model.source = .none
    model.parameters.sourceDrift = 0
    return model
  }

  /// Simulates one session of one person.
  ///
  /// Complexity: O(items in the race) for each step of each recall period, besides O(items²) for
  /// learning. No memory is taken in the loop of steps.
  ///
  /// - Parameters:
  ///   - study: the lists.
  ///   - seed: the seed of the whole piece of work.
  ///   - session: which session of that seed, 0 or more; each has its own noise, and each list of it, so
  ///     that results do not depend on order or threads.
  /// - Returns: what came to mind after each list, in order.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a parameter is out of range.
  public func simulate(
    _ study: MultiListStudy, seed: UInt64, session: Int
  ) throws(MemoryScienceError) -> [[SimulatedRecall]] {
    try parameters.validate()
    try accumulator.validate()
    var mind = SimulatedMind(
      self, items: study.lists.flatMap(\.self), eventCount: 2 * study.lists.count + 1,
      usualLength: study.lists.map(\.count).max() ?? 1, seed: seed,
      stream: UInt64(truncatingIfNeeded: session) << 16)
    let places = study.lists.indices.flatMap { list in
      study.lists[list].indices.map { (list: list, place: $0) }
    }
    mind.moveOn(temporal: 1, source: 1)
    var recalls: [[SimulatedRecall]] = []
    var first = 0
    for (index, list) in study.lists.enumerated() {
      for place in list.indices { mind.study(first + place, place: place) }
      first += list.count
      mind.moveOn(temporal: accumulator.distractorDrift, source: parameters.sourceDrift)
      mind.race.restart(mind.noise(index))
      let retrieved = mind.recall(among: 0..<first)
      recalls.append(
        retrieved.map {
          let place = places[$0.item]
          return SimulatedRecall(
            list: place.list, place: place.place, seconds: $0.seconds, isReported: $0.isReported)
        })
      mind.moveOn(temporal: accumulator.betweenListDrift, source: parameters.sourceDrift)
    }
    return recalls
  }
}
