private import Foundation

/// The density of the time at which a Wiener process without drift, between 0 and 1, first reaches 0.
///
/// Two series give the same number; the one that needs fewer terms for the wanted error is summed.
/// Source: Navarro & Fuss (2009), equations 5, 6, 10, 11 and 13.
enum FirstPassageSeries {
  /// The natural logarithm of the density.
  ///
  /// - Parameters:
  ///   - time: above 0, in squared units of the distance of the boundaries.
  ///   - start: where the process starts, above 0 and below 1.
  ///   - error: the largest absolute error of the density.
  /// - Returns: the logarithm.
  static func logDensity(time: Double, start: Double, error: Double) -> Double {
    // So soon that nothing arrives; the numbers of terms would be lost in underflow.
    guard time > 1e-290 else { return -.infinity }
    let error = min(max(error, 1e-15), 0.1)
    let short = termsForShortTimes(time, error)
    let long = termsForLongTimes(time, error)
    return short < long
      ? shortTimes(time, start, terms: short) : longTimes(time, start, terms: long)
  }

  /// How many terms the series for long times needs.
  static func termsForLongTimes(_ time: Double, _ error: Double) -> Double {
    let least = 1 / (Double.pi * time.squareRoot())
    let scaled = Double.pi * time * error
    guard scaled < 1 else { return least.rounded(.up) }
    let bound = (-2 * log(scaled) / (Double.pi * Double.pi * time)).squareRoot()
    return max(bound, least).rounded(.up)
  }

  /// How many terms the series for short times needs.
  static func termsForShortTimes(_ time: Double, _ error: Double) -> Double {
    let scaled = 2 * error * (2 * Double.pi * time).squareRoot()
    guard scaled < 1 else { return 2 }
    let bound = 2 + (-2 * time * log(scaled)).squareRoot()
    return max(bound, time.squareRoot() + 1).rounded(.up)
  }

  /// π Σ k exp(-k² π² t / 2) sin(k π w), the first exponential taken out.
  static func longTimes(_ time: Double, _ start: Double, terms: Double) -> Double {
    let decay = Double.pi * Double.pi * time / 2
    guard decay.isFinite else { return -.infinity }
    var sum = 0.0
    var k = 1.0
    while k <= terms {
      sum += k * exp(-(k * k - 1) * decay) * sin(k * Double.pi * start)
      k += 1
    }
    return log(max(Double.pi * sum, 0)) - decay
  }

  /// (2 π t³)^(-1/2) Σ (w + 2k) exp(-(w + 2k)² / 2t), the exponential of k = 0 taken out.
  static func shortTimes(_ time: Double, _ start: Double, terms: Double) -> Double {
    var k = -((terms - 1) / 2).rounded(.down)
    let last = ((terms - 1) / 2).rounded(.up)
    var sum = 0.0
    while k <= last {
      // (w + 2k)² - w² = 4 k (w + k)
      sum += (start + 2 * k) * exp(-2 * k * (start + k) / time)
      k += 1
    }
    return log(max(sum, 0)) - start * start / (2 * time)
      - 0.5 * log(2 * Double.pi) - 1.5 * log(time)
  }
}
