import Inference
import Statistics
import Testing

@Suite struct EarlyWarningTests {
  /// Five beeps a day of an autoregression whose variance may grow, every seventh one missed.
  private func beeps(
    days: Int, stream: UInt64, growth: Double = 0, items: Int = 1
  ) -> [BeepSeries.Beep] {
    var random = RandomStream(seed: 21, stream: stream)
    var values = [Double](repeating: 0, count: items)
    var result: [BeepSeries.Beep] = []
    for day in 1...days {
      for number in 1...5 {
        let spread = 1 + growth * Double(day) / Double(days)
        for item in 0..<items { values[item] = 0.3 * values[item] + random.normal() }
        let isMissed = (day * 5 + number) % 7 == 0
        result.append(
          .init(day: day, number: number, values: values.map { isMissed ? nil : spread * $0 }))
      }
    }
    return result
  }

  private func panel(
    _ beeps: [BeepSeries.Beep], names: [String] = ["a"], window: Int = 15,
    rule: LagRule = .previousAnswer
  ) throws -> EarlyWarning {
    var options = EarlyWarning.Options()
    options.window = window
    options.series = 200
    options.rule = rule
    return try EarlyWarning(try BeepSeries(beeps, names: names), options: options)
  }

  /// Both statistics by plain sums over each window.
  private func curves(
    _ beeps: [BeepSeries.Beep], window: Int, rule: LagRule
  ) -> [(autocorrelation: Double, variance: Double)] {
    let answered = beeps.filter { $0.values[0] != nil }
    return (window...(beeps.last?.day ?? 0)).map { end in
      let rows = answered.filter { $0.day > end - window && $0.day <= end }
      let values = rows.compactMap { $0.values[0] }
      let pairs = rows.indices.dropFirst().filter { index in
        rows[index].day == rows[index - 1].day
          && (rule == .previousAnswer
            || (rows[index].number ?? 0) - (rows[index - 1].number ?? 0) == 1)
      }.map { (values[$0 - 1], values[$0]) }
      return (correlation(pairs), variance(values))
    }
  }

  private func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  private func correlation(_ pairs: [(Double, Double)]) -> Double {
    let means = (
      pairs.reduce(0) { $0 + $1.0 } / Double(pairs.count),
      pairs.reduce(0) { $0 + $1.1 } / Double(pairs.count)
    )
    let product = pairs.reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
    let first = pairs.reduce(0) { $0 + ($1.0 - means.0) * ($1.0 - means.0) }
    let second = pairs.reduce(0) { $0 + ($1.1 - means.1) * ($1.1 - means.1) }
    return product / (first * second).squareRoot()
  }

  @Test(arguments: LagRule.allCases, [7, 15])
  func `rolling sums give what plain sums give`(rule: LagRule, window: Int) throws {
    let beeps = beeps(days: 60, stream: 1)
    let trends = try panel(beeps, window: window, rule: rule).items[0].trends
    for (index, plain) in curves(beeps, window: window, rule: rule).enumerated() {
      #expect(abs(try #require(trends[0].curve[index]) - plain.autocorrelation) < 1e-12)
      #expect(abs(try #require(trends[1].curve[index]) - plain.variance) < 1e-12)
    }
  }

  @Test func `a variance that grows threefold is beyond chance`() throws {
    let panel = try panel(beeps(days: 90, stream: 2, growth: 2))
    #expect(panel.items[0].trends[1].verdict != .notBeyond)
    #expect(panel.joint.verdict != .notBeyond)
  }

  /// The usual test finds a trend in most of them, which is why it is not used.
  @Test func `where nothing changes the panel seldom says so and the usual test mostly`() throws {
    var (ours, usual, joint) = (0, 0, 0)
    let people = 16
    for person in 0..<people {
      let panel = try panel(beeps(days: 50, stream: 100 + UInt64(person)))
      let trend = panel.items[0].trends[0]
      let line = trend.curve.indices.map(Double.init)
      let tau = try #require(KendallTau(line, trend.curve.compactMap(\.self)))
      ours += trend.verdict == .notBeyond ? 0 : 1
      usual += abs(tau.tauB) > 1.96 * tau.independenceDeviation ? 1 : 0
      joint += panel.joint.verdict == .notBeyond ? 0 : 1
    }
    // Binomial with 16 and .05: 5 or more once in 1,000.
    #expect(ours < 5)
    #expect(joint < 5)
    #expect(usual > people / 2)
  }

  @Test func `the order of rows and the unit of answers change nothing`() throws {
    let beeps = beeps(days: 40, stream: 3)
    let plain = try panel(beeps)
    let turned = try panel(
      beeps.reversed().map { .init(day: $0.day, number: $0.number, values: $0.values) })
    #expect(plain.items == turned.items)
    let scaled = try panel(
      beeps.map { beep in
        .init(day: beep.day, number: beep.number, values: beep.values.map { $0.map { $0 * 1e60 } })
      })
    #expect(abs(scaled.items[0].trends[0].tau - plain.items[0].trends[0].tau) < 1e-9)
  }

  @Test func `what cannot be judged is refused by name`() throws {
    let good = beeps(days: 60, stream: 4)
    func message(_ beeps: [BeepSeries.Beep], _ window: Int = 15) -> String {
      do {
        _ = try panel(beeps, window: window)
        return "no error"
      } catch { return "\(error)" }
    }
    func answered(_ value: @escaping (Int) -> Double?) -> [BeepSeries.Beep] {
      good.enumerated().map { .init(day: $1.day, number: $1.number, values: [value($0)]) }
    }
    #expect(message(Array(good.prefix(150))).hasPrefix("not enough data yet for windows"))
    #expect(message(answered { _ in 3 }).contains("does not vary"))
    #expect(message(answered { $0 % 10 == 0 ? 2 : 1 }).contains("edge of its scale"))
    #expect(message(answered { $0 % 5 == 0 ? Double($0 % 3) : nil }).contains("the answers to"))
    #expect(message([]).hasPrefix("not enough data yet"))
    #expect(message(good, 0) == "a window has 7 to 365 days")
    #expect(message(good + [good[3]]).contains("comes twice"))
    #expect(message([.init(day: .max, values: [1])]).contains("million"))
    #expect(message([.init(day: 1, values: [.infinity])]).contains("not finite"))
  }

  @Test func `adjacent beeps need numbers`() {
    let bare = beeps(days: 60, stream: 5).map { BeepSeries.Beep(day: $0.day, values: $0.values) }
    #expect(throws: InferenceError.self) { try panel(bare, rule: .adjacentBeep) }
  }

  @Test func `several items share one law of chance`() throws {
    let panel = try panel(beeps(days: 50, stream: 6, items: 3), names: ["a", "b", "c"])
    #expect(panel.items.map(\.name) == ["a", "b", "c"])
    #expect(panel.joint.count == 7)
    #expect(try #require(panel.connectivity).curve.count == panel.ends.count)
  }
}
