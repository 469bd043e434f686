import Foundation
import Statistics

/// Ranks of true values among posterior draws, over many people: uniform when the posterior is right
/// (Talts and others 2018, Validating Bayesian inference algorithms with simulation-based
/// calibration, arXiv:1804.06788).
struct Ranks: Sendable {
  /// How many equal parts the interval from 0 to 1 is cut into.
  static let parts = 16
  private(set) var counts = [Int](repeating: 0, count: Ranks.parts)

  /// How many people were counted.
  var count: Int { counts.reduce(0, +) }

  /// Counts one person.
  ///
  /// - Parameter share: the share of the posterior below the truth, from 0 to 1.
  mutating func add(share: Double) {
    counts[min(max(Int(share * Double(Ranks.parts)), 0), Ranks.parts - 1)] += 1
  }

  /// Counts one person.
  ///
  /// - Parameters:
  ///   - truth: the true value.
  ///   - draws: posterior draws; one less than a multiple of ``parts``, so that all parts hold
  ///     equally many ranks.
  mutating func add(_ truth: Double, among draws: [Double]) {
    let rank = draws.count { $0 < truth }
    add(share: (Double(rank) + 0.5) / Double(draws.count + 1))
  }

  /// Pearson's χ² against equal counts.
  var chiSquared: Double {
    let expected = Double(count) / Double(Ranks.parts)
    return counts.reduce(0) { sum, seen in
      let gap = Double(seen) - expected
      return sum + gap * gap / expected
    }
  }

  /// The probability of at least this χ² when ranks are uniform.
  var probability: Double {
    guard count > 0 else { return 0 }
    return ChiSquared(degreesOfFreedom: Double(Ranks.parts - 1)).upperTail(chiSquared)
  }

  /// The counts as a line of bars, from the lowest part to the highest.
  var bars: String {
    let marks = Array("▁▂▃▄▅▆▇█")
    let most = Double(max(counts.max() ?? 1, 1))
    return String(counts.map { marks[Int(Double($0) / most * Double(marks.count - 1))] })
  }
}

extension Ranks {
  /// Gathers what was found about one quantity in each person.
  ///
  /// - Parameter shares: the share of each person's posterior below their truth.
  init(shares: some Sequence<Double>) {
    for share in shares { add(share: share) }
  }
}
