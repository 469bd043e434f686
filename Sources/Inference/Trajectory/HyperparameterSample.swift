private import Foundation
internal import Statistics

/// Draws from a posterior: first by importance, then moved by Metropolis steps.
///
/// Importance: proposals are normal along the half-axes of the frame, at three widths, so that tails
/// heavier than a normal one are reached too; picks are made in proportion to exact density over that
/// of the proposal. Posteriors of variances bend, though, so that few proposals reach their ends.
/// Each pick therefore takes some steps along differences between other picks (ter Braak 2006,
/// Statistics and Computing 16:239, with a population that stays as it was), which leave the
/// posterior as it is and lead into its ends.
struct HyperparameterSample {
  /// The drawn points.
  let points: [[Double]]

  private static let widths: [(width: Double, share: Double)] = [(1, 0.5), (1.6, 0.35), (3, 0.15)]
  private static let population = 64
  private static let proposals = 400
  private static let steps = 16

  init(
    _ count: Int, frame: PosteriorFrame, objective: ([Double]) -> Double,
    using stream: inout RandomStream
  ) {
    let picks = Self.picked(
      max(count, Self.population), frame: frame, objective: objective, using: &stream)
    points = picks.prefix(count).map { start in
      Self.moved(start, among: picks, objective: objective, using: &stream)
    }
  }

  private static func picked(
    _ count: Int, frame: PosteriorFrame, objective: ([Double]) -> Double,
    using stream: inout RandomStream
  ) -> [[Double]] {
    var points: [[Double]] = []
    var logs: [Double] = []
    for _ in 0..<max(proposals, 4 * count) {
      let position = proposal(in: frame, using: &stream)
      let point = frame.point(position)
      points.append(point)
      logs.append(frame.lowest - objective(point) - logDensity(of: position))
    }
    let top = logs.max() ?? 0
    let weights = logs.map { top.isFinite && $0.isFinite ? exp($0 - top) : 0 }
    let total = weights.reduce(0, +)
    guard total > 0 else { return Array(repeating: frame.mode, count: count) }
    return picks(count, weights: weights, total: total, using: &stream).map { points[$0] }
  }

  /// Metropolis steps along differences of two picks: short ones, and at every fourth step a whole
  /// one, which can leap from one mode to another.
  private static func moved(
    _ start: [Double], among picks: [[Double]], objective: ([Double]) -> Double,
    using stream: inout RandomStream
  ) -> [Double] {
    var point = start
    var height = objective(start)
    let short = 2.38 / (2 * Double(start.count)).squareRoot()
    for step in 1...steps {
      let (from, to) = (
        picks[Int(stream.uniform() * Double(picks.count))],
        picks[Int(stream.uniform() * Double(picks.count))]
      )
      let length = step.isMultiple(of: 4) ? 1 : short * exp(0.5 * stream.normal())
      let next = point.indices.map {
        point[$0] + length * (to[$0] - from[$0]) + 0.05 * stream.normal()
      }
      let candidate = objective(next)
      if log(stream.uniform()) < height - candidate { (point, height) = (next, candidate) }
    }
    return point
  }

  /// A side of each axis in proportion to its length, so that the density does not jump at the mode,
  /// then a normal distance at a width that all axes share.
  private static func proposal(
    in frame: PosteriorFrame, using stream: inout RandomStream
  ) -> [Double] {
    var left = stream.uniform()
    var width = widths[0].width
    for option in widths {
      width = option.width
      left -= option.share
      if left <= 0 { break }
    }
    return frame.stretches.map { below, above in
      let distance = width * abs(stream.normal())
      return stream.uniform() * (below + above) < below ? -distance : distance
    }
  }

  /// Up to a constant.
  private static func logDensity(of position: [Double]) -> Double {
    let square = position.reduce(0) { $0 + $1 * $1 }
    let density = widths.reduce(0) { sum, option in
      sum + option.share * pow(option.width, -Double(position.count))
        * exp(-0.5 * square / (option.width * option.width))
    }
    return log(density)
  }

  /// Systematic picks in random order.
  private static func picks(
    _ count: Int, weights: [Double], total: Double, using stream: inout RandomStream
  ) -> [Int] {
    var picks: [Int] = []
    let start = stream.uniform()
    var reached = 0.0
    for (index, weight) in weights.enumerated() {
      reached += weight / total * Double(count)
      while picks.count < count, start + Double(picks.count) < reached { picks.append(index) }
    }
    while picks.count < count { picks.append(picks.last ?? 0) }
    return picks.shuffled(using: &stream)
  }
}
