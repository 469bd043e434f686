import Foundation
import Inference
import Statistics
import Testing

@Suite struct InterventionRefusalTests {
  private func series(
    _ count: Int, missing: (Int) -> Bool = { _ in false }, value: (Int) -> Double
  ) throws -> TrajectorySeries {
    try TrajectorySeries(
      (0..<count).filter { !missing($0) }.map { .init(time: Double($0), value: value($0)) },
      alsoAt: (0..<count).map(Double.init))
  }

  private func refusal(_ series: TrajectorySeries, at day: Double) throws -> String {
    let input = try Intervention(.step, at: [day])
    let error = #expect(throws: InferenceError.self) {
      try InterventionEffect(of: input, on: series, model: .localLevel)
    }
    return error.map { "\($0)" } ?? ""
  }

  private func noisy(_ day: Int) -> Double { Double((day * day * 7 + day * 3) % 11) }

  @Test func `too few readings before or after are counted`() throws {
    let series = try series(40, value: noisy)
    #expect(
      try refusal(series, at: 5)
        == "not enough data yet for an effect, counting readings before day 5: 5 observed, 7 needed"
    )
    #expect(
      try refusal(series, at: 36)
        == "not enough data yet for an effect, counting readings from day 36 on: 4 observed, "
        + "7 needed")
  }

  @Test func `a date outside the readings is named with their range`() throws {
    let series = try series(40, value: noisy)
    let text = "lies outside the readings, which run from day 0 to day 39"
    #expect(try refusal(series, at: 80) == "day 80 \(text)")
    #expect(try refusal(series, at: -3) == "day -3 \(text)")
    #expect(try refusal(series, at: 0) == "day 0 \(text)")
  }

  @Test func `an outcome without spread or at the end of its scale is refused`() throws {
    #expect(
      try refusal(series(40) { _ in 3 }, at: 20)
        == "every reading is the same; there is no change to explain")
    #expect(
      try refusal(series(40) { $0 % 8 == 0 ? 2 : 0 }, at: 20)
        == "88 % of the readings are 0, the lowest value seen; an outcome at the end of its scale "
        + "cannot show an effect")
    #expect(
      try refusal(series(40) { $0 % 8 == 0 ? 2 : 5 }, at: 20)
        == "88 % of the readings are 5, the highest value seen; an outcome at the end of its scale "
        + "cannot show an effect")
    // Three quarters at the floor still speak.
    let input = try Intervention(.step, at: [20])
    _ = try InterventionEffect(
      of: input, on: series(40) { $0 % 4 == 0 ? Double(1 + $0 % 3) : 0 }, model: .localLevel)
  }

  @Test func `a hole around the date is refused, whether its days are listed or not`() throws {
    let hole = { (day: Int) in abs(day - 50) <= 14 && day != 44 && day != 57 }
    let listed = try series(100, missing: hole, value: noisy)
    let text = "93 % of the readings around day 50 are missing; what happened there cannot be told"
    #expect(try refusal(listed, at: 50) == text)
    let bare = try TrajectorySeries(listed.readings)
    #expect(try refusal(bare, at: 50) == text)
    // Weekly ratings are no hole.
    let weekly = try TrajectorySeries(
      (0..<30).map { .init(time: Double(7 * $0), value: noisy($0)) })
    _ = try InterventionEffect(
      of: Intervention(.step, at: [105]), on: weekly, model: .localLevel)
  }

  @Test func `an input that a regressor already holds is named`() throws {
    let twin = try TrajectorySeries(
      (0..<40).map {
        .init(time: Double($0), value: noisy($0), regressors: [$0 >= 20 ? 1 : 0])
      }, regressorNames: ["phase"])
    #expect(try refusal(twin, at: 20).contains("the intervention"))
  }

  @Test func `impossible interventions are refused`() {
    for times in [[], [Double.nan], [.infinity], [1e8], Array(repeating: 1, count: 1001)] {
      #expect(throws: InferenceError.self) { try Intervention(.step, at: times) }
    }
    for days in [0, -1, Double.nan, .infinity, 1e9] {
      #expect(throws: InferenceError.self) { try Intervention(.ramp(days: days), at: [1]) }
    }
  }

  @Test func `extreme readings give an answer or a named error`() throws {
    for scale in [1e-90, 1e-20, 1e20, 1e90] {
      let series = try series(60) { scale * noisy($0) }
      let input = try Intervention(.step, at: [30])
      let plain = try InterventionAnalysis(
        of: input, on: self.series(60, value: noisy), model: .localLevel)
      let scaled = try InterventionAnalysis(of: input, on: series, model: .localLevel)
      #expect(abs(scaled.effect.estimate / scale - plain.effect.estimate) < 1e-4)
    }
  }

  @Test func `concurrent events are those near the date or among the likely dates`() throws {
    let input = try Intervention(.step, at: [50])
    let events = [
      ConcurrentEvent(name: "late", time: 70), ConcurrentEvent(name: "near", time: 57),
      ConcurrentEvent(name: "far", time: 200), ConcurrentEvent(name: "early", time: 43),
    ]
    #expect(input.concurrent(among: events, within: 7).map(\.name) == ["early", "near"])
    #expect(input.concurrent(among: events, within: 6).map(\.name) == [])
    #expect(
      input.concurrent(among: events, within: 0, dating: 50...75).map(\.name) == ["near", "late"])
  }
}
