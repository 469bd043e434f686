import Inference
import Testing

@Suite struct MediationRefusalTests {
  private func message(
    _ days: [MediationSeries.Day], covariates: [String] = [],
    _ change: (inout Mediation.Options) -> Void = { _ in }
  ) -> String {
    var options = Mediation.Options()
    options.draws = 500
    change(&options)
    do {
      let names = MediationSeries.Names(
        cause: "walk", mediator: "recall", outcome: "mood", covariates: covariates)
      _ = try Mediation(try MediationSeries(days, names: names), options: options)
      return "no error"
    } catch { return "\(error)" }
  }

  private func days(
    _ change: (inout MediationSeries.Day) -> Void = { _ in }
  ) throws -> [MediationSeries.Day] {
    try SimulatedDays(practice: 0.3).series(stream: 40).days.map { day in
      var day = day
      change(&day)
      return day
    }
  }

  @Test func `good days are not refused`() throws {
    #expect(message(try days()) == "no error")
  }

  @Test func `too few complete pairs of days are named with the number needed`() throws {
    let expected =
      "not enough data yet for mediation (pairs of days with cause, mediator and outcome): "
    #expect(message(try Array(days().prefix(40))) == expected + "39 observed, 50 needed")
    #expect(
      message(try days { $0.outcome = $0.day % 2 == 0 ? $0.outcome : nil })
        == expected + "0 observed, 50 needed")
    #expect(message([]) == expected + "0 observed, 50 needed")
  }

  @Test func `days that are mostly missing are refused`() throws {
    let sparse = try SimulatedDays(count: 600).series(stream: 41).days.map { day in
      var day = day
      if day.day % 12 > 1 { day.mediator = nil }
      return day
    }
    #expect(message(sparse).hasPrefix("only 50 of 599 pairs of days are complete"))
  }

  @Test func `what does not vary is refused by name`() throws {
    #expect(message(try days { $0.mediator = 4 }).hasPrefix("\"recall\" does not vary"))
    #expect(message(try days { $0.cause = 0 }).hasPrefix("\"walk\" does not vary"))
    #expect(message(try days { $0.outcome = -1 }).hasPrefix("\"mood\" does not vary"))
  }

  @Test func `an outcome at its floor is refused by name`() throws {
    let floored = try days { $0.outcome = $0.day % 9 == 0 ? $0.outcome.map(abs) : 0 }
    #expect(message(floored).hasPrefix("\"mood\" lies at the edge of its scale on "))
  }

  @Test func `what cannot be told apart is refused by name`() throws {
    #expect(
      message(try days { $0.mediator = $0.cause.map { 2 * $0 + 1 } })
        .hasPrefix("\"recall before\" is constant or a combination"))
    let doubled = try days { $0.covariates = [Double($0.day)] }
    #expect(
      message(doubled, covariates: ["week"]).hasPrefix("\"week\" is constant or a combination"))
    #expect(
      message(try days { $0.attempt = 3 }).hasPrefix("\"log attempt\" is constant"))
  }

  @Test func `an outcome that follows exactly is refused`() throws {
    var last = 0.0
    let exact = try days { day in
      day.outcome = last
      last = (day.mediator ?? 0) + 0.5 * (day.cause ?? 0)
    }
    #expect(message(exact).contains("follows exactly from the rest"))
  }

  @Test func `numbers out of range are refused`() throws {
    let good = try days()
    #expect(message(good) { $0.lag = 0 } == "the lag is 1 to 28 days")
    #expect(message(good) { $0.lag = .max } == "the lag is 1 to 28 days")
    #expect(message(good) { $0.draws = 3 } == "draw 500 to 100,000 times")
    #expect(message(good + [good[7]]) == "day 7 comes twice; give one row a day")
    #expect(message(try days { $0.attempt = 0.5 }).contains("attempts are counted from 1"))
    #expect(message(try days { $0.cause = .nan }).contains("not finite"))
    #expect(message(try days { $0.mediator = 1e300 }).contains("too large"))
    #expect(message([.init(day: .min, cause: 1, mediator: 1, outcome: 1)]).contains("million"))
    #expect(message(good, covariates: ["x"]).contains("not as many covariates as names"))
  }
}
