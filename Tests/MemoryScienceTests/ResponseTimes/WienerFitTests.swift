import MemoryScience
import Statistics
import Testing

@Suite struct WienerFitTests {
  private static let truth = (drifts: [1.4, -0.6], boundary: 1.5, bias: 0.42, rest: 0.35)

  /// Trials of two conditions; the last `guesses` of them are replaced by slow or fast guesses.
  private func trials(_ count: Int, seed: UInt64, guesses: Int = 0) throws -> [WienerTrial] {
    var stream = RandomStream(seed: seed)
    var trials: [WienerTrial] = []
    for index in 0..<count {
      let law = try WienerDistribution(
        drift: Self.truth.drifts[index % 2], boundary: Self.truth.boundary, bias: Self.truth.bias,
        nonDecisionTime: Self.truth.rest)
      let draw = law.draw(from: &stream)
      trials.append(WienerTrial(end: draw.end, seconds: draw.seconds, condition: index % 2))
    }
    for index in 0..<guesses {
      let end: WienerDistribution.Boundary = stream.uniform() < 0.5 ? .lower : .upper
      trials[count - 1 - index] = WienerTrial(
        end: end, seconds: 0.15 + 4 * stream.uniform(), condition: index % 2)
    }
    return trials
  }

  @Test func `simulated parameters are recovered within their standard errors`() throws {
    let fit = try WienerFit.maximumLikelihood(
      of: try trials(500, seed: 3), conditions: 2,
      settings: WienerFit.Settings(contaminantShare: 0))
    #expect(fit.isConverged && fit.counts == [250, 250])
    let pairs = [
      (fit.drifts[0], Self.truth.drifts[0]), (fit.drifts[1], Self.truth.drifts[1]),
      (fit.boundary, Self.truth.boundary), (fit.bias, Self.truth.bias),
      (fit.nonDecisionTime, Self.truth.rest),
    ]
    for (estimate, truth) in pairs {
      let error = try #require(estimate.standardError)
      #expect(abs(estimate.value - truth) < 3.5 * error && error < 0.15)
    }
    // Negative control: the drift of the other condition lies far outside.
    let error = try #require(fit.drifts[0].standardError)
    #expect(abs(fit.drifts[0].value - Self.truth.drifts[1]) > 5 * error)
  }

  /// Nominal 95 % intervals over 30 samples of 160 trials, 150 intervals in all: fewer than 131 or all of
  /// them have a probability below 1 in 100 even where intervals of a sample go together.
  @Test func `intervals hold the truth about as often as they say`() throws {
    var held = 0
    var shrunk = 0
    for sample in 0..<30 {
      let fit = try WienerFit.maximumLikelihood(
        of: try trials(160, seed: 100 + UInt64(sample)), conditions: 2,
        settings: WienerFit.Settings(contaminantShare: 0))
      let pairs = [
        (fit.drifts[0], Self.truth.drifts[0]), (fit.drifts[1], Self.truth.drifts[1]),
        (fit.boundary, Self.truth.boundary), (fit.bias, Self.truth.bias),
        (fit.nonDecisionTime, Self.truth.rest),
      ]
      for (estimate, truth) in pairs {
        let error = try #require(estimate.standardError)
        held += abs(estimate.value - truth) < 1.96 * error ? 1 : 0
        shrunk += abs(estimate.value - truth) < 0.5 * 1.96 * error ? 1 : 0
      }
    }
    #expect((131...149).contains(held))
    // Negative control: halved standard errors are found out.
    #expect(!(131...149).contains(shrunk))
  }

  @Test func `a fixed bias midway is worse where there is a bias`() throws {
    let trials = try trials(300, seed: 4)
    let free = try WienerFit.maximumLikelihood(
      of: trials, conditions: 2, settings: WienerFit.Settings(contaminantShare: 0))
    let fixed = try WienerFit.maximumLikelihood(
      of: trials, conditions: 2,
      settings: WienerFit.Settings(biasIsFree: false, contaminantShare: 0))
    #expect(fixed.bias.value == 0.5 && fixed.bias.standardError == nil)
    #expect(free.logLikelihood > fixed.logLikelihood)
  }

  @Test func `guesses upset a fit without them and not one that allows for them`() throws {
    let trials = try trials(200, seed: 5, guesses: 8)
    let plain = try WienerFit.maximumLikelihood(
      of: trials, conditions: 2, settings: WienerFit.Settings(contaminantShare: 0))
    let mixed = try WienerFit.maximumLikelihood(
      of: trials, conditions: 2, settings: WienerFit.Settings(contaminantShare: 0.05))
    func distance(_ fit: WienerFit) -> Double {
      abs(fit.boundary.value - Self.truth.boundary)
        + abs(fit.nonDecisionTime.value - Self.truth.rest)
    }
    #expect(distance(mixed) < 0.3)
    #expect(distance(plain) > 2 * distance(mixed))
  }

  @Test func `bad trials and options are refused by name`() throws {
    let good = try trials(40, seed: 6)
    #expect(
      throws: MemoryScienceError.tooFew(
        observed: 9, needed: 10, what: "the drift of condition 1")
    ) { try WienerFit.maximumLikelihood(of: Array(good.prefix(19)), conditions: 2) }
    for seconds in [0, -1, Double.nan, .infinity] {
      #expect(throws: MemoryScienceError.self) {
        try WienerFit.maximumLikelihood(
          of: good + [WienerTrial(end: .upper, seconds: seconds)], conditions: 2)
      }
    }
    #expect(throws: MemoryScienceError.self) {
      try WienerFit.maximumLikelihood(of: good, conditions: 1)
    }
    #expect(throws: MemoryScienceError.self) {
      try WienerFit.maximumLikelihood(of: good, conditions: 0)
    }
    #expect(throws: MemoryScienceError.self) {
      try WienerFit.maximumLikelihood(
        of: good, conditions: 2, settings: WienerFit.Settings(contaminantShare: 0.9))
    }
  }
}
