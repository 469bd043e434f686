import Knowledge
import Testing
import Time

@testable import Windows

/// Parameter sets, tables and saturation.
struct SamplingTests {
  private func sample(
    _ id: KernelID, _ starts: [Double], draws: Int = 256
  ) throws -> LevelSample {
    let kernel = try Samples.kernel(id)
    return LevelSample(
      [SampledKernel(kernel.definition, kernel.kernel, seed: 13, count: draws)],
      events: starts.map { .init(sampled: 0, start: $0, end: nil, gain: nil) }, draws: draws,
      seed: 13)
  }

  @Test func `a table agrees with the form between its nodes`() throws {
    let kernel = try Samples.kernel("ketamine-effect")
    let sampled = SampledKernel(kernel.definition, kernel.kernel, seed: 13, count: 16)
    var levels = [Float](repeating: 0, count: 16)
    for day in [0.01, 0.1, 0.33, 0.77, 1.5, 4.2, 9.9, 17, 33, 71] {
      let isRead = levels.withUnsafeMutableBufferPointer { sampled.rise.read(day, into: $0) }
      #expect(isRead)
      for (draw, varied) in sampled.draws.kernels.enumerated() {
        #expect(abs(Double(levels[draw]) - varied.level(at: day)) < 0.004)
      }
    }
  }

  @Test(arguments: [LevelTable.Part.whole, .rise, .fall])
  func `a table made by multiplication is the form at its nodes`(part: LevelTable.Part) throws {
    let kernel = try Samples.kernel("reuptake-inhibitor-effect")
    let draws = KernelDraws(of: kernel.definition, kernel.kernel, seed: 3, count: 4)
    let table = LevelTable(draws, on: TimeNodes(step: 0.1, to: 400), part)
    var levels = [Float](repeating: 0, count: 4)
    for day in table.nodes.days.dropLast() {
      let isRead = levels.withUnsafeMutableBufferPointer { table.read(day, into: $0) }
      #expect(isRead)
      for (level, varied) in zip(levels, draws.kernels) {
        let expected =
          switch part {
          case .whole: varied.level(at: day)
          case .rise: varied.level(at: min(day, varied.peak))
          case .fall: varied.level(at: varied.peak + day)
          }
        #expect(abs(Double(level) - expected) < 1e-4)
      }
    }
  }

  @Test func `nodes find the place of every day`() {
    let nodes = TimeNodes(step: 0.01, to: 100)
    for day in [0, 0.004, 0.159, 0.16, 0.161, 0.319, 0.32, 1, 3.3, 50, 99.9] {
      guard let (node, share) = nodes.place(of: day) else {
        Issue.record("no place for \(day)")
        continue
      }
      let found = nodes.days[node] + Double(share) * (nodes.days[node + 1] - nodes.days[node])
      #expect(abs(found - day) < 1e-4 * max(day, 0.01))
    }
    #expect(nodes.place(of: 1e9) == nil && nodes.place(of: -1) == nil)
  }

  /// Shares and quantiles of two million parameter sets, by a program of its own in numpy 2 with its own
  /// solver and generator.
  @Test(arguments: [
    (0.25, 0.9976, [0.3391, 0.5175, 0.6287, 0.7439, 0.9268]),
    (7, 0.7984, [0.0811, 0.2802, 0.4115, 0.5402, 0.7414]),
    (10, 0.5105, [0.0228, 0.1435, 0.2548, 0.3830, 0.6158]),
    (14, 0.2367, [0.0042, 0.0587, 0.1345, 0.2424, 0.4828]),
  ])
  func `levels after one session are those of an independent simulation`(
    day: Double, open: Double, quantiles: [Double]
  ) throws {
    try compare(sample("ketamine-effect", [0], draws: 4_000), day, open, quantiles)
  }

  @Test(arguments: [
    (8, 0.9526, [0.216, 0.4025, 0.5397, 0.6991, 0.9742]),
    (14, 0.4768, [0.0299, 0.1366, 0.2395, 0.3789, 0.7179]),
  ])
  func `levels after three sessions are those of an independent simulation`(
    day: Double, open: Double, quantiles: [Double]
  ) throws {
    try compare(sample("esketamine-effect", [0, 3.5, 7], draws: 4_000), day, open, quantiles)
  }

