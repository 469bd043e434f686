import Inference
import Statistics
import Testing

@Suite struct PooledMediationTests {
  /// People whose a and b go together; each path estimated with a standard error.
  private func people(
    _ count: Int, correlation: Double, error: Double, stream: UInt64
  ) throws -> (paths: [PersonPaths], meanProduct: Double) {
    var random = RandomStream(seed: 51, stream: stream)
    var paths: [PersonPaths] = []
    var sum = 0.0
    for _ in 0..<count {
      let shared = random.normal()
      let own = (1 - correlation * correlation).squareRoot() * random.normal()
      let (a, b) = (0.3 + 0.3 * shared, 0.2 + 0.3 * (correlation * shared + own))
      sum += a * b
      paths.append(
        try PersonPaths(
          causeToMediator: a + error * random.normal(),
          mediatorToOutcome: b + error * random.normal(), causeVariance: error * error,
          outcomeVariance: error * error))
    }
    return (paths, sum / Double(count))
  }

  /// With errors near 0 the pooled effect is the plain mean of the products.
  @Test func `well known paths give the mean of their products`() throws {
    let (paths, meanProduct) = try people(100, correlation: 0.7, error: 1e-4, stream: 1)
    let pooled = try PooledMediation(paths, draws: 500)
    #expect(abs(pooled.indirect.mean - meanProduct) < 0.005)
    #expect(abs(pooled.covariance.mean - 0.063) < 0.03)
  }

  /// .3 × .2 + .7 × .3² = .123; the product of means alone is .06.
  @Test func `the covariance between people belongs to the effect`() throws {
    var (covered, naive) = (0, 0)
    for stream in 10..<22 {
      let (paths, _) = try people(60, correlation: 0.7, error: 0.15, stream: UInt64(stream))
      let pooled = try PooledMediation(paths, draws: 500, seed: UInt64(stream))
      covered += pooled.indirect.central95.contains(0.123) ? 1 : 0
      naive += pooled.productOfMeans.central95.contains(0.123) ? 1 : 0
    }
    #expect(covered >= 9)
    #expect(naive <= 7)
  }

  @Test func `too few people and numbers out of range are refused`() throws {
    let (paths, _) = try people(12, correlation: 0, error: 0.1, stream: 2)
    #expect(throws: InferenceError.self) { try PooledMediation(Array(paths.prefix(9))) }
    #expect(throws: InferenceError.self) { try PooledMediation(paths, draws: 1) }
    #expect(throws: InferenceError.self) {
      try PersonPaths(
        causeToMediator: 1, mediatorToOutcome: 1, causeVariance: 0, outcomeVariance: 1)
    }
    #expect(throws: InferenceError.self) {
      try PersonPaths(
        causeToMediator: 1, mediatorToOutcome: 1, causeVariance: 1, outcomeVariance: 1,
        covariance: 2)
    }
    #expect(throws: InferenceError.self) {
      try PersonPaths(
        causeToMediator: .nan, mediatorToOutcome: 1, causeVariance: 1, outcomeVariance: 1)
    }
  }
}
