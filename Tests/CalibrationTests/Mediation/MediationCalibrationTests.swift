import Foundation
import Inference
import Statistics
import Testing

/// Intervals of the indirect effect hold what they promise, within two points; the product without
/// practice, and Sobel's normal law, do not.
@Suite(.serialized) struct MediationCalibrationTests {
  static let people = 2_000

  private struct Counts {
    var ours = MediationCount()
    var naive = MediationCount()
    var sobel = MediationCount()
  }

  private static func counts(_ world: MediationWorld) throws -> Counts {
    var counts = Counts()
    for person in 0..<people {
      var stream = RandomStream(seed: 71, stream: UInt64(person))
      let (series, truth) = try world.person(using: &stream)
      var options = Mediation.Options()
      options.draws = 1_000
      options.seed = UInt64(person)
      let fit = try Mediation(series, options: options)
      counts.ours.add(fit.indirect.central80, fit.indirect.central95, truth)
      let (sobel80, sobel95) = sobel(fit.personPaths)
      counts.sobel.add(sobel80, sobel95, truth)
      guard world.practice > 0 else { continue }
      options.hasTrend = false
      let plain = try MediationSeries(
        series.days.map { day in
          var day = day
          day.attempt = nil
          return day
        })
      let naive = try Mediation(plain, options: options).indirect
      counts.naive.add(naive.central80, naive.central95, truth)
    }
    print(MediationCount.header)
    print(counts.ours.line(world.name))
    if world.practice > 0 { print(counts.naive.line("  without practice and trend")) }
    print(counts.sobel.line("  Sobel's normal law"))
    return counts
  }

  private static func sobel(
    _ paths: PersonPaths
  ) -> (central80: ClosedRange<Double>, central95: ClosedRange<Double>) {
    let (a, b) = (paths.causeToMediator, paths.mediatorToOutcome)
    let error = (a * a * paths.outcomeVariance + b * b * paths.causeVariance).squareRoot()
    func interval(_ width: Double) -> ClosedRange<Double> {
      a * b - width * error...a * b + width * error
    }
    return (interval(1.281552), interval(1.959964))
  }

  static let real = [
    MediationWorld(name: "plain, 120 days"),
    MediationWorld(
      name: "200 days, errors .4, 10 % missing", days: 200, errorCorrelation: 0.4, missing: 0.1),
    MediationWorld(
      name: "practice, everything rises, 120 days", practice: 0.6, causeTrend: 2, outcomeTrend: 2),
    MediationWorld(name: "short: 70 days, weaker paths", days: 70, a: 0.2...0.4, b: 0.2...0.4),
  ]

  @Test(arguments: real) func `intervals keep their promise`(world: MediationWorld) throws {
    let counts = try Self.counts(world)
    #expect(abs(counts.ours.share(counts.ours.within80) - 0.8) < 0.02)
    #expect(abs(counts.ours.share(counts.ours.within95) - 0.95) < 0.02)
    if world.practice > 0 {
      // Without practice and trend the same check fails.
      #expect(abs(counts.naive.share(counts.naive.within80) - 0.8) > 0.02)
      #expect(abs(counts.naive.share(counts.naive.within95) - 0.95) > 0.02)
    }
    if world.days < 100 {
      // A product of two normal estimates leans to one side, which a normal law does not.
      #expect(abs(counts.sobel.share(counts.sobel.within95) - 0.95) > 0.02)
      #expect(
        counts.sobel.share(counts.sobel.above) > 3 * counts.sobel.share(counts.sobel.below))
      #expect(
        counts.ours.share(counts.ours.above) < 3 * counts.ours.share(counts.ours.below))
    }
  }

  static let null = [
    MediationWorld(
      name: "no path at all", a: 0...0, b: 0...0, practice: 0.6, causeTrend: 2, outcomeTrend: 2),
    MediationWorld(
      name: "mediator moves nothing", a: 0.3...0.5, b: 0...0, practice: 0.6, causeTrend: 2,
      outcomeTrend: 2),
    MediationWorld(
      name: "cause moves nothing", a: 0...0, b: 0.3...0.5, practice: 0.6, causeTrend: 2,
      outcomeTrend: 2),
  ]

  @Test(arguments: null) func `null people seldom show an effect`(world: MediationWorld) throws {
    let counts = try Self.counts(world)
    #expect(counts.ours.share(counts.ours.shown) < 0.065)
    if world.a.lowerBound > 0 {
      // Without practice and trend many do.
      #expect(counts.naive.share(counts.naive.shown) > 0.15)
    }
  }
}
