import Foundation
import Inference
import Testing

/// Numbers of R 4.2.2 with metafor 3.8-1, `control = list(threshold = 1e-13, maxiter = 1e5)`.
@Suite struct MetaAnalysisTests {
  /// `escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)`
  static let vaccine = zip(
    [
      -0.889311333920205, -1.58538865720143, -1.34807314829969, -1.44155119002131,
      -0.217547322211296, -0.786115585818864, -1.62089822359839, 0.0119523335238405,
      -0.469417648738149, -1.37134480347278, -0.339358828338391, 0.445913400571379,
      -0.0173139482168798,
    ],
    [
      0.325584765003961, 0.194581121398144, 0.415367965367965, 0.0200100319022476,
      0.0512101721696309, 0.00690561845590876, 0.223017247572315, 0.00396157929781773,
      0.056434210463249, 0.0730247936130289, 0.0124122139715597, 0.532505845200153,
      0.0714046596839863,
    ]
  ).map { StudyEffect(label: "trial", estimate: $0, standardError: $1.squareRoot()) }

  static func studies(_ numbers: [(Double, ClosedRange<Double>)]) -> [StudyEffect] {
    numbers.map { StudyEffect(label: "review", estimate: $0.0, interval: $0.1) }
  }

  private func expect(_ found: Double?, _ expected: Double, _ tolerance: Double = 1e-9) {
    #expect(abs((found ?? .nan) - expected) <= tolerance, "\(String(describing: found))")
  }

  private func expect(_ found: ClosedRange<Double>?, _ low: Double, _ high: Double) {
    expect(found?.lowerBound, low, 1e-8)
    expect(found?.upperBound, high, 1e-8)
  }

  @Test func `the vaccine trials give metafor's numbers`() throws {
    let found = try MetaAnalysis.pooling(Self.vaccine)
    // rma(yi, vi, method = "REML")
    expect(found.tauSquared, 0.313243258136)
    expect(found.estimate, -0.714532342158)
    expect(found.waldStandardError, 0.179781516105)
    expect(found.inconsistency, 0.922213845213)
    expect(found.cochranQ, 152.233008082, 1e-7)
    expect(found.homogeneityPValue / 1.99676459085e-26, 1, 1e-8)
    // confint(...)
    expect(found.tauSquaredInterval, 0.119718361141, 1.111479084061)
    // rma(yi, vi, method = "REML", test = "knha")
    expect(found.hartungKnappScale, 1.01126997197)
    expect(found.standardError, 0.180791744093)
    expect(found.interval, -1.10844371369, -0.320620970631)
    // b + c(-1, 1) * qt(.975, 11) * sqrt(se^2 + tau2)
    expect(found.predictionInterval, -2.009057650371, 0.579992966055)
    #expect(abs(found.weights.reduce(0, +) - 1) < 1e-12)
  }

  @Test func `effects on cold memory lie at the boundary, and luck does not shrink the interval`()
    throws
  {
    // rma(c(.24, .30, .25, .45), se^2), se from the intervals; test = "adhoc" truncates
    let found = try MetaAnalysis.pooling(
      Self.studies([
        (0.24, 0.15...0.34), (0.30, -0.02...0.62), (0.25, 0.06...0.44), (0.45, 0.12...0.78),
      ]))
    #expect(found.tauSquared == 0 && found.inconsistency == 0)
    expect(found.estimate, 0.257728014302)
    expect(found.standardError, 0.0406609111013)
    expect(found.hartungKnappScale, 0.503743865542)
    expect(found.interval, 0.128326847999, 0.387129180606)
    expect(found.predictionInterval, 0.0827782341583, 0.4326777944467)
    expect(found.tauSquaredInterval, 0, 0.109561173959)
  }

  @Test func `effects on mood differ between treatments`() throws {
    let found = try MetaAnalysis.pooling(
      Self.studies([
        (0.61, 0.16...1.06), (0.54, 0.41...0.68), (0.77, 0.11...1.44), (1.07, 0.48...1.66),
        (0.28, 0.09...0.46),
      ]) + [
        StudyEffect(label: "trial", estimate: 0.24, pValue: 0.35),
        StudyEffect(label: "trial", estimate: 0.42, pValue: 0.023),
      ])
    expect(found.tauSquared, 0.0167650454444, 1e-8)
    expect(found.estimate, 0.483255948018, 1e-8)
    expect(found.standardError, 0.0861640117286, 1e-8)
    expect(found.interval, 0.272420206577, 0.694091689459)
    expect(found.tauSquaredInterval, 0, 0.3389937380385)
    expect(found.inconsistency, 0.422404724845, 1e-7)
  }

