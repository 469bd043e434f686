import Knowledge
import Time

/// Computes the window of one measure.
struct WindowBuilder<Layer: LayerKind> {
  let model: WindowModel
  let measure: String
  let moment: Instant
  /// By start, then by kernel and label.
  private let events: [WindowEvent<Layer>]
  private let refractoryCount: Int
  private let kernels: [LayeredKernel<Layer>]
  private let sample: LevelSample

  /// Nothing is shown where fewer parameter sets than one in forty keep this share of the peak.
  private static var faded: Double { 0.05 }
  /// How many contributions are listed.
  private static var listed: Int { 8 }

  init(model: WindowModel, measure: String, events: [WindowEvent<Layer>], moment: Instant) {
    self.model = model
    self.measure = measure
    self.moment = moment
    let ordered = events.sorted {
      ($0.start, $0.kernel.definition.id, $0.label) < ($1.start, $1.kernel.definition.id, $1.label)
    }
    let spaced = WindowBuilder.spaced(ordered)
    self.events = spaced
    refractoryCount = ordered.count - spaced.count
    var used: [KernelID: LayeredKernel<Layer>] = [:]
    for event in spaced where used[event.kernel.definition.id] == nil {
      used[event.kernel.definition.id] = event.kernel
    }
    kernels = used.values.sorted { $0.definition.id < $1.definition.id }
    let (seed, draws) = (model.seed, model.draws)
    let sampled = kernels.map {
      SampledKernel($0.definition, $0.kernel, seed: seed, count: draws)
    }
    let index = Dictionary(
      kernels.enumerated().map { ($0.element.definition.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    sample = LevelSample(
      sampled,
      events: spaced.map { event in
        LevelSample.Event(
          sampled: index[event.kernel.definition.id] ?? 0, start: event.start.days(since: moment),
          end: event.endDay(since: moment), gain: event.gain)
      }, draws: draws, seed: seed)
  }

  /// The events without those that follow one of their kernel too closely.
  private static func spaced(_ ordered: [WindowEvent<Layer>]) -> [WindowEvent<Layer>] {
    var last: [KernelID: Instant] = [:]
    return ordered.filter { event in
      let definition = event.kernel.definition
      if let refractory = definition.refractoryDays, let earlier = last[definition.id],
        event.start.days(since: earlier) < refractory
      {
        return false
      }
      last[definition.id] = event.start
      return true
    }
  }

  func window() -> Window<Layer>? {
    let now = sample.remainder(at: 0)
    let present = LevelQuantiles(remainder: now)
    guard let highest = present.values.last, highest >= Self.faded || isBeginning else {
      return nil
    }
    let remainders = days().map { ($0, sample.remainder(at: $0)) }
    let (contributions, further) = contributions()
    return Window(
      statement: model.definitions.statement, measure: measure, kernels: kernels.map(\.definition),
      eventCount: events.count, refractoryCount: refractoryCount, moment: moment,
      level: Level(present), openShare: Percentage(openShare(now)),
      points: remainders.map {
        DrawingPoint(moment.advanced(byDays: $0.0), LevelQuantiles(remainder: $0.1))
      }, contributions: contributions, furtherContributions: further, isOngoing: isOngoing,
      shares: remainders.map { openShare($0.1) })
  }

  private var isOngoing: Bool { events.contains { $0.duration == .ongoing } }

  /// Whether the latest event is so recent that its peak may still come.
  private var isBeginning: Bool {
    events.suffix(64).contains { event in
      moment.days(since: event.start) <= event.kernel.kernel.peak
    }
  }

  private func openShare(_ remainder: [Float]) -> Double {
    let closed = Float(1 - model.definitions.openAbove)
    return Double(remainder.count { $0 < closed }) / Double(max(remainder.count, 1))
  }

  // MARK: The days that are drawn

  /// Days from the moment: evenly spaced, the moment itself, and the rise after each late event.
  private func days() -> [Double] {
    let slowest = kernels.map(\.kernel).map { $0.fades(below: 0.25) }.max() ?? 1
    let first = max(events.first?.start.days(since: moment) ?? 0, -2 * slowest)
    let last = isOngoing ? 0 : end(after: slowest)
    let start = min(first, -1e-6) - 0.02 * (last - first)
    let even = (0...63).map { start + (last - start) * Double($0) / 63 }
    let rises = events.suffix(12).flatMap { event -> [Double] in
      let begin = event.start.days(since: moment)
      return [0, 0.1, 0.3, 1].map { begin + $0 * event.kernel.kernel.peak }
    }
    return Set(even + rises + [0]).filter { $0 >= start && $0 <= max(last, 0) }.sorted()
  }

  /// The first day of a few at which hardly any parameter set is open.
  private func end(after slowest: Double) -> Double {
    let tries = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6].map { $0 * slowest }
    return tries.first { openShare(sample.remainder(at: $0)) < 0.05 } ?? 6 * slowest
  }

  // MARK: What contributes

  private func contributions() -> ([Contribution], Int) {
    let weights = events.map { $0.weight(at: moment) }
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return ([], 0) }
    let order = weights.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    let listed = order.prefix(Self.listed).filter { weights[$0] > 0 }
    let further = weights.count { $0 >= SampledKernel.floor } - listed.count
    let contributions = listed.map { index in
      Contribution(
        label: events[index].label, start: events[index].start,
        share: Percentage(weights[index] / sum))
    }
    return (contributions, max(further, 0))
  }
}

extension WindowEvent {
  /// When it was ended, in days from a moment; nil for what happens at one moment.
  func endDay(since moment: Instant) -> Double? {
    switch duration {
    case .once: nil
    case .until(let end): max(end, start).days(since: moment)
    case .ongoing: .infinity
    }
  }

  /// What it leaves at a moment with the published parameters, `a·g·k`.
  func weight(at moment: Instant) -> Double {
    let factor = kernel.definition.amplitude * (gain?.factor ?? 1)
    let age = moment.days(since: start)
    guard let end = endDay(since: moment) else { return factor * kernel.kernel.level(at: age) }
    let (peak, lasted) = (kernel.kernel.peak, age + min(end, 0))
    let risen = kernel.kernel.level(at: min(lasted, peak))
    return factor * risen * (end < 0 ? kernel.kernel.level(at: peak - end) : 1)
  }
}
