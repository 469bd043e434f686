private import Foundation
import Knowledge
import Statistics

/// What events of one measure leave behind, for every parameter set.
///
/// Events combine with saturation: the level is `1 - Π(1 - a·g·k)`, with the amplitude a, the gain g
/// and the form k of each event, so that it never passes the whole.
struct LevelSample: Sendable {
  /// An event with its times in days.
  struct Event: Sendable {
    let sampled: Int
    let start: Double
    /// When it was ended; nil for what happens at one moment, infinity for what goes on.
    let end: Double?
    let gain: WindowModifier.Gain?
  }

  let kernels: [SampledKernel]
  /// By their start.
  let events: [Event]
  let draws: Int
  private let gains: [WindowModifier.Gain: [Float]]
  private let reach: Double

  init(_ kernels: [SampledKernel], events: [Event], draws: Int, seed: UInt64) {
    self.kernels = kernels
    self.events = events.sorted { $0.start < $1.start }
    self.draws = draws
    var gains: [WindowModifier.Gain: [Float]] = [:]
    for gain in Set(events.compactMap(\.gain)) {
      gains[gain] = gain.draws(draws, seed: seed)
    }
    self.gains = gains
    reach = kernels.map(\.reach).max() ?? 0
  }

  /// What is not reached by a day, `Π(1 - a·g·k)`, one number a draw.
  func remainder(at day: Double) -> [Float] {
    var remainder = [Float](repeating: 1, count: draws)
    guard draws > 0 else { return remainder }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * draws) { room in
      let levels = UnsafeMutableBufferPointer(rebasing: room[0..<draws])
      let falls = UnsafeMutableBufferPointer(rebasing: room[draws..<2 * draws])
      for index in (0..<count(before: day)).reversed() {
        let event = events[index]
        // What is fully saturated takes nothing more; looked at now and then, it bounds long lists.
        if index % 64 == 63, remainder.allSatisfy({ $0 < 1e-6 }) { return }
        if isPast(event, by: day) { continue }
        multiply(&remainder, by: event, at: day, levels, falls)
      }
    }
    return remainder
  }

  /// How many events begin before a day, by halving.
  private func count(before day: Double) -> Int {
    var (low, high) = (0, events.count)
    while low < high {
      let middle = (low + high) / 2
      if events[middle].start < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isPast(_ event: Event, by day: Double) -> Bool {
    day - (event.end ?? event.start) > reach
  }

  private func multiply(
    _ remainder: inout [Float], by event: Event, at day: Double,
    _ levels: UnsafeMutableBufferPointer<Float>, _ falls: UnsafeMutableBufferPointer<Float>
  ) {
    let sampled = kernels[event.sampled]
    guard read(event, of: sampled, at: day, into: levels, falls) else { return }
    let gain = event.gain.flatMap { gains[$0] }
    sampled.draws.amplitudes.withUnsafeBufferPointer { amplitudes in
      remainder.withUnsafeMutableBufferPointer { remainder in
        if let gain {
          for draw in 0..<draws {
            remainder[draw] *= 1 - min(1, amplitudes[draw] * gain[draw] * levels[draw])
          }
        } else {
          for draw in 0..<draws { remainder[draw] *= 1 - amplitudes[draw] * levels[draw] }
        }
      }
    }
  }

  /// Reads the level of each draw; for what lasts, how far it had risen times what is left of it.
  private func read(
    _ event: Event, of sampled: SampledKernel, at day: Double,
    into levels: UnsafeMutableBufferPointer<Float>, _ falls: UnsafeMutableBufferPointer<Float>
  ) -> Bool {
    guard let fall = sampled.fall else {
      return sampled.rise.read(day - event.start, into: levels)
    }
    let end = min(day, event.end ?? event.start)
    // Past the table the height is reached for every draw.
    if !sampled.rise.read(end - event.start, into: levels) { levels.update(repeating: 1) }
    guard day > end else { return true }
    guard fall.read(day - end, into: falls) else { return false }
    for draw in 0..<draws { levels[draw] *= falls[draw] }
    return true
  }
}

extension WindowModifier.Gain {
  /// Factors drawn from a log-normal law whose range is that of 95 %; without a range, the factor.
  func draws(_ count: Int, seed: UInt64) -> [Float] {
    guard let range, range.lowerBound < range.upperBound else {
      return [Float](repeating: Float(factor), count: count)
    }
    let sigma = log(range.upperBound / range.lowerBound) / (2 * 1.959_963_984_540_054)
    var random = RandomStream(seed: seed, stream: KernelDraws.stream(of: "gain"))
    return random.stratifiedNormals(count).map { Float(factor * exp(sigma * $0)) }
  }
}
