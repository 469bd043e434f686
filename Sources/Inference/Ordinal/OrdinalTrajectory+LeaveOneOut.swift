private import Foundation
internal import Statistics

extension OrdinalTrajectory {
  /// How a form stands to all the others.
  public struct FormError: Hashable, Sendable {
    /// When, in days.
    public let time: Double
    /// The logarithm of the probability of all its answers given the other forms.
    public let logProbability: Double
    /// The total of the answered items.
    public let total: Int
    /// The total of those items that the other forms made likely.
    public let expected: TotalLaw

    /// P(total < observed) + ½ P(total = observed): uniform on average when the model holds; near 0
    /// or 1 for an outlier.
    public var rank: Double {
      expected.probability(below: total) + 0.5 * expected.probabilities[total]
    }
  }

  /// Holds every form against what the others say of severity at its time.
  ///
  /// Leaving a form out is removing its sites (Vehtari et al. 2016, JMLR 17:103); each node then
  /// counts its weight divided by its probability of the form. Complexity: that of one ``total(at:)``
  /// per form.
  ///
  /// - Returns: one error per form of ``OrdinalSeries/forms``.
  public func leaveOneOut() -> [FormError] {
    series.forms.indices.map { form in
      let laws = results.map { result in
        let cavity = result.cavities[form]
        return (
          log: result.factors[form].logIntegral(under: cavity),
          law: Normal(mean: cavity.mean, standardDeviation: cavity.variance.squareRoot())
        )
      }
      // Σ w / p, with the smallest p taken out.
      let least = laws.map(\.log).min() ?? 0
      let ratios = zip(nodes, laws).map { $0.weight * exp(least - $1.log) }
      let sum = ratios.reduce(0, +)
      let mixture = NormalMixture(
        zip(ratios, laws).map { .init(weight: $0 / sum, law: $1.law) })
      let answered = zip(series.items, series.forms[form].answers).filter { $0.1 != nil }
      return FormError(
        time: series.forms[form].time, logProbability: least - log(sum),
        total: answered.reduce(0) { $0 + ($1.1 ?? 0) },
        expected: TotalLaw(of: answered.map(\.0), under: mixture))
    }
  }
}
