import Foundation
import Statistics

/// How often central intervals held the truth, people being the independent units.
struct Coverage: Sendable {
  /// The nominal share, such as 0.95.
  let nominal: Double
  /// How many people were counted.
  private(set) var count = 0
  private var sum = 0.0
  private var squares = 0.0

  /// Starts to count.
  ///
  /// - Parameter nominal: the share that intervals promise.
  init(nominal: Double) { self.nominal = nominal }

  /// Counts one person's intervals.
  ///
  /// - Parameter positions: where in their laws the true values lay, each from 0 to 1; a person
  ///   without any is not counted.
  mutating func add(_ positions: [Double]) {
    guard !positions.isEmpty else { return }
    let inside = positions.count { abs($0 - 0.5) <= nominal / 2 }
    add(share: Double(inside) / Double(positions.count))
  }

  /// Counts one person's interval.
  ///
  /// - Parameter share: how likely the truth was to lie in it, where that can be computed: quieter
  ///   than drawing the truth.
  mutating func add(share: Double) {
    count += 1
    sum += share
    squares += share * share
  }

  /// The mean share over people.
  var realised: Double { sum / Double(max(count, 1)) }

  /// The Monte-Carlo standard error of ``realised``.
  var standardError: Double {
    guard count > 1 else { return .infinity }
    let variance = max(squares - sum * realised, 0) / Double(count - 1)
    return (variance / Double(count)).squareRoot()
  }

  /// Whether the realised share lies within two points of the promise; two standard errors more are
  /// allowed below 500 people.
  var keepsPromise: Bool { isWideEnough && realised - nominal <= tolerance }

  /// Whether the realised share is at most two points short of the promise.
  var isWideEnough: Bool { nominal - realised <= tolerance }

  private var tolerance: Double { 0.02 + (count >= 500 ? 0 : 2 * standardError) }
}
