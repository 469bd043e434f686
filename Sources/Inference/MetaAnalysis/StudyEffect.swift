internal import Statistics

/// What one study, or one review of studies, found: an effect with its standard error.
///
/// Effects that are pooled together must have one unit, such as standardised mean differences, and
/// one direction.
public struct StudyEffect: Hashable, Sendable {
  /// The name of the study.
  public let label: String
  /// The effect, in the unit that all studies share.
  public let estimate: Double
  /// Its standard error, above 0, taken as known.
  public let standardError: Double

  /// Describes a study by its standard error.
  ///
  /// - Parameters:
  ///   - label: the name of the study.
  ///   - estimate: the effect.
  ///   - standardError: its standard error.
  public init(label: String, estimate: Double, standardError: Double) {
    self.label = label
    self.estimate = estimate
    self.standardError = standardError
  }

  /// Describes a study by its confidence interval: the standard error is the width over twice the
  /// normal quantile (Cochrane Handbook 6.3.1).
  ///
  /// - Parameters:
  ///   - label: the name of the study.
  ///   - estimate: the effect.
  ///   - interval: the confidence interval, symmetric about the effect but for rounding.
  ///   - level: the interval's level, above 0 and below 1.
  public init(
    label: String, estimate: Double, interval: ClosedRange<Double>, level: Double = 0.95
  ) {
    let width = interval.upperBound - interval.lowerBound
    let quantile = Normal.standard.quantile((1 + level) / 2)
    self.init(label: label, estimate: estimate, standardError: width / (2 * quantile))
  }

  /// Describes a study by the two-sided p value of its effect: the standard error is the effect
  /// over the normal quantile (Cochrane Handbook 6.3.2). Rounded p values make it rough.
  ///
  /// - Parameters:
  ///   - label: the name of the study.
  ///   - estimate: the effect, not 0.
  ///   - pValue: above 0 and below 1.
  public init(label: String, estimate: Double, pValue: Double) {
    let quantile = Normal.standard.quantile(1 - pValue / 2)
    self.init(label: label, estimate: estimate, standardError: abs(estimate) / quantile)
  }

  /// The sampling variance.
  var variance: Double { standardError * standardError }

  /// Refuses what cannot be pooled; the limits keep squares and their sums finite.
  ///
  /// - Throws: ``InferenceError/unusable(_:)``.
  func check() throws(InferenceError) {
    guard abs(estimate) <= 1e9, standardError >= 1e-9, standardError <= 1e9 else {
      throw .unusable(
        "\"\(label)\" has the effect \(estimate) with the standard error \(standardError); give "
          + "an effect within ±10⁹ and a standard error from 10⁻⁹ to 10⁹, or leave it out")
    }
  }
}
