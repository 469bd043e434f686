import Foundation
import Inference
import Testing

@Suite struct MediationTests {
  @Test func `an indirect effect that is there is shown, with its long run`() throws {
    let fit = try SimulatedDays(count: 300).fit(stream: 1)
    #expect(fit.reading == .consistentWithMediation)
    #expect(fit.indirect.central95.contains(0.16))
    // .16 / (.7 × .7)
    #expect(try #require(fit.longRunIndirect).central95.contains(0.327))
    #expect(fit.explosiveShare == 0)
    #expect(abs(fit.detectablePath - 0.162) < 0.001)
  }

  /// Cause and outcome both rise, and the mediator rises with practice alone: without a term for
  /// practice and trend it seems to carry the effect.
  @Test func `shared rises make no indirect effect, unless practice is left out`() throws {
    var days = SimulatedDays(b: 0, practice: 0.6, causeTrend: 2, outcomeTrend: 2)
    days.count = 100
    var (ours, naive, covered, naiveCovered) = (0, 0, 0, 0)
    let people = 24
    for person in 0..<people {
      let stream = UInt64(100 + person)
      let fit = try days.fit(stream: stream)
      let plain = try days.fit(stream: stream, hasAttempts: false) { $0.hasTrend = false }
      ours += fit.indirect.isShown ? 1 : 0
      naive += plain.indirect.isShown ? 1 : 0
      covered += fit.indirect.central95.contains(0) ? 1 : 0
      naiveCovered += plain.indirect.central80.contains(0) ? 1 : 0
    }
    #expect(ours <= 4)
    #expect(covered >= 20)
    #expect(naive >= 4)
    #expect(naiveCovered < 17)
  }

  @Test func `the gain from practice is found`() throws {
    let days = SimulatedDays(count: 200, mediatorPersistence: 0, practice: 0.6)
    let practice = try #require(try days.fit(stream: 2).paths.practice)
    #expect(practice.central95.contains(0.6))
    #expect(practice.isShown)
  }

  @Test func `an effect that runs the other way is reported as such`() throws {
    let fit = try SimulatedDays(count: 300, a: 0, b: 0, direct: 0.4, reverse: 0.4).fit(stream: 3)
    #expect(fit.reading == .notShown)
    let reverse = try #require(fit.reverse)
    #expect(reverse.path.isShown)
    #expect(reverse.indirect.central95.contains(0.16))
  }

  @Test func `an effect that runs both ways says so`() throws {
    let fit = try SimulatedDays(count: 400, reverse: 0.3).fit(stream: 4)
    #expect(fit.reading == .bothWays)
    #expect(fit.cautions.contains(.wayBack))
  }

  @Test func `what has to be said beside a reading is said`() throws {
    let strong = try SimulatedDays(count: 400, a: 0.6, b: 0.6).fit(stream: 10)
    #expect(strong.cautions == [])
    let bare = try SimulatedDays(count: 60).fit(stream: 11, hasAttempts: false)
    #expect(bare.cautions.contains(.fewDays))
    #expect(bare.cautions.contains(.withoutPractice))
  }

  @Test func `the reverse path and practice on the outcome can be chosen`() throws {
    let days = SimulatedDays(practice: 0.5)
    let plain = try days.fit(stream: 5) { $0.hasReverse = false }
    #expect(plain.reverse == nil)
    #expect(
      plain.mediatorRegressors == ["cause before", "mediator before", "trend", "log attempt"])
    #expect(
      plain.outcomeRegressors
        == ["cause before", "mediator before", "outcome before", "trend"])
    let full = try days.fit(stream: 5) {
      $0.practiceOnOutcome = true
      $0.hasWeekdays = true
    }
    #expect(full.outcomeRegressors.last == "log attempt")
    #expect(full.outcomeRegressors.count == 11)
  }

  /// An unmeasured influence with ρ = .5 on mediator and next day's outcome, and no b at all.
  @Test func `the sensitivity names the hidden influence that made the effect`() throws {
    let hidden = SimulatedDays(count: 4_000, b: 0, confounding: 0.5)
    let fit = try hidden.fit(stream: 6)
    #expect(fit.indirect.isShown)
    #expect(abs(try #require(fit.sensitivity.nullingCorrelation) - 0.5) < 0.05)
    let real = try SimulatedDays(count: 4_000, b: 0.3, confounding: 0.5).fit(stream: 7)
    let corrected = real.paths.mediatorToOutcome.mean - real.sensitivity.shift(at: 0.5)
    #expect(abs(corrected - 0.3) < 0.06)
    #expect(abs(real.paths.mediatorToOutcome.mean - 0.3) > 0.3)
  }

  @Test func `a long run is not told where the draws do not settle`() throws {
    let fit = try SimulatedDays(count: 80, mediatorPersistence: 1).fit(stream: 8) {
      $0.hasTrend = false
    }
    #expect(fit.explosiveShare > Mediation.mostExplosive)
    #expect(fit.longRunIndirect == nil)
  }

  @Test func `units change nothing but units, and seeds change little`() throws {
    let series = try SimulatedDays().series(stream: 9)
    let scaled = try MediationSeries(
      series.days.map { day in
        var day = day
        day.cause = day.cause.map { $0 * 1e40 + 3e40 }
        day.outcome = day.outcome.map { $0 * 1e-30 }
        return day
      })
    let (plain, other) = (try Mediation(series), try Mediation(scaled))
    #expect(abs(other.indirect.mean / plain.indirect.mean * 1e70 - 1) < 1e-6)
    #expect(
      abs(other.standardisedIndirect.mean / plain.standardisedIndirect.mean - 1) < 1e-6)
    #expect(try Mediation(series).indirect == plain.indirect)
    var options = Mediation.Options()
    options.seed = 2
    let reseeded = try Mediation(series, options: options)
    #expect(reseeded.indirect != plain.indirect)
    #expect(
      abs(reseeded.indirect.mean - plain.indirect.mean)
        < 0.1 * plain.indirect.standardDeviation)
  }
}
