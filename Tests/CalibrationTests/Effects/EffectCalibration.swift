import Foundation
import Inference
import Statistics

/// How often each method finds an effect of a step that does nothing, in people whose readings have a
/// trend of their own.
enum EffectCalibration {
  /// How readings move without any effect.
  struct World: Sendable {
    let name: String
    /// Standard deviation of the level's change in a day, in units of the noise.
    let levelDeviation: Double
    /// Whether that is the spread of a half-normal law from which each person's own is drawn.
    var isDrawn = false
    /// Change of the level in a day that is the same every day.
    var slope = 0.0

    static let all = [
      World(name: "no trend", levelDeviation: 0),
      World(name: "slow drift", levelDeviation: 0.05),
      World(name: "drift", levelDeviation: 0.1),
      World(name: "strong drift", levelDeviation: 0.2),
      World(name: "drawn drift", levelDeviation: 0.2, isDrawn: true),
      World(name: "straight line", levelDeviation: 0, slope: 0.02),
    ]
  }

  /// How an effect is looked for.
  enum Method: String, CaseIterable, Sendable {
    case posterior = "model, posterior"
    case reweighed = "model, reweighed"
    case likeliest = "model, likeliest"
    case forecast = "forecast, posterior"
    case forecastLikeliest = "forecast, likeliest"
    case comparison = "t test before/after"
  }

  /// The share of people in whom a method's 95 % interval excludes 0.
  struct Finding: Sendable {
    let world: World
    let method: Method
    let people: Int
    let excluded: Int

    var share: Double { Double(excluded) / Double(people) }
    /// The Monte-Carlo standard error at the share that intervals promise.
    var standardError: Double { (0.05 * 0.95 / Double(people)).squareRoot() }
  }

  static let days = 120

  /// Simulates people without an effect and looks for one at a day drawn by lot.
  ///
  /// - Parameters:
  ///   - world: how readings move.
  ///   - people: how many people.
  ///   - seed: the seed of the whole table.
  /// - Returns: one finding for each method.
  /// - Throws: `InferenceError` when a method refuses a simulated series.
  static func run(_ world: World, people: Int, seed: UInt64) throws -> [Finding] {
    var counts: [Method: Int] = [:]
    for person in 0..<people {
      var stream = RandomStream(seed: seed, stream: UInt64(person))
      let series = try draw(world, using: &stream)
      let start = Double(40 + Int(stream.uniform() * 41))
      for method in Method.allCases where try excludes(method, series, start) {
        counts[method, default: 0] += 1
      }
    }
    return Method.allCases.map {
      Finding(world: world, method: $0, people: people, excluded: counts[$0] ?? 0)
    }
  }

  /// The table of findings, a line for each world.
  static func table(_ findings: [Finding]) -> [String] {
    let width = 20
    func cell(_ text: String) -> String {
      text + String(repeating: " ", count: max(width - text.count, 1))
    }
    let head = cell("no effect, excluded") + Method.allCases.map { cell($0.rawValue) }.joined()
    let rows = World.all.compactMap { world -> String? in
      let own = findings.filter { $0.world.name == world.name }
      guard !own.isEmpty else { return nil }
      return cell(world.name)
        + own.map { cell(String(format: "%.3f", $0.share)) }.joined()
    }
    return [head] + rows
  }

  private static func draw(
    _ world: World, using stream: inout RandomStream
  ) throws -> TrajectorySeries {
    var level = 0.0
    let deviation = world.levelDeviation * (world.isDrawn ? abs(stream.normal()) : 1)
    var readings: [TrajectorySeries.Reading] = []
    for day in 0..<days {
      level += world.slope + deviation * stream.normal()
      let value = level + stream.normal()
      // One day in ten is missing.
      if stream.uniform() < 0.9 { readings.append(.init(time: Double(day), value: value)) }
    }
    return try TrajectorySeries(readings, alsoAt: (0..<days).map(Double.init))
  }

  private static func excludes(
    _ method: Method, _ series: TrajectorySeries, _ start: Double
  ) throws -> Bool {
    let step = try Intervention(.step, at: [start])
    let interval: ClosedRange<Double>
    switch method {
    case .posterior:
      interval = try InterventionEffect(of: step, on: series, model: .localLevel).interval
    case .reweighed:
      let base = try Trajectory.posterior(of: series, model: .localLevel)
      interval = try InterventionEffect(of: step, given: base).interval
    case .likeliest:
      interval = try InterventionEffect(
        of: step, on: series, model: .localLevel, method: .maximumLikelihood
      ).interval
    case .forecast:
      interval = try Counterfactual.forecast(of: series, from: start, model: .localLevel)
        .mean.interval(0.95)
    case .forecastLikeliest:
      interval = try Counterfactual.forecast(
        of: series, from: start, model: .localLevel, method: .maximumLikelihood
      ).mean.interval(0.95)
    case .comparison: interval = comparison(series, start)
    }
    return !interval.contains(0)
  }

  /// Student's interval for the difference of two means, all readings taken as independent.
  private static func comparison(
    _ series: TrajectorySeries, _ start: Double
  ) -> ClosedRange<Double> {
    let before = SeriesSummary(series.readings.filter { $0.time < start }.map(\.value))
    let after = SeriesSummary(series.readings.filter { $0.time >= start }.map(\.value))
    let degrees = Double(before.count + after.count - 2)
    let squares =
      Double(before.count - 1) * before.standardDeviation * before.standardDeviation
      + Double(after.count - 1) * after.standardDeviation * after.standardDeviation
    let spread =
      (squares / degrees * (1 / Double(before.count) + 1 / Double(after.count))).squareRoot()
    let reach = StudentT(degreesOfFreedom: degrees).quantile(0.975) * spread
    let difference = after.mean - before.mean
    return difference - reach...difference + reach
  }
}