  @Test func `two trials are pooled, and their interval says next to nothing`() throws {
    let found = try MetaAnalysis.pooling([
      StudyEffect(label: "a", estimate: 0.42, pValue: 0.022),
      StudyEffect(label: "b", estimate: 0.34, pValue: 0.20),
    ])
    expect(found.estimate, 0.394136286078)
    expect(found.interval, -1.52258572807, 2.31085830023)
    #expect(found.predictionInterval == nil)
    // Without the truncation the two would be -0.081 to 0.870: agreement by luck.
    expect(found.hartungKnappScale, 0.0615308312699)
  }

  @Test func `studies that agree too well have no variance between them at either end`() throws {
    let found = try MetaAnalysis.pooling(
      zip([0.1, 0.11, 0.12], [0.2, 0.3, 0.25]).map {
        StudyEffect(label: "x", estimate: $0, standardError: $1)
      })
    #expect(found.tauSquared == 0 && found.tauSquaredInterval == 0...0)
    expect(found.estimate, 0.108272921109)
  }

  @Test func `no other variance is more likely`() throws {
    // A control of the search: the restricted likelihood, written anew, on a fine grid.
    func likelihood(_ tau: Double, _ studies: [StudyEffect]) -> Double {
      let weights = studies.map { 1 / ($0.standardError * $0.standardError + tau) }
      let sum = weights.reduce(0, +)
      let mean = zip(weights, studies).reduce(0) { $0 + $1.0 * $1.1.estimate } / sum
      let square = zip(weights, studies).reduce(0) { sum, pair in
        sum + pair.0 * (pair.1.estimate - mean) * (pair.1.estimate - mean)
      }
      return 0.5 * (weights.reduce(0) { $0 + log($1) } - log(sum) - square)
    }
    for shift in [0.0, 0.4, 3] {
      let studies = Self.vaccine.enumerated().map {
        StudyEffect(
          label: "t", estimate: $1.estimate + ($0 % 2 == 0 ? shift : 0),
          standardError: $1.standardError)
      }
      let found = try MetaAnalysis.pooling(studies)
      let best = likelihood(found.tauSquared, studies)
      let others = (0...1_000).map { likelihood(Double($0) * 0.01, studies) }
      #expect(others.allSatisfy { $0 <= best + 1e-10 })
    }
  }

  @Test func `one study is refused`() {
    #expect(throws: InferenceError.tooFew(observed: 1, needed: 2, what: "pooling studies")) {
      try MetaAnalysis.pooling([Self.vaccine[0]])
    }
    #expect(throws: InferenceError.self) { try MetaAnalysis.pooling([]) }
  }

  @Test(arguments: [
    (0.1, 0.0), (0.1, -1), (0.1, .nan), (.nan, 1), (.infinity, 1), (0.1, .infinity), (1e300, 1),
    (0.1, 1e-200),
  ])
  func `a study that cannot be used is named`(_ estimate: Double, _ error: Double) throws {
    let wrong = StudyEffect(label: "the odd one", estimate: estimate, standardError: error)
    let thrown = try #require(
      #expect(throws: InferenceError.self) {
        try MetaAnalysis.pooling(Self.vaccine + [wrong])
      })
    #expect("\(thrown)".contains("the odd one"))
  }

  @Test func `p values and intervals that give no standard error are refused later`() {
    for wrong in [
      StudyEffect(label: "p", estimate: 0.3, pValue: 0),
      StudyEffect(label: "p", estimate: 0.3, pValue: 1),
      StudyEffect(label: "p", estimate: 0, pValue: 0.4),
      StudyEffect(label: "i", estimate: 0, interval: 1...1),
      StudyEffect(label: "i", estimate: 0, interval: 0...1, level: 0),
    ] {
      #expect(throws: InferenceError.self) { try MetaAnalysis.pooling(Self.vaccine + [wrong]) }
    }
  }

  @Test func `extreme studies give finite numbers`() throws {
    let found = try MetaAnalysis.pooling([
      StudyEffect(label: "a", estimate: -1e9, standardError: 1e-9),
      StudyEffect(label: "b", estimate: 1e9, standardError: 1e9),
      StudyEffect(label: "c", estimate: 0, standardError: 1),
    ])
    #expect(found.estimate.isFinite && found.tauSquared.isFinite)
    #expect(found.tauSquaredInterval.upperBound.isFinite)
    #expect(throws: InferenceError.self) { try MetaAnalysis.pooling(Self.vaccine, level: .nan) }
  }
}
