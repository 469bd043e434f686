internal import Statistics

/// A random-effects meta-analysis: what studies found together, and how much they differ.
///
/// Estimate_i ~ N(μ, v_i + τ²) with known v_i. τ² by restricted maximum likelihood (Viechtbauer 2005),
/// exactly 0 at the boundary. The interval of μ is that of Hartung and Knapp (2001, Stat Med
/// 20:3875-3889) and Sidik and Jonkman (2002, Stat Med 21:3153-3159): a t law with one degree of
/// freedom less than studies, and a variance scaled by how much the studies scatter. The scale never
/// shrinks the interval: it is held at 1 or above (Röver, Knapp and Friede 2015, BMC Med Res Methodol
/// 15:99), since few studies may agree by luck.
///
/// Effects must be independent: one of each study, none of reviews that share studies.
public struct MetaAnalysis: Hashable, Sendable {
  /// The studies, as given.
  public let studies: [StudyEffect]
  /// The level of all intervals.
  public let level: Double
  /// μ, the mean of true effects.
  public let estimate: Double
  /// Its standard error with the scale of Hartung and Knapp, held at 1 or above.
  public let standardError: Double
  /// The interval of μ.
  public let interval: ClosedRange<Double>
  /// The standard error that takes τ² as known, without the scale.
  public let waldStandardError: Double
  /// The scale of Hartung and Knapp before it is held at 1 or above.
  public let hartungKnappScale: Double
  /// Where the true effect of a further study is expected: t with two degrees of freedom less than
  /// studies (Higgins, Thompson and Spiegelhalter 2009, JRSS A 172:137-159). `nil` with two studies.
  public let predictionInterval: ClosedRange<Double>?
  /// τ², the variance of true effects.
  public let tauSquared: Double
  /// Its interval by the Q profile (Viechtbauer 2007); both ends are 0 where the studies agree
  /// better than chance allows.
  public let tauSquaredInterval: ClosedRange<Double>
  /// I²: the share of the variance of a typical study that is not sampling error (Higgins and
  /// Thompson 2002, Stat Med 21:1539-1558), from τ².
  public let inconsistency: Double
  /// Cochran's Q.
  public let cochranQ: Double
  /// The probability of a Q as large when all true effects are the same.
  public let homogeneityPValue: Double
  /// The share of each study in ``estimate``; they sum to 1.
  public let weights: [Double]

  /// Pools studies.
  ///
  /// Two studies are pooled, but one degree of freedom leaves an interval that says next to
  /// nothing; one study is no meta-analysis.
  ///
  /// - Parameters:
  ///   - studies: independent effects in one unit and direction, two or more.
  ///   - level: the level of the intervals, 0.5 to 0.999.
  /// - Returns: the analysis.
  /// - Throws: ``InferenceError``: too few studies, or a study that cannot be used.
  public static func pooling(
    _ studies: [StudyEffect], level: Double = 0.95
  ) throws(InferenceError) -> MetaAnalysis {
    guard studies.count >= 2 else {
      throw .tooFew(observed: studies.count, needed: 2, what: "pooling studies")
    }
    guard level >= 0.5, level <= 0.999 else {
      throw .option("the level \(level) is outside 0.5 to 0.999; choose one such as 0.95")
    }
    for study in studies { try study.check() }
    return MetaAnalysis(studies, level)
  }

  private init(_ studies: [StudyEffect], _ level: Double) {
    self.studies = studies
    self.level = level
    let variance = HeterogeneityVariance(
      effects: studies.map(\.estimate), variances: studies.map(\.variance))
    let freedom = Double(studies.count - 1)
    let tail = (1 - level) / 2
    tauSquared = variance.restrictedEstimate()
    let fit = variance.pooled(tauSquared)
    let fixed = variance.pooled(0)
    estimate = fit.mean
    waldStandardError = (1 / fit.precision).squareRoot()
    hartungKnappScale = fit.q / freedom
    standardError = waldStandardError * max(hartungKnappScale, 1).squareRoot()
    interval = MetaAnalysis.range(fit.mean, standardError, freedom, tail)
    let total = (standardError * standardError + tauSquared).squareRoot()
    predictionInterval =
      studies.count > 2 ? MetaAnalysis.range(fit.mean, total, freedom - 1, tail) : nil
    cochranQ = fixed.q
    homogeneityPValue = ChiSquared(degreesOfFreedom: freedom).upperTail(fixed.q)
    let chiSquared = ChiSquared(degreesOfFreedom: freedom)
    let low = variance.profiled(chiSquared.quantile(1 - tail))
    tauSquaredInterval = low...max(low, variance.profiled(chiSquared.quantile(tail)))
    let squares = variance.variances.reduce(0) { $0 + 1 / ($1 * $1) }
    let typical =
      freedom * fixed.precision / (fixed.precision * fixed.precision - squares)
    inconsistency = tauSquared / (tauSquared + typical)
    let (between, precision) = (tauSquared, fit.precision)
    weights = variance.variances.map { 1 / ($0 + between) / precision }
  }

  private static func range(
    _ middle: Double, _ error: Double, _ freedom: Double, _ tail: Double
  ) -> ClosedRange<Double> {
    let reach = StudentT(degreesOfFreedom: freedom).quantile(1 - tail) * error
    return middle - reach...middle + reach
  }
}
