import Foundation
import Inference
import Statistics
import Testing

/// Panels of people in whom nothing changes seldom say that something does; the usual test of a trend
/// mostly does.
@Suite(.serialized) struct EarlyWarningCalibrationTests {
  static let people = 600

  /// Beeps of a stationary autoregression with nights, a quarter of the answers missing.
  private static func beeps(
    _ stream: inout RandomStream, beep: Double, night: Double, isRounded: Bool
  ) -> [BeepSeries.Beep] {
    var value = stream.normal()
    var beeps: [BeepSeries.Beep] = []
    for day in 1...127 {
      for number in 1...6 {
        let kept = number == 1 ? night : beep
        value = kept * value + (1 - kept * kept).squareRoot() * stream.normal()
        let answer = isRounded ? min(max((2.5 + 1.2 * value).rounded(), 1), 7) : value
        beeps.append(
          .init(day: day, number: number, values: [stream.uniform() < 0.25 ? nil : answer]))
      }
    }
    return beeps
  }

  @Test(
    arguments: [
      (0.25, 0.0, false), (0.4, 0.3, false), (0.4, 0.3, true),
    ])
  func `where nothing changes panels seldom say so`(
    beep: Double, night: Double, isRounded: Bool
  ) throws {
    // 600 people: two standard errors of a rate of 5 % are 1.8 points.
    var (autocorrelation, variance, joint, usual) = (0, 0, 0, 0)
    for person in 0..<Self.people {
      var stream = RandomStream(seed: 81, stream: UInt64(person))
      let series = try BeepSeries(
        Self.beeps(&stream, beep: beep, night: night, isRounded: isRounded), names: ["a"])
      var options = EarlyWarning.Options()
      options.series = 300
      options.seed = UInt64(person)
      let panel = try EarlyWarning(series, options: options)
      let trends = panel.items[0].trends
      autocorrelation += trends[0].verdict == .notBeyond ? 0 : 1
      variance += trends[1].verdict == .notBeyond ? 0 : 1
      joint += panel.joint.verdict == .notBeyond ? 0 : 1
      usual += abs(trends[0].tau) > 0.134 ? 1 : 0
    }
    let shares = [autocorrelation, variance, joint, usual].map {
      Double($0) / Double(Self.people)
    }
    print("beyond chance in people without change, per cent, φ \(beep) ν \(night) \(isRounded)")
    print("  autocorrelation, variance, together, usual test:", shares.map { 100 * $0 })
    for share in shares.prefix(3) { #expect(share <= 0.07) }
    #expect(shares[3] > 0.65)
  }

  /// Reference: `RECIPES.md` of the reference data, check 3.
  @Test func `chance ranges are those published, and quickly found`() throws {
    let start = ContinuousClock.now
    let chance = try EarlyWarning.Chance(
      beeps: 762, coefficient: 0.25, window: 180, step: 6, series: 3_000, seed: 1)
    let duration = ContinuousClock.now - start
    print("3,000 series of 762 beeps in \(duration)")
    print("  tau by chance \(chance.autocorrelation), \(chance.variance)")
    for (seen, expected) in [
      (chance.autocorrelation.lowerBound, -0.62), (chance.autocorrelation.upperBound, 0.62),
      (chance.variance.lowerBound, -0.60), (chance.variance.upperBound, 0.62),
      (chance.usualTestShare, 0.75),
    ] {
      #expect(abs(seen - expected) < 0.05)
    }
    for (tau, expected) in [(0.64, 0.02), (0.72, 0.006), (0.74, 0.004)] {
      let share = try #require(chance.share(of: .variance, atLeast: tau))
      #expect(abs(share - expected) < 0.01)
    }
    #expect(duration < .seconds(2))
  }
}
