import Statistics
import Testing

@testable import MemoryScience

@Suite("Fits of retrieved-context models")
struct RetrievedContextFitTests {
  private static let free: Set<RetrievedContextParameter> = [
    .encodingDrift, .recallDrift, .choiceSensitivity,
  ]

  private static let truth: RetrievedContextParameters = {
    var parameters = RetrievedContextParameters()
    parameters.encodingDrift = 0.55
    parameters.recallDrift = 0.8
    parameters.choiceSensitivity = 4
    return parameters
  }()

  /// What somebody with ``truth`` recalls of some lists of 8 words.
  private func recalls(_ lists: Int, seed: UInt64) throws -> [RecalledList] {
    var stream = RandomStream(seed: seed)
    let study = try StudiedList(count: 8)
    return try RetrievedContextModel(parameters: Self.truth)
      .recalls(of: Array(repeating: study, count: lists), stream: &stream)
  }

  private func fit(
    _ lists: [RecalledList], _ free: Set<RetrievedContextParameter> = free,
    ranges: [RetrievedContextParameter: ClosedRange<Double>] = [:],
    priors: [RetrievedContextParameter: Normal] = [:]
  ) throws -> RetrievedContextFit {
    try RetrievedContextFit(
      lists, model: RetrievedContextModel(),
      search: RetrievedContextSearch(free: free, ranges: ranges, priors: priors, starts: 2))
  }

  @Test("find what made the recalls, within their own standard errors")
  func recovery() throws {
    let lists = try recalls(80, seed: 3)
    let fit = try fit(lists)
    let truth = try RetrievedContextModel(parameters: Self.truth).logLikelihood(of: lists)
    #expect(fit.logLikelihood >= truth)
    // Twice the difference follows chi squared with 3 degrees of freedom.
    #expect(2 * (fit.logLikelihood - truth) < 16.3)
    #expect(fit.isConverged && fit.agreeingStarts == 2)
    for estimate in fit.estimates {
      guard case .known(let error, let interval) = estimate.uncertainty else {
        Issue.record("\(estimate.parameter) has no standard error")
        continue
      }
      let gap = abs(estimate.value - Self.truth[estimate.parameter])
      #expect(gap < 3.5 * error)
      #expect(interval.contains(estimate.value))
      #expect(error < 0.2 * max(estimate.value, 1))
    }
    let k = 3.0
    #expect(abs(fit.aic - (2 * k - 2 * fit.logLikelihood)) < 1e-9)
    #expect(fit.eventCount == lists.reduce(0) { $0 + $1.recalls.count + 1 })
  }

  /// The curvature of the likelihood over the parameter itself, by differences.
  @Test("a standard error is what the curvature over the parameter itself gives")
  func standardError() throws {
    let lists = try recalls(40, seed: 4)
    let fit = try fit(lists, [.choiceSensitivity])
    let best = try #require(fit[.choiceSensitivity])
    guard case .known(let error, _) = best.uncertainty else {
      Issue.record("no standard error")
      return
    }
    func value(_ sensitivity: Double) throws -> Double {
      var parameters = fit.model.parameters
      parameters.choiceSensitivity = sensitivity
      return try fit.model.with(parameters).logLikelihood(of: lists)
    }
    let step = 0.02
    let curvature =
      try (value(best.value + step) - 2 * value(best.value) + value(best.value - step))
      / (step * step)
    #expect(abs(error * (-curvature).squareRoot() - 1) < 0.01)
    #expect(try value(best.value) >= value(best.value + 0.01))
    #expect(try value(best.value) >= value(best.value - 0.01))
  }

  @Test("an estimate on a bound is named and has no standard error")
  func bound() throws {
    let fit = try fit(
      recalls(30, seed: 5), [.recallDrift, .choiceSensitivity],
      ranges: [.choiceSensitivity: 0.5...2])
    #expect(fit[.choiceSensitivity]?.uncertainty == .atBound)
    #expect(abs(try #require(fit[.choiceSensitivity]).value - 2) < 0.01)
    guard case .known = fit[.recallDrift]?.uncertainty else {
      Issue.record("the other parameter has no standard error")
      return
    }
  }

  @Test("a parameter that the recalls do not depend on is not identified")
  func notIdentified() throws {
    let fit = try fit(recalls(20, seed: 6), [.recallDrift, .emotionScale])
    #expect(fit[.emotionScale]?.uncertainty == .notIdentified)
  }

  @Test("a prior pulls an estimate towards its mean")
  func prior() throws {
    let lists = try recalls(20, seed: 7)
    let plain = try #require(try fit(lists, [.choiceSensitivity])[.choiceSensitivity]).value
    let law = Normal(mean: plain + 3, standardDeviation: 0.5)
    let pulled = try #require(
      try fit(lists, [.choiceSensitivity], priors: [.choiceSensitivity: law])[.choiceSensitivity]
    ).value
    #expect(pulled > plain + 0.1 && pulled < plain + 3)
  }

  @Test("the same search gives the same fit, another seed the same optimum")
  func deterministic() throws {
    let lists = try recalls(15, seed: 8)
    let free: Set<RetrievedContextParameter> = [.choiceSensitivity, .recallDrift]
    #expect(try fit(lists, free) == fit(lists, free))
    let other = try RetrievedContextFit(
      lists, model: RetrievedContextModel(),
      search: RetrievedContextSearch(free: free, starts: 2, seed: 99))
    #expect(abs(try fit(lists, free).logLikelihood - other.logLikelihood) < 1e-4)
  }

  @Test("too few recalls are refused with what is missing")
  func tooFew() throws {
    let lists = try recalls(2, seed: 1)
    let count = lists.reduce(0) { $0 + $1.recalls.count }
    #expect(
      throws: MemoryScienceError.tooFew(
        observed: count, needed: 50, what: "a fit of 10 parameters (recalls)")
    ) {
      try fit(lists, RetrievedContextSearch.usualParameters(of: .none))
    }
  }

  @Test("options of a search that cannot be used are refused")
  func options() {
    #expect(throws: MemoryScienceError.self) { try RetrievedContextSearch(free: []) }
    #expect(throws: MemoryScienceError.self) {
      try RetrievedContextSearch(free: [.stopScale], starts: 0)
    }
    #expect(throws: MemoryScienceError.self) {
      try RetrievedContextSearch(free: [.stopScale], ranges: [.stopScale: 0...2])
    }
    #expect(throws: MemoryScienceError.self) {
      try RetrievedContextSearch(
        free: [.stopScale], priors: [.stopScale: Normal(mean: .nan, standardDeviation: 1)])
    }
  }
}
