/// The search for a minimum of a function of one number within bounds, without derivatives.
///
/// Golden sections with parabolic steps; for a function with one valley it finds the bottom, for any
/// other a local minimum, and it always ends. The ends of the range are approached but not tried.
/// Source: Brent (1973), Algorithms for minimization without derivatives, chapter 5.
public struct BrentMinimum: Hashable, Sendable {
  /// The distance at which two points count as one, relative to their size and to the range.
  public let tolerance: Double
  /// The greatest number of evaluations.
  public let evaluationLimit: Int

  private static let goldenShare = (3 - (5.0).squareRoot()) / 2

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - tolerance: relative distance of two points that count as one, at least 1e-12.
  ///   - evaluationLimit: the greatest number of evaluations, at least 1.
  public init(tolerance: Double = 1e-8, evaluationLimit: Int = 200) {
    self.tolerance = max(tolerance, 1e-12)
    self.evaluationLimit = max(evaluationLimit, 1)
  }

  /// Searches a range.
  ///
  /// - Parameters:
  ///   - objective: the function; what is not a number counts as infinity.
  ///   - range: where to look.
  /// - Returns: the best point found, as an array of one.
  public func minimum(of objective: (Double) -> Double, in range: ClosedRange<Double>) -> Minimum {
    let widest = Double.greatestFiniteMagnitude / 4
    var search = Bracket(
      low: max(range.lowerBound, -widest), high: min(range.upperBound, widest),
      tolerance: tolerance)
    var evaluations = Evaluations(limit: evaluationLimit)
    let first = evaluations.value(of: { objective($0[0]) }, at: [search.best])
    search.begin(value: first)
    return finish(search, evaluations, objective)
  }

  /// A point and the value of the objective there.
  public typealias Sample = (point: Double, value: Double)

  /// Searches between two points around a third that is known to be lower, beginning with the
  /// parabola through them.
  ///
  /// - Parameters:
  ///   - objective: the function; what is not a number counts as infinity.
  ///   - low: the lower end and the value there.
  ///   - middle: a point between the ends and the value there, not above theirs.
  ///   - high: the upper end and the value there.
  /// - Returns: the best point found, as an array of one; `middle` counts as a candidate.
  public func minimum(
    of objective: (Double) -> Double, low: Sample, middle: Sample, high: Sample
  ) -> Minimum {
    var search = Bracket(low: low.point, high: high.point, tolerance: tolerance)
    search.begin(low: low, middle: middle, high: high)
    return finish(search, Evaluations(limit: evaluationLimit), objective)
  }

  private func finish(
    _ start: Bracket, _ spent: Evaluations, _ objective: (Double) -> Double
  ) -> Minimum {
    var search = start
    var evaluations = spent
    var outcome = Minimum.Outcome.converged
    while let next = search.nextPoint() {
      guard !evaluations.isSpent else {
        outcome = .evaluationLimit
        break
      }
      search.record(next, evaluations.value(of: { objective($0[0]) }, at: [next]))
    }
    return Minimum(
      point: [search.best], value: search.bestValue, evaluations: evaluations.count,
      outcome: outcome)
  }

  /// The interval that holds the minimum and its three best points.
  private struct Bracket {
    var low: Double
    var high: Double
    let relativeTolerance: Double
    let absoluteTolerance: Double
    var best: Double
    var second: Double
    var third: Double
    var bestValue = Double.infinity
    var secondValue = Double.infinity
    var thirdValue = Double.infinity
    var step = 0.0
    var stepBeforeLast = 0.0

    init(low: Double, high: Double, tolerance: Double) {
      self.low = low
      self.high = high
      relativeTolerance = tolerance
      absoluteTolerance = max(tolerance * (high - low) * 0x1p-10, Double.leastNormalMagnitude)
      best = low + BrentMinimum.goldenShare * (high - low)
      second = best
      third = best
    }

    var width: Double { relativeTolerance * abs(best) + absoluteTolerance }

    mutating func begin(value: Double) {
      bestValue = value
      secondValue = value
      thirdValue = value
    }

    mutating func begin(low: Sample, middle: Sample, high: Sample) {
      let (near, far) = low.value < high.value ? (low, high) : (high, low)
      (best, bestValue) = middle
      (second, secondValue) = near
      (third, thirdValue) = far
      // Lets the first step be a parabola through the three points.
      stepBeforeLast = high.point - low.point
      step = stepBeforeLast / 2
    }

    /// The next point to try, none once the bracket is narrow enough.
    mutating func nextPoint() -> Double? {
      let middle = 0.5 * (low + high)
      guard abs(best - middle) > 2 * width - 0.5 * (high - low) else { return nil }
      if !takeParabolicStep(middle: middle) {
        stepBeforeLast = best < middle ? high - best : low - best
        step = BrentMinimum.goldenShare * stepBeforeLast
      }
      guard abs(step) < width else { return best + step }
      return step > 0 ? best + width : best - width
    }

    private mutating func takeParabolicStep(middle: Double) -> Bool {
      guard abs(stepBeforeLast) > width else { return false }
      let toSecond = (best - second) * (bestValue - thirdValue)
      let toThird = (best - third) * (bestValue - secondValue)
      var numerator = (best - third) * toThird - (best - second) * toSecond
      var denominator = 2 * (toThird - toSecond)
      if denominator > 0 { numerator = -numerator } else { denominator = -denominator }
      let limit = abs(0.5 * denominator * stepBeforeLast)
      guard abs(numerator) < limit, numerator > denominator * (low - best),
        numerator < denominator * (high - best)
      else { return false }
      stepBeforeLast = step
      step = numerator / denominator
      let point = best + step
      if point - low < 2 * width || high - point < 2 * width {
        step = best < middle ? width : -width
      }
      return true
    }

    mutating func record(_ point: Double, _ value: Double) {
      guard value > bestValue else {
        if point < best { high = best } else { low = best }
        (third, thirdValue) = (second, secondValue)
        (second, secondValue) = (best, bestValue)
        (best, bestValue) = (point, value)
        return
      }
      if point < best { low = point } else { high = point }
      if value <= secondValue || second == best {
        (third, thirdValue) = (second, secondValue)
        (second, secondValue) = (point, value)
      } else if value <= thirdValue || third == best || third == second {
        (third, thirdValue) = (point, value)
      }
    }
  }
}
