import MemoryScience
import Testing

@Suite struct AgreementTests {
  static let first = [
    2, 2, 3, 4, 0, 0, 4, 4, 1, 1, 4, 2, 1, 4, 1, 2, 3, 2, 0, 0, 4, 3, 4, 2, 4, 1, 2, 3, 0, 1,
  ]
  static let second = [
    2, 2, 3, 4, 0, 3, 4, 4, 2, 4, 0, 2, 1, 4, 4, 2, 3, 4, 1, 0, 2, 3, 4, 2, 4, 4, 4, 3, 0, 2,
  ]

  /// Reference: krippendorff 0.9.0 and Krippendorff (2011), Computing Krippendorff's alpha
  /// reliability, example C: four observers, twelve units, alpha .743.
  @Test func `alpha of the published example is reproduced`() throws {
    let coders: [[Int?]] = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
      [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]
    let units = (0..<12).map { unit in coders.map { $0[unit] } }
    let alpha = try KrippendorffAlpha(units)
    #expect(abs(alpha.alpha - 0.743_421_052_631_579) < 1e-12)
    #expect(alpha.units == 11 && alpha.codes == 40)
    let interval = try KrippendorffAlpha.interval(of: units, seed: 1)
    #expect(interval.lower < alpha.alpha && alpha.alpha < interval.upper)
    #expect(interval.lower > 0.4 && interval.upper <= 1)
    #expect(try KrippendorffAlpha.interval(of: units, seed: 1) == interval)
    #expect(try KrippendorffAlpha.interval(of: units, seed: 2) != interval)
  }

  /// Reference: sklearn.metrics.cohen_kappa_score 1.9.1 and statsmodels cohens_kappa (standard
  /// errors); the first is the textbook table 20, 5, 10, 15.
  @Test func `kappa agrees with sklearn and statsmodels`() throws {
    let a = [Int?](repeating: 0, count: 25) + [Int?](repeating: 1, count: 25)
    let b =
      [Int?](repeating: 0, count: 20) + [Int?](repeating: 1, count: 5)
      + [Int?](repeating: 0, count: 10) + [Int?](repeating: 1, count: 15)
    let small = try CohenKappa(a, b, categories: 2)
    #expect(abs(small.kappa - 0.4) < 1e-12 && small.observedAgreement == 0.7)
    #expect(abs(small.standardError - 0.126_996_062_931_100) < 1e-9)
    let expected: [(CohenKappa.Weights, Double, Double)] = [
      (.none, 0.53125, 0.110_520_027_179_435),
      (.linear, 0.485_596_707_818_930, 0.135_593_767_562_328),
      (.quadratic, 0.461_703_267_272_701, 0.174_946_493_367_687),
    ]
    for (weights, kappa, error) in expected {
      let found = try CohenKappa(
        Self.first.map { $0 }, Self.second.map { $0 }, categories: 5, weights: weights)
      #expect(abs(found.kappa - kappa) < 1e-12)
      #expect(abs(found.standardError - error) < 1e-9)
    }
    // Reference: krippendorff 0.9.0.
    let alpha = try KrippendorffAlpha(zip(Self.first, Self.second).map { [$0, $1] })
    #expect(abs(alpha.alpha - 0.534_433_285_509_326) < 1e-9)
  }

  @Test func `perfect agreement is 1 and systematic disagreement below 0`() throws {
    let same = [0, 1, 2, 3, 4, 0, 1, 2]
    #expect(try CohenKappa(same.map { $0 }, same.map { $0 }, categories: 5).kappa == 1)
    #expect(try KrippendorffAlpha(same.map { [$0, $0] }).alpha == 1)
    #expect(try KrippendorffAlpha(same.map { [$0, ($0 + 1) % 5] }).alpha < 0)
  }

  @Test func `what has no agreement is refused by name`() {
    #expect(throws: MemoryScienceError.self) { try KrippendorffAlpha([[1, 1], [1, 1]]) }
    #expect(throws: MemoryScienceError.self) { try KrippendorffAlpha([[1, 2], [1, nil]]) }
    #expect(throws: MemoryScienceError.self) { try KrippendorffAlpha([]) }
    #expect(throws: MemoryScienceError.self) { try CohenKappa([0, 0], [0, 0], categories: 2) }
    #expect(throws: MemoryScienceError.self) { try CohenKappa([0, 5], [0, 1], categories: 2) }
    #expect(throws: MemoryScienceError.self) { try CohenKappa([0, 1], [0], categories: 2) }
    #expect(throws: MemoryScienceError.self) { try CohenKappa([0, nil], [0, 1], categories: 2) }
    #expect(throws: MemoryScienceError.self) { try CodingAgreement([[.specific]]) }
    #expect(throws: MemoryScienceError.self) {
      try CodingAgreement([[.specific, .omission], [.specific]])
    }
  }

  @Test func `coders of memories are compared in pairs and together`() throws {
    let codes: [[SpecificityCode?]] = [
      [.specific, .specific, .categoric, .extended, .omission, nil],
      [.specific, .categoric, .categoric, .extended, .omission, .specific],
      [.specific, .specific, .categoric, .associate, nil, .specific],
    ]
    let agreement = try CodingAgreement(codes)
    // Pairs: 4 of 5, 3 of 4 and 3 of 5 alike.
    #expect(abs(agreement.percentAgreement - 10.0 / 14) < 1e-12)
    #expect(agreement.kappas[0][1]?.units == 5 && agreement.kappas[0][2]?.units == 4)
    #expect(agreement.kappas[0][1]?.kappa == agreement.kappas[1][0]?.kappa)
    #expect(agreement.alpha.units == 6)
  }
}
