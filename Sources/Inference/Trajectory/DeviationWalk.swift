private import Foundation
internal import Statistics

/// Metropolis steps over standard deviations, given a density over their logarithms.
///
/// A standard deviation is walked as a number of either sign whose size alone counts: a step past
/// zero comes back from it, which is as likely as its return.
struct DeviationWalk {
  /// Which coordinates are logarithms of standard deviations; the others are walked as they are.
  let isDeviation: [Bool]
  /// Minus the log density over logarithms.
  let objective: ([Double]) -> Double

  /// Where a point of logarithms is walked.
  func place(_ point: [Double]) -> [Double] {
    zip(point, isDeviation).map { $1 ? exp($0) : $0 }
  }

  /// The point of logarithms that is walked at a place.
  func point(_ place: [Double]) -> [Double] {
    zip(place, isDeviation).map { $1 ? log(abs($0)) : $0 }
  }

  /// Minus the log density over places: d log σ = dσ / σ.
  private func height(_ place: [Double]) -> Double {
    let point = point(place)
    let volume = zip(point, isDeviation).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    return objective(point) + volume
  }

  /// Steps along differences of two picks: short ones, and at every fourth step a whole one, which
  /// can leap from one mode to another.
  func moved(
    _ start: [Double], steps: Int, among picks: [[Double]], using stream: inout RandomStream
  ) -> [Double] {
    var place = start
    var height = height(start)
    let short = 2.38 / (2 * Double(start.count)).squareRoot()
    for step in 0..<steps {
      let from = picks[Int(stream.uniform() * Double(picks.count))]
      let to = picks[Int(stream.uniform() * Double(picks.count))]
      let length = step % 4 == 3 ? 1 : short * exp(0.5 * stream.normal())
      let next = place.indices.map {
        place[$0] + length * (to[$0] - from[$0]) + 1e-3 * stream.normal()
      }
      let candidate = self.height(next)
      if log(stream.uniform()) < height - candidate { (place, height) = (next, candidate) }
    }
    return place
  }
}
