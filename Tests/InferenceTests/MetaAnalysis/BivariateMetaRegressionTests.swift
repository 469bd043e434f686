import Inference
import Statistics
import TestKit
import Testing

@Suite struct BivariateMetaRegressionTests {
  /// Five trials of Berkey et al. (1998), metafor's `dat.berkey1998`: attachment level and probing
  /// depth with the sampling covariances.
  static let berkey: [EffectPair] = [
    (-0.32, 0.47, 0.0077, 0.0075, 0.0030), (-0.60, 0.20, 0.0008, 0.0057, 0.0009),
    (-0.12, 0.40, 0.0014, 0.0021, 0.0007), (-0.31, 0.26, 0.0015, 0.0029, 0.0009),
    (-0.39, 0.56, 0.0304, 0.0148, 0.0072),
  ].map { pair($0.0, $0.1, $0.2.squareRoot(), $0.3.squareRoot(), covariance: $0.4) }

  /// Twelve made-up pairs with a clear slope.
  static let clear: [EffectPair] = {
    let predictors = [0.1, 0.25, 0.3, 0.42, 0.5, 0.61, 0.7, 0.82, 0.9, 1.05, 1.2, 1.3]
    let responses = [0.22, 0.05, 0.31, 0.18, 0.45, 0.2, 0.52, 0.35, 0.66, 0.48, 0.6, 0.81]
    return responses.indices.map {
      pair(responses[$0], predictors[$0], [0.08, 0.12, 0.1][$0 % 3], [0.1, 0.07][$0 % 2])
    }
  }()

  static func pair(
    _ response: Double, _ predictor: Double, _ first: Double, _ second: Double,
    covariance: Double? = nil
  ) -> EffectPair {
    EffectPair(
      response: StudyEffect(label: "trial", estimate: response, standardError: first),
      predictor: StudyEffect(label: "trial", estimate: predictor, standardError: second),
      correlation: covariance.map { $0 / first / second })
  }

  private func expect(_ found: Double?, _ expected: Double, _ tolerance: Double = 1e-6) {
    #expect(abs((found ?? .nan) - expected) <= tolerance, "\(String(describing: found))")
  }

  @Test func `the periodontal trials give metafor's numbers by REML`() throws {
    // rma.mv(yi, V, mods = ~ outcome - 1, random = ~ outcome | trial, struct = "UN",
    //   method = "REML", control = list(optimizer = "optim", optmethod = "BFGS", reltol = 1e-15))
    let found = try BivariateMetaRegression.fitting(Self.berkey, assumedCorrelation: 0)
    expect(found.responseMean, -0.3392153206798)
    expect(found.predictorMean, 0.3534281451078)
    expect(found.between[0, 0], 0.0326514518767)
    expect(found.between[1, 1], 0.0117329329325)
    expect(
      found.between[0, 1], 0.6087963178308 * (0.0326514518767 * 0.0117329329325).squareRoot())
    // metafor adds half the logarithm of the determinant of X'X, here log 5.
    expect(found.logLikelihood, 3.6917676943019 - 1.6094379124341)
    expect(found.slope, 1.01559172428, 1e-4)
    #expect(found.lower == nil && found.upper == nil)
  }

  @Test func `and by maximum likelihood`() throws {
    let found = try BivariateMetaRegression.fitting(
      Self.berkey, assumedCorrelation: 0, method: .ml)
    expect(found.responseMean, -0.33793827296369, 1e-5)
    expect(found.predictorMean, 0.34484106069069, 1e-5)
    expect(found.between[0, 0], 0.02614498814686, 1e-5)
    expect(found.between[1, 1], 0.00700274105546, 1e-5)
    expect(found.logLikelihood, 5.84065688487)
    expect(found.slope, 1.35113785334, 1e-3)
  }

  @Test func `the pooled model of many parameters has the same likeliest covariance`() throws {
    let pooled = try PooledModel(
      Self.clear.map { pair in
        PooledEstimate(
          estimate: [pair.response.estimate, pair.predictor.estimate],
          covariance: Matrix(diagonal: [
            pair.response.standardError * pair.response.standardError,
            pair.predictor.standardError * pair.predictor.standardError,
          ]))
      })
    let found = try BivariateMetaRegression.fitting(Self.clear, assumedCorrelation: 0)
    expect(found.logLikelihood, pooled.logLikelihood, 1e-6)
    for index in 0..<4 {
      expect(found.between.elements[index], pooled.between.elements[index], 1e-4)
    }
  }

