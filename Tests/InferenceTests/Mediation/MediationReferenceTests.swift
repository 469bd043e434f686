import Foundation
import Inference
import Testing

/// Least squares of both equations by numpy 2.4.6 on numbers that any program can make.
@Suite struct MediationReferenceTests {
  private let fit: Mediation

  init() throws {
    let count = 90
    let cause = (0..<count).map { sin(1.7 * Double($0)) + cos(0.9 * Double($0 * $0)) }
    var mediator = [0.0]
    var outcome = [0.0]
    for day in 1..<count {
      let square = Double(day * day)
      let shared = sin(2.3 * square + 1)
      let learned = 0.6 * log(Double(day + 1))
      mediator.append(
        0.5 * cause[day - 1] + 0.3 * mediator[day - 1] + 0.2 * outcome[day - 1] + learned + shared)
      outcome.append(
        0.1 * cause[day - 1] + 0.4 * mediator[day - 1] + 0.2 * outcome[day - 1]
          + cos(3.1 * square + 2) + 0.5 * shared)
    }
    let days = (0..<count).map { day in
      MediationSeries.Day(
        day: day, cause: cause[day], mediator: mediator[day], outcome: outcome[day],
        attempt: Double(day + 1))
    }
    var options = Mediation.Options()
    options.draws = 4_000
    fit = try Mediation(try MediationSeries(days), options: options)
  }

  private func agrees(
    _ estimate: Mediation.Estimate?, _ mean: Double, _ error: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let estimate else {
      Issue.record("there is no estimate", sourceLocation: sourceLocation)
      return
    }
    // Student's law with 83 degrees of freedom; Monte-Carlo errors of 4,000 draws.
    let simulation = error / 4_000.squareRoot()
    #expect(abs(estimate.mean - mean) < 5 * simulation, sourceLocation: sourceLocation)
    let spread = error * (83.0 / 81).squareRoot()
    #expect(
      abs(estimate.standardDeviation / spread - 1) < 0.06, sourceLocation: sourceLocation)
    #expect(
      abs(estimate.central95.upperBound - (mean + 1.98896 * error)) < 8 * simulation,
      sourceLocation: sourceLocation)
    #expect(
      abs(estimate.central80.lowerBound - (mean - 1.29171 * error)) < 5 * simulation,
      sourceLocation: sourceLocation)
  }

  @Test func `paths follow least squares with Student's law`() {
    #expect(fit.count == 89)
    agrees(fit.paths.causeToMediator, 0.45191071, 0.07098231)
    agrees(fit.paths.mediatorPersistence, 0.17936978, 0.09894939)
    agrees(fit.paths.outcomeToMediator, 0.32008038, 0.09903773)
    agrees(fit.paths.practice, 0.69299568, 0.22227177)
    agrees(fit.paths.direct, 0.11732561, 0.08510469)
    agrees(fit.paths.mediatorToOutcome, 0.35492229, 0.1107126)
    agrees(fit.paths.outcomePersistence, 0.04403411, 0.11815328)
  }

  @Test func `errors that go together are seen and the nulling correlation follows`() throws {
    #expect(abs(fit.errorCorrelation - 0.4665939331400242) < 1e-9)
    #expect(abs(fit.sensitivity.errorShare - 0.8391110526678944) < 1e-9)
    #expect(abs(fit.sensitivity.scale - 1.0146977503751535) < 1e-9)
    #expect(
      abs(try #require(fit.sensitivity.nullingCorrelation) - 0.39347176349552393) < 1e-9)
    // At the nulling correlation nothing is left of b.
    #expect(abs(fit.sensitivity.shift(at: 0.39347176349552393) - 0.35492229) < 1e-7)
  }

  @Test func `the interval gives way before the estimate does`() throws {
    #expect(fit.indirect.isShown)
    let reach = try #require(fit.sensitivity.intervalCorrelation)
    #expect(reach > 0 && reach < 0.3935)
  }
}
