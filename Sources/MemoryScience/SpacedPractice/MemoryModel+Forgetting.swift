private import Foundation

extension MemoryModel {
  /// The probability that a memory comes back: (1 + F t/S)^-w20.
  ///
  /// - Parameters:
  ///   - state: the state after the latest review.
  ///   - days: the time since then; what is not above 0 counts as 0.
  /// - Returns: a probability, 1 at once and 0.9 after as many days as the stability.
  public func retrievability(of state: State, after days: Double) -> Double {
    exp(-terms.decay * log1p(terms.factor * (days > 0 ? days : 0) / state.stability))
  }

  /// The time until recall has fallen to a given probability: S/F (r^(-1/w20) - 1).
  ///
  /// - Parameters:
  ///   - stability: days, above 0.
  ///   - retention: the probability wished for, above 0; 1 gives no time at all.
  /// - Returns: days, with their fraction and without a limit.
  /// - Throws: ``MemoryScienceError/option(_:)`` for a number outside its range.
  public func interval(stability: Double, retention: Double) throws(MemoryScienceError) -> Double {
    guard stability > 0, stability.isFinite else {
      throw .option("stability \(stability): give a number of days above 0")
    }
    guard retention > 0, retention <= 1 else {
      throw .option("desired retention \(retention): give a number above 0 and at most 1")
    }
    return stability * intervalFactor(retention)
  }

  /// The interval in units of stability.
  func intervalFactor(_ retention: Double) -> Double {
    (pow(retention, -1 / terms.decay) - 1) / terms.factor
  }

  /// The mean probability of recall from a review until some time after it: the integral of the
  /// forgetting curve, in closed form, over its length.
  ///
  /// - Parameters:
  ///   - state: the state after the review.
  ///   - days: how long; what is not above 0 counts as 0.
  /// - Returns: the chance that the memory comes back at a random moment of that time.
  public func meanRetrievability(of state: State, over days: Double) -> Double {
    let rise = terms.factor * days / state.stability
    guard rise > 1e-9 else { return 1 }
    guard rise.isFinite else { return 0 }
    let power = 1 - terms.decay
    return expm1(power * log1p(rise)) / (power * rise)
  }
}