  /// Brute force in R 4.2.2: the restricted likelihood by `optim` over residual and spread at each
  /// slope, ends by `uniroot` where it falls by half of `qt(.975, 10)^2`.
  @Test(arguments: [
    (0.0, LikelihoodMethod.reml, 0.505616161853, 0.25412915681, 0.76814399371, -0.109028301233),
    (0.6, .reml, 0.467537182024, 0.218366394767, 0.725654827313, -0.105230164161),
    (0.0, .ml, 0.507257296437, 0.268205808893, 0.758161838613, 3.6515165564),
  ])
  func `a clear slope has the interval that brute force finds`(
    _ correlation: Double, _ method: LikelihoodMethod, _ slope: Double, _ lower: Double,
    _ upper: Double, _ logLikelihood: Double
  ) throws {
    let found = try BivariateMetaRegression.fitting(
      Self.clear, assumedCorrelation: correlation, method: method)
    expect(found.slope, slope, 1e-5)
    expect(found.lower, lower, 1e-5)
    expect(found.upper, upper, 1e-5)
    expect(found.logLikelihood, logLikelihood, 1e-7)
    #expect(abs(found.intercept + found.slope * found.predictorMean - found.responseMean) < 1e-12)
  }

  @Test func `errors in the predictor do not pull the slope towards zero`() throws {
    // True slope 1, no residual; the predictor's errors are as large as its spread.
    var random = RandomStream(seed: 7)
    let pairs = (0..<200).map { _ in
      let truth = random.normal()
      return Self.pair(truth + 0.3 * random.normal(), truth + random.normal(), 0.3, 1)
    }
    let found = try BivariateMetaRegression.fitting(pairs, assumedCorrelation: 0)
    #expect(abs(found.slope - 1) < 0.15)
    let mean = pairs.reduce(0) { $0 + $1.predictor.estimate } / 200
    let square = pairs.reduce(0) { sum, pair in
      sum + (pair.predictor.estimate - mean) * (pair.predictor.estimate - mean)
    }
    let product = pairs.reduce(0) { sum, pair in
      sum + (pair.predictor.estimate - mean) * pair.response.estimate
    }
    #expect(product / square < 0.65, "the control: ordinary least squares is pulled")
  }

  @Test func `units change the slope and nothing else`() throws {
    let base = try BivariateMetaRegression.fitting(Self.clear, assumedCorrelation: 0.3)
    let scaled = try BivariateMetaRegression.fitting(
      Self.clear.map { pair in
        Self.pair(
          pair.response.estimate * 100, pair.predictor.estimate,
          pair.response.standardError * 100, pair.predictor.standardError)
      }, assumedCorrelation: 0.3)
    expect(scaled.slope / 100, base.slope, 1e-5)
    expect((scaled.lower ?? .nan) / 100, base.lower ?? .nan, 1e-5)
  }

  @Test func `four pairs are too few`() {
    let needed = InferenceError.tooFew(
      observed: 4, needed: 5, what: "a regression of effects on effects")
    #expect(throws: needed) {
      try BivariateMetaRegression.fitting(Array(Self.berkey.prefix(4)), assumedCorrelation: 0)
    }
  }

  @Test func `what cannot be used is refused`() {
    for wrong in [1.0, -1, .nan, .infinity] {
      #expect(throws: InferenceError.self) {
        try BivariateMetaRegression.fitting(Self.clear, assumedCorrelation: wrong)
      }
    }
    let broken = Self.clear + [Self.pair(0, 0, 0, 1)]
    #expect(throws: InferenceError.self) {
      try BivariateMetaRegression.fitting(broken, assumedCorrelation: 0)
    }
  }

  @Test func `predictors that are all the same tell nothing of the slope`() throws {
    let pairs = (0..<8).map { Self.pair(Double($0) / 10, 0.5, 0.1, 0.1) }
    let found = try BivariateMetaRegression.fitting(pairs, assumedCorrelation: 0)
    #expect(found.lower == nil && found.upper == nil)
  }
}
