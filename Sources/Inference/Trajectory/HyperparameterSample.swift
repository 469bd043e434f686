private import Foundation
internal import Statistics

/// Draws from a posterior: first by importance, then moved by Metropolis steps.
///
/// Importance: proposals are normal along the half-axes of the frame, at two widths each, so that
/// tails heavier than a normal one are reached too; picks are made in proportion to exact density
/// over that of the proposal. Posteriors of variances bend, though, and reach far towards zero. Each
/// pick therefore takes some steps along differences between other picks (ter Braak 2006, Statistics
/// and Computing 16:239, with a population that stays as it was). They leave the posterior as it is,
/// and are taken in standard deviations, in which zero is near.
struct HyperparameterSample {
  /// The drawn points.
  let points: [[Double]]

  private static let widths: [(width: Double, share: Double)] = [(1, 0.7), (2.5, 0.3)]
  /// Too few picks would leave too few directions to step along.
  private static let fewestPicks = 32

  /// Draws.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - frame: where the posterior lies.
  ///   - isDeviation: which coordinates are logarithms of standard deviations.
  ///   - proposals: how many likelihoods are spent on proposals.
  ///   - steps: how many likelihoods are spent on moving each pick.
  ///   - objective: minus the log density.
  ///   - stream: the source of randomness.
  init(
    _ count: Int, frame: PosteriorFrame, isDeviation: [Bool], proposals: Int, steps: Int,
    objective: @escaping ([Double]) -> Double,
    using stream: inout RandomStream
  ) {
    let walk = DeviationWalk(isDeviation: isDeviation, objective: objective)
    let picks = Self.picked(
      max(count, Self.fewestPicks), of: proposals, frame: frame, objective: objective,
      using: &stream
    ).map(walk.place)
    points = picks.prefix(count).map { start in
      walk.point(walk.moved(start, steps: steps, among: picks, using: &stream))
    }
  }

  private static func picked(
    _ count: Int, of proposals: Int, frame: PosteriorFrame, objective: ([Double]) -> Double,
    using stream: inout RandomStream
  ) -> [[Double]] {
    var points: [[Double]] = []
    var logs: [Double] = []
    for _ in 0..<proposals {
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

  /// A side of each axis in proportion to its length, so that the density does not jump at the mode,
  /// then a normal distance at one of the widths.
  private static func proposal(
    in frame: PosteriorFrame, using stream: inout RandomStream
  ) -> [Double] {
    frame.stretches.map { below, above in
      let width = widths[stream.uniform() < widths[0].share ? 0 : 1].width
      let distance = width * abs(stream.normal())
      return stream.uniform() * (below + above) < below ? -distance : distance
    }
  }

  /// Up to a constant.
  private static func logDensity(of position: [Double]) -> Double {
    position.reduce(0) { sum, coordinate in
      let density = widths.reduce(0) {
        $0 + $1.share / $1.width * exp(-0.5 * coordinate * coordinate / ($1.width * $1.width))
      }
      return sum + log(density)
    }
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
