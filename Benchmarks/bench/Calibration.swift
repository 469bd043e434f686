import Inference
import Statistics

/// Draws people from the daily model and counts how often intervals and alarms keep their promise.
///
/// `bench calibration PEOPLE SEED`; prints a table. Each person has 100 days with a fifth missing for
/// the intervals, and 42 + 182 days without any drift for the alarms.
struct Calibration {
  private var leftOut = Coverage()
  private var future = Coverage()
  private var alarmed = (ewma: 0, cusum: 0)
  private var people = 0

  init(people: Int, seed: UInt64) throws {
    var stream = RandomStream(seed: seed)
    for _ in 0..<people { try add(&stream) }
  }

  var table: String {
    let share = { (count: Int) in Double(count) / Double(max(people, 1)) }
    return """
      people \(people)
      left-out readings within 80 % and 95 %: \(leftOut)
      readings of the next fortnight within 80 % and 95 %: \(future)
      unchanged people with an alarm in 182 days: EWMA \(share(alarmed.ewma)), \
      CUSUM \(share(alarmed.cusum)); 0.632 is what one expected alarm allows
      """
  }

  private mutating func add(_ stream: inout RandomStream) throws {
    func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * stream.uniform() }
    func square(_ value: Double) -> Double { value * value }
    var truth = Hyperparameters(
      levelVariance: square(0.08 * stream.normal()), affectVariance: square(between(0.3, 0.7)),
      affectTimeConstant: 2 * (1 + 0.6 * between(-1, 1)), noiseVariance: square(between(0.3, 0.7)),
      weekdayVariance: square(between(0, 0.2)))
    let template = try TrajectorySeries(
      (0..<224).map { .init(time: Double($0), value: 0) }, weekdayOfDayZero: 0)
    let drawn = try template.drawn(
      from: .daily, hyperparameters: truth, level: 4, using: &stream)
    try judgeIntervals(drawn, &stream)
    truth.levelVariance = 0
    let steady = try template.drawn(
      from: .daily, hyperparameters: truth, level: 4, using: &stream)
    let monitor = try InnovationMonitor(steady, baselineEnd: 41, side: .upper)
    people += 1
    if monitor.ewma.firstAlarm != nil { alarmed.ewma += 1 }
    if monitor.cusum.firstAlarm != nil { alarmed.cusum += 1 }
  }

  private mutating func judgeIntervals(
    _ drawn: TrajectorySeries, _ stream: inout RandomStream
  ) throws {
    let kept = drawn.readings.filter { _ in stream.uniform() > 0.2 }
    let known = try TrajectorySeries(
      kept.filter { $0.time < 100 }, alsoAt: (0..<114).map(Double.init), weekdayOfDayZero: 0)
    let fit = try Trajectory.posterior(of: known, model: .daily)
    for error in fit.errors {
      let law = Normal(mean: error.expected, standardDeviation: error.standardDeviation)
      leftOut.add(law.cumulative(error.value))
    }
    for day in 100..<114 {
      guard let law = fit.path[day].reading else { continue }
      future.add(law.cumulative(drawn.readings[day].value))
    }
  }
}

/// How many values fell inside the central 80 % and 95 % of their laws.
private struct Coverage: CustomStringConvertible {
  private var inside = (narrow: 0, wide: 0)
  private var count = 0

  mutating func add(_ cumulative: Double) {
    count += 1
    if abs(cumulative - 0.5) <= 0.4 { inside.narrow += 1 }
    if abs(cumulative - 0.5) <= 0.475 { inside.wide += 1 }
  }

  var description: String {
    let share = { (part: Int) in Double(part) / Double(max(count, 1)) }
    return "\(share(inside.narrow)), \(share(inside.wide)) of \(count)"
  }
}
