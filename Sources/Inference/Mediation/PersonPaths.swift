/// The two paths of one person with their uncertainty: what pooling needs of them.
public struct PersonPaths: Hashable, Sendable {
  /// a: cause to mediator.
  public let causeToMediator: Double
  /// b: mediator to outcome.
  public let mediatorToOutcome: Double
  /// The variance of the estimate of a.
  public let causeVariance: Double
  /// The variance of the estimate of b.
  public let outcomeVariance: Double
  /// The covariance of the two estimates.
  public let covariance: Double

  /// States two paths.
  ///
  /// - Parameters:
  ///   - causeToMediator: a.
  ///   - mediatorToOutcome: b.
  ///   - causeVariance: the variance of the estimate of a, above 0.
  ///   - outcomeVariance: the variance of the estimate of b, above 0.
  ///   - covariance: the covariance of the two estimates.
  /// - Throws: ``InferenceError/unusable(_:)`` when a number is not finite or the variances and the
  ///   covariance do not fit together.
  public init(
    causeToMediator: Double, mediatorToOutcome: Double, causeVariance: Double,
    outcomeVariance: Double, covariance: Double = 0
  ) throws(InferenceError) {
    guard causeToMediator.isFinite, mediatorToOutcome.isFinite, causeVariance > 0,
      outcomeVariance > 0, causeVariance.isFinite, outcomeVariance.isFinite,
      covariance * covariance < causeVariance * outcomeVariance
    else {
      throw .unusable(
        "the paths of a person are finite, their variances above 0 and their covariance within them"
      )
    }
    self.init(
      causeToMediator, mediatorToOutcome, causeVariance, outcomeVariance, covariance)
  }

  private init(_ a: Double, _ b: Double, _ first: Double, _ second: Double, _ shared: Double) {
    causeToMediator = a
    mediatorToOutcome = b
    causeVariance = first
    outcomeVariance = second
    covariance = shared
  }

  /// Means and covariance of draws.
  init(_ draws: MediationDraws) {
    let a = SeriesSummary(draws.causeToMediator)
    let b = SeriesSummary(draws.mediatorToOutcome)
    let products = zip(draws.causeToMediator, draws.mediatorToOutcome).reduce(0) {
      $0 + ($1.0 - a.mean) * ($1.1 - b.mean)
    }
    self.init(
      a.mean, b.mean, a.standardDeviation * a.standardDeviation,
      b.standardDeviation * b.standardDeviation, products / Double(max(draws.count - 1, 1)))
  }
}
