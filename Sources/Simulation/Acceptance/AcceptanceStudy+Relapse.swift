internal import Statistics

extension AcceptanceStudy {
  /// Relapse after 16 weeks of CBT or of a medicine that is stopped or continued (P16, P17, P19, P23).
  func relapse() throws(SimulationError) -> [String: Double] {
    let days = 112 + 365
    var therapy = try Schedule(days: days)
    try therapy.visit(on: 0)
    try therapy.practise(0.55, on: 0...111)
    var stopped = try visits(days: days)
    var continued = stopped
    try stopped.take(treatment("ssri"), on: 0...111)
    try continued.take(treatment("ssri"), on: 0...days - 1)
    let cbt = try run(therapy)
    let medicine = try run(stopped, mood: true)
    let afterCBT = relapses(cbt)
    let afterStop = relapses(medicine)
    var values = [
      "cbt-response": response(cbt, week: 16), "cbt-remission": remission(cbt, week: 16),
      "stopped-relapse": afterStop.share, "cbt-hazard": afterCBT.hazard(against: afterStop),
      "continued-hazard": try relapses(run(continued)).hazard(against: afterStop),
    ]
    let last = cbt.totals(16)
    let better = baseline.indices.filter { cbt.weekly([$0], 15..<17)[0].allSatisfy { $0 < 10 } }
    let weeks = 17..<cbt.formDays.count
    let residual = RelapseTable(cbt.weekly(better.filter { last[$0] >= 5 }, weeks))
    let free = RelapseTable(cbt.weekly(better.filter { last[$0] < 5 }, weeks))
    values["residual-hazard"] = residual.hazard(against: free)
    values.merge(warnings(medicine)) { $1 }
    return values
  }

  /// What happens from week 17 on to those who responded by week 16.
  private func relapses(_ outcome: Outcome) -> RelapseTable {
    let responds = response(outcome, 16)
    let people = baseline.indices.filter { person in
      responds(person) && outcome.weekly([person], 15..<17)[0].allSatisfy { $0 < 10 }
    }
    return RelapseTable(outcome.weekly(people, 17..<outcome.formDays.count))
  }

  /// Whether variance and autocorrelation of daily mood rise in the 75 days before relapse, beside people
  /// who do not relapse, at 90 % specificity (P23).
  private func warnings(_ outcome: Outcome) -> [String: Double] {
    guard let moods = outcome.traces[.mood] else { return [:] }
    let well = baseline.indices.filter { outcome.weekly([$0], 15..<17)[0].allSatisfy { $0 < 10 } }
    let table = RelapseTable(outcome.weekly(well, 17..<outcome.formDays.count))
    let relapsed = well.indices.filter { table.relapsed[$0] && table.days[$0] >= 84 }
    let others = well.indices.filter { !table.relapsed[$0] }
    guard relapsed.count > 10, others.count > 10 else { return [:] }
    func rise(_ index: Int, before day: Int) -> (variance: Double, correlation: Double) {
      let start = well[index] * outcome.days + day - 75
      return Warning.rise(moods[start..<start + 75].map(Double.init))
    }
    let before = relapsed.prefix(400).map { rise($0, before: 112 + Int(table.days[$0])) }
    let beside = others.prefix(400).enumerated().map { place, index in
      rise(index, before: 112 + Int(table.days[relapsed[place % relapsed.count]]))
    }
    func sensitivity(_ part: (Double, Double) -> Double) -> Double {
      let limit = Warning.quantile(beside.map(part), 0.9)
      return share(of: Array(before.indices)) { part(before[$0].0, before[$0].1) > limit }
    }
    let variance = sensitivity { variance, _ in variance }
    return [
      "warning-variance": variance,
      "warning-order": variance - sensitivity { _, correlation in correlation },
    ]
  }

  /// Practice alone for 28 days, as in training of memory (P22).
  func practiceAlone() throws(SimulationError) -> [String: Double] {
    var control = try Schedule(days: 220)
    try control.visit(on: 0, weight: 0.5)
    var practice = control
    try practice.practise(0.5, on: 0...27)
    let arms = try simulator.compare([control, practice], on: cohort)
    func effect(_ week: Int) -> Double {
      let treated = Moments(totals(arms[1], week: week))
      return (Moments(totals(arms[0], week: week)).mean - treated.mean) / treated.deviation
    }
    return ["practice-end": effect(4), "practice-later": effect(28)]
  }
}

/// Rising variance and rising autocorrelation of a series.
enum Warning {
  /// Kendall's τ of standard deviation and of lag-1 autocorrelation in windows of 30 days with time.
  static func rise(_ series: [Double]) -> (variance: Double, correlation: Double) {
    let starts = Array(stride(from: 0, to: series.count - 30, by: 3))
    let spreads = starts.map { Moments(Array(series[$0..<$0 + 30])).deviation }
    let persistence = starts.map { autocorrelation(Array(series[$0..<$0 + 30])) }
    return (order(spreads), order(persistence))
  }

  /// The correlation of neighbours.
  static func autocorrelation(_ series: [Double]) -> Double {
    let one = Moments(Array(series.dropLast()))
    let other = Moments(Array(series.dropFirst()))
    let product = Moments(zip(series, series.dropFirst()).map { $0 * $1 }).mean
    return (product - one.mean * other.mean) / (one.deviation * other.deviation)
  }

  /// The number below which a share of numbers lies.
  static func quantile(_ numbers: [Double], _ share: Double) -> Double {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }

  /// Kendall's τ with time.
  private static func order(_ numbers: [Double]) -> Double {
    var sum = 0
    for later in numbers.indices {
      for earlier in 0..<later {
        sum += numbers[later] > numbers[earlier] ? 1 : numbers[later] < numbers[earlier] ? -1 : 0
      }
    }
    return Double(sum) / Double(numbers.count * (numbers.count - 1) / 2)
  }
}
