import Statistics

/// The tests that trials are read with.
enum GroupTest {
  /// Analysis of covariance: two groups, adjusted for one covariate with a common slope.
  ///
  /// - Parameters:
  ///   - one: outcome and covariate of each person of a group; at least 3.
  ///   - other: the same of the other group.
  /// - Returns: the two-sided p of the adjusted difference; 1 when nothing varies.
  static func covariance(
    _ one: [(outcome: Double, covariate: Double)], _ other: [(outcome: Double, covariate: Double)]
  ) -> Double {
    let (first, second) = (Moments(one), Moments(other))
    let freedom = first.count + second.count - 3
    guard freedom > 0 else { return 1 }
    let spread = first.xx + second.xx
    let slope = spread > 0 ? (first.xy + second.xy) / spread : 0
    let left = first.yy + second.yy - slope * (first.xy + second.xy)
    let apart = first.x - second.x
    let leverage = spread > 0 ? apart * apart / spread : 0
    let variance = max(0, left) / freedom * (1 / first.count + 1 / second.count + leverage)
    let difference = first.y - second.y - slope * apart
    guard variance > 0 else { return difference == 0 ? 1 : 0 }
    let t = abs(difference) / variance.squareRoot()
    return 2 * StudentT(degreesOfFreedom: freedom).upperTail(t)
  }

  /// The paired t test.
  ///
  /// - Parameter differences: one for each pair; at least 2.
  /// - Returns: the one-sided p that they are above 0; 1 when nothing varies.
  static func paired(_ differences: [Double]) -> Double {
    let count = Double(differences.count)
    guard count > 1 else { return 1 }
    let mean = differences.reduce(0, +) / count
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares > 0 else { return mean > 0 ? 0 : 1 }
    let error = (squares / (count - 1) / count).squareRoot()
    return StudentT(degreesOfFreedom: count - 1).upperTail(mean / error)
  }

  /// The difference of two weighted means over the same people, whose weights may overlap.
  ///
  /// - Parameter people: the outcome of each person and the weight in either mean.
  /// - Returns: the two-sided p by the normal law and the variance of the influence of each person; 1
  ///   when a mean has no people.
  static func weighted(_ people: [(outcome: Double, one: Double, other: Double)]) -> Double {
    let weights = people.reduce((0.0, 0.0)) { ($0.0 + $1.one, $0.1 + $1.other) }
    guard weights.0 > 0, weights.1 > 0 else { return 1 }
    let sums = people.reduce((0.0, 0.0)) {
      ($0.0 + $1.one * $1.outcome, $0.1 + $1.other * $1.outcome)
    }
    let means = (sums.0 / weights.0, sums.1 / weights.1)
    let variance = people.reduce(0.0) { sum, person in
      let influence =
        person.one * (person.outcome - means.0) / weights.0
        - person.other * (person.outcome - means.1) / weights.1
      return sum + influence * influence
    }
    guard variance > 0 else { return 1 }
    return 2 * Normal.standard.upperTail(abs(means.0 - means.1) / variance.squareRoot())
  }

  private struct Moments {
    let count: Double
    let x, y: Double
    let xx, xy, yy: Double

    init(_ people: [(outcome: Double, covariate: Double)]) {
      let count = Double(people.count)
      let x = people.reduce(0) { $0 + $1.covariate } / max(count, 1)
      let y = people.reduce(0) { $0 + $1.outcome } / max(count, 1)
      var (xx, xy, yy) = (0.0, 0.0, 0.0)
      for person in people {
        let (dx, dy) = (person.covariate - x, person.outcome - y)
        xx += dx * dx
        xy += dx * dy
        yy += dy * dy
      }
      self.count = count
      (self.x, self.y, self.xx, self.xy, self.yy) = (x, y, xx, xy, yy)
    }
  }
}
