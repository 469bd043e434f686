public import Statistics

/// Whether true effects on one outcome follow true effects on another, across studies.
///
/// Both effects are estimates with known sampling errors, so that an ordinary regression on the
/// estimated effect would pull the slope towards 0. Here the true effects are a bivariate normal law
/// (van Houwelingen, Arends and Stijnen 2002, Stat Med 21:589-624), and the slope is that of the one
/// true effect on the other: their covariance between studies over the variance of the predictor.
///
/// The interval holds every slope whose profiled likelihood is not much worse, by the F law with
/// one and (pairs - 2) degrees of freedom in place of chi-squared, as for a regression line. Where
/// true predictors may not differ at all, every slope does, and the interval has no end.
public struct BivariateMetaRegression: Hashable, Sendable {
  /// The fewest pairs for which a slope is computed: two means and three variances need as many.
  /// Fewer than ten leave any interval rough.
  public static let fewestPairs = 5

  /// How many pairs were used.
  public let pairs: Int
  /// The correlation of sampling errors that was assumed where none was known.
  public let assumedCorrelation: Double
  /// Which likelihood was made largest.
  public let method: LikelihoodMethod
  /// The level of the interval.
  public let level: Double
  /// The slope of true responses on true predictors.
  public let slope: Double
  /// The lower end of its interval; `nil` when there is none.
  public let lower: Double?
  /// The upper end of its interval; `nil` when there is none.
  public let upper: Double?
  /// The true response expected where the true predictor is 0.
  public let intercept: Double
  /// The mean true response.
  public let responseMean: Double
  /// The mean true predictor.
  public let predictorMean: Double
  /// The covariance of true responses and predictors between studies, responses first.
  public let between: Matrix
  /// The standard deviation of true responses about the line.
  public let residualDeviation: Double
  /// The standard deviation of true predictors between studies.
  public var predictorDeviation: Double { max(between[1, 1], 0).squareRoot() }
  /// The log-likelihood, with all constants of 2π: 2 n of them for ML, 2 n - 2 for REML.
  public let logLikelihood: Double

  /// Fits the line.
  ///
  /// - Parameters:
  ///   - pairs: independent pairs of effects, ``fewestPairs`` or more.
  ///   - assumedCorrelation: of the sampling errors where a pair does not know it, -0.95 to 0.95.
  ///   - method: the likelihood.
  ///   - level: the level of the interval, 0.5 to 0.999.
  /// - Returns: the fit.
  /// - Throws: ``InferenceError``: too few pairs, or a number that cannot be used.
  public static func fitting(
    _ pairs: [EffectPair], assumedCorrelation: Double, method: LikelihoodMethod = .reml,
    level: Double = 0.95
  ) throws(InferenceError) -> BivariateMetaRegression {
    guard pairs.count >= fewestPairs else {
      throw .tooFew(
        observed: pairs.count, needed: fewestPairs, what: "a regression of effects on effects")
    }
    guard level >= 0.5, level <= 0.999 else {
      throw .option("the level \(level) is outside 0.5 to 0.999; choose one such as 0.95")
    }
    for pair in pairs {
      try pair.response.check()
      try pair.predictor.check()
      let correlation = pair.correlation ?? assumedCorrelation
      guard abs(correlation) <= 0.95 else {
        throw .option(
          "a correlation of sampling errors of \(correlation) cannot be used; give -0.95 to 0.95")
      }
    }
    let search = BivariateSearch(pairs, assumedCorrelation, method)
    return BivariateMetaRegression(search, pairs.count, assumedCorrelation, level)
  }

  /// Fits the line for several assumed correlations, since that of the sampling errors is hardly
  /// ever published.
  ///
  /// - Parameters:
  ///   - pairs: independent pairs of effects.
  ///   - correlations: the assumed correlations, each -0.95 to 0.95.
  ///   - level: the level of the intervals.
  /// - Returns: one fit by REML for each.
  /// - Throws: ``InferenceError``.
  public static func sensitivity(
    _ pairs: [EffectPair], correlations: [Double] = [0, 0.3, 0.6], level: Double = 0.95
  ) throws(InferenceError) -> [BivariateMetaRegression] {
    var fits: [BivariateMetaRegression] = []
    for correlation in correlations {
      fits.append(try fitting(pairs, assumedCorrelation: correlation, level: level))
    }
    return fits
  }

  private init(_ search: BivariateSearch, _ pairs: Int, _ assumed: Double, _ level: Double) {
    let best = search.best()
    let quantile = StudentT(degreesOfFreedom: Double(pairs - 2)).quantile((1 + level) / 2)
    let limit = search.likelihood.fit(best).deviance + quantile * quantile
    let fit = search.likelihood.fit(best)
    let (unit, base) = (search.responseUnit / search.predictorUnit, best.slope)
    self.pairs = pairs
    assumedCorrelation = assumed
    method = search.likelihood.method
    self.level = level
    slope = base * unit
    lower = search.end(from: best, towards: -1, within: limit).map { $0 * unit }
    upper = search.end(from: best, towards: 1, within: limit).map { $0 * unit }
    responseMean = fit.response * search.responseUnit
    predictorMean = fit.predictor * search.predictorUnit
    intercept = responseMean - slope * predictorMean
    residualDeviation = abs(best.residual) * search.responseUnit
    let spread = best.spread * best.spread * search.predictorUnit * search.predictorUnit
    let residual = residualDeviation * residualDeviation
    let line = base * unit
    between = Matrix([[line * line * spread + residual, line * spread], [line * spread, spread]])
    logLikelihood = search.logLikelihood(fit.deviance)
  }
}