  private func compare(
    _ sample: LevelSample, _ day: Double, _ open: Double, _ quantiles: [Double]
  ) throws {
    let remainder = sample.remainder(at: day)
    let share = Double(remainder.count { $0 < 0.75 }) / Double(remainder.count)
    // Four standard errors of a share, and of quantiles of 4,000 draws, with the bins of a thousandth.
    #expect(abs(share - open) < 4 * (open * (1 - open) / 4_000).squareRoot() + 0.001)
    for (found, expected) in zip(LevelQuantiles(remainder: remainder).values, quantiles) {
      #expect(abs(found - expected) < 0.02)
    }
  }

  @Test func `sessions saturate and never pass the whole`() throws {
    let one = try sample("ect-session-effect", [0], draws: 32).remainder(at: 1)
    var before = one
    for count in [2, 3, 30] {
      let starts = [Double](repeating: 0, count: count)
      let remainder = try sample("ect-session-effect", starts, draws: 32).remainder(at: 1)
      for (draw, left) in remainder.enumerated() {
        #expect(left >= 0 && left <= before[draw])
        var expected: Float = 1
        for _ in 0..<count { expected *= one[draw] }
        #expect(abs(left - expected) < 1e-5)
      }
      before = remainder
    }
  }

  @Test func `a medicine stays at its height while it is taken and falls afterwards`() throws {
    let kernel = try Samples.kernel("reuptake-inhibitor-effect")
    func remainder(end: Double, at day: Double) -> [Float] {
      LevelSample(
        [SampledKernel(kernel.definition, kernel.kernel, seed: 13, count: 64)],
        events: [.init(sampled: 0, start: 0, end: end, gain: nil)], draws: 64, seed: 13
      ).remainder(at: day)
    }
    #expect(remainder(end: .infinity, at: 900).allSatisfy { $0 < 0.001 })
    #expect(remainder(end: .infinity, at: 1e6).allSatisfy { $0 < 0.001 })
    let stopped = remainder(end: 400, at: 500)
    let later = remainder(end: 400, at: 700)
    #expect(stopped.allSatisfy { $0 > 0.001 })
    #expect(zip(stopped, later).allSatisfy { $0 < $1 })
    // Stopped early, it never gets high.
    #expect(remainder(end: 3, at: 100).allSatisfy { $0 > 0.3 })
  }

  @Test func `a gain without a range is a factor, one with a range is spread around it`() throws {
    let modifier = try #require(Samples.definitions.get().modifiers.first)
    let daily = try #require(modifier.gain(of: "itbs", sessionsThatDay: 1, in: .biomarker))
    let accelerated = try #require(modifier.gain(of: "itbs", sessionsThatDay: 10, in: .biomarker))
    #expect(daily.factor == 1.3 && accelerated.factor == 1)
    #expect(modifier.gain(of: "itbs", sessionsThatDay: 1, in: .rodent) == nil)
    #expect(modifier.gain(of: "snt", sessionsThatDay: 1, in: .biomarker) == nil)
    #expect(Set(accelerated.draws(100, seed: 1)) == [1])
    let draws = daily.draws(20_000, seed: 1)
    let outside = Double(draws.count { $0 < 0.9 || $0 > 1.8 }) / 20_000
    #expect(outside > 0.03 && outside < 0.07)
  }

  @Test func `quantiles by counting are quantiles by sorting`() {
    var random = SplitMix(state: 7)
    for count in [1, 2, 5, 256, 999] {
      let levels = (0..<count).map { _ in Float.random(in: 0...1, using: &random) }
      let sorted = levels.sorted()
      let expected = LevelQuantiles.shares.map { share in
        Double(sorted[max(Int((share * Double(count)).rounded(.up)), 1) - 1])
      }
      let found = LevelQuantiles(remainder: levels.map { 1 - $0 }).values
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 0.0006 })
    }
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      let mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      return mixed ^ (mixed >> 31)
    }
  }
}
