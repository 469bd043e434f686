internal import Statistics

/// Somebody who takes part in a simulated experiment: parameters and chances of their own.
struct SimulatedPerson: Sendable {
  /// The parameters.
  let model: MultiListModel
  /// Whether what is brought back can be learned anew.
  let learnsAnew: Bool
  private let seed: UInt64
  private let number: UInt64

  /// Draws a person around an average one; drifts and rates differ by up to a fifth.
  init(_ average: MultiListModel, learnsAnew: Bool = true, seed: UInt64, number: Int) {
    self.learnsAnew = learnsAnew
    self.seed = seed
    self.number = UInt64(truncatingIfNeeded: number)
    var random = RandomStream(seed: seed, stream: UInt64(truncatingIfNeeded: number))
    var model = average
    for parameter in [
      RetrievedContextParameter.encodingDrift, .recallDrift, .sourceDrift, .itemToContextRate,
      .contextToItemRate, .sourceToItemRate,
    ] {
      let own = average.parameters[parameter] * (0.8 + 0.4 * random.uniform())
      let range = parameter.range
      model.parameters[parameter] = min(max(own, range.lowerBound), range.upperBound)
    }
    self.model = model
  }

  /// Random numbers for the order of events, the same in all conditions.
  var chances: RandomStream {
    RandomStream(seed: seed, stream: number | 1 << 40)
  }

  /// Events in an order of their own.
  func shuffled(_ events: [Valence]) -> [Valence] {
    var random = chances
    var events = events
    for last in stride(from: events.count - 1, to: 0, by: -1) {
      events.swapAt(last, Int(random.next() % UInt64(last + 1)))
    }
    return events
  }

  /// The person before the first event.
  func mind(_ events: [Valence], moments: Int) -> SimulatedMind {
    var mind = SimulatedMind(
      model, items: events, eventCount: moments + 1, usualLength: events.count, seed: seed,
      stream: number << 16)
    mind.moveOn(temporal: 1, source: 0)
    return mind
  }
}

extension SimulatedMind {
  /// Mood: the positive less the negative cell of the source region of context, from -1 to 1.
  var mood: Double {
    guard let positive = model.source.unit(of: .positive),
      let negative = model.source.unit(of: .negative)
    else { return 0 }
    return network.sourceActivity(positive) - network.sourceActivity(negative)
  }

  /// How bad what was retrieved last feels: the negative less the positive cell.
  var retrievedDistress: Double {
    guard let positive = model.source.unit(of: .positive),
      let negative = model.source.unit(of: .negative)
    else { return 0 }
    let cells = [negative, positive].map { unit in
      let place = network.source.place(of: unit)
      return network.input[place.vector][place.lane]
    }
    return cells[0] - cells[1]
  }

  /// A moment in which nothing in particular happens.
  mutating func quietMoment() {
    moveOn(temporal: 0.3, source: 0.5 * model.parameters.sourceDrift)
  }

  /// Lets the mind wander: at most one event comes to mind.
  mutating func wander(among events: Range<Int>) -> Int? {
    let seconds = 5.0
    let steps = Int(seconds / model.accumulator.stepSeconds)
    return comeToMind(among: events, steps: 0..<steps)?.item
  }

  /// Mood over quiet moments in each of which an event may come to mind.
  ///
  /// - Parameters:
  ///   - moments: how many.
  ///   - counted: over how many of them, the last ones, the mean is taken.
  /// - Returns: mean mood, -1 to 1.
  mutating func meanMood(wandering moments: Int, counted: Int) -> Double {
    var sum = 0.0
    for moment in 0..<moments {
      quietMoment()
      _ = wander(among: items.indices)
      if moment >= moments - counted { sum += mood }
    }
    return sum / Double(counted)
  }
}
