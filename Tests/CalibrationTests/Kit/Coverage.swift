import Foundation
import Statistics

/// How often central intervals held the truth, people being the independent units.
struct Coverage: Sendable {
  /// The nominal share, such as 0.95.
  let nominal: Double
  private var shares: [Double] = []

  /// Starts to count.
  ///
  /// - Parameter nominal: the share that intervals promise.
  init(nominal: Double) { self.nominal = nominal }

  /// How many people were counted.
  var count: Int { shares.count }

  /// Counts one person's intervals.
  ///
  /// - Parameter positions: where in their laws the true values lay, each from 0 to 1; a person
  ///   without any is not counted.
  mutating func add(_ positions: [Double]) {
    guard !positions.isEmpty else { return }
    let inside = positions.count { abs($0 - 0.5) <= nominal / 2 }
    shares.append(Double(inside) / Double(positions.count))
  }

  /// The mean share over people.
  var realised: Double { shares.reduce(0, +) / Double(max(shares.count, 1)) }

  /// The Monte-Carlo standard error of ``realised``.
  var standardError: Double {
    guard shares.count > 1 else { return .infinity }
    let mean = realised
    let sum = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (sum / Double(shares.count - 1) / Double(shares.count)).squareRoot()
  }

  /// Whether the realised share lies within two points of the promise, two standard errors allowed
  /// where few people make them large.
  var keepsPromise: Bool { abs(realised - nominal) <= 0.02 + extra }

  /// Nothing at 500 people and more.
  private var extra: Double { count >= 500 ? 0 : 2 * standardError }
}
