import Foundation
import Inference
import Statistics

/// People whose days follow the equations of mediation, drawn by none of its code.
struct MediationWorld: Sendable {
  let name: String
  var days = 120
  var a = 0.2...0.5
  var b = 0.2...0.5
  /// What the mediator gains in the long run with the logarithm of the attempt.
  var practice = 0.0
  /// How far cause and outcome rise over all days, in standard deviations of their errors.
  var causeTrend = 0.0
  var outcomeTrend = 0.0
  /// The correlation of the errors of mediator and outcome on one day.
  var errorCorrelation = 0.0
  /// The share of values that are missing.
  var missing = 0.0

  /// One person's days and true indirect effect.
  func person(using stream: inout RandomStream) throws -> (series: MediationSeries, truth: Double) {
    let a = a.lowerBound + stream.uniform() * (a.upperBound - a.lowerBound)
    let b = b.lowerBound + stream.uniform() * (b.upperBound - b.lowerBound)
    let rest = (1 - errorCorrelation * errorCorrelation).squareRoot()
    var (x, m, y) = (0.0, 0.0, 0.0)
    var rows: [MediationSeries.Day] = []
    for day in -30..<days {
      let share = Double(max(day, 0)) / Double(days)
      let error = stream.normal()
      let learned = 0.7 * practice * log(Double(max(day, 0) + 1))
      let nextM = a * x + 0.3 * m + learned + error
      let nextY =
        0.1 * x + b * m + 0.3 * y + errorCorrelation * error + rest * stream.normal()
        + 0.7 * outcomeTrend * share
      x = 0.3 * x + 0.7 * causeTrend * share + stream.normal()
      (m, y) = (nextM, nextY)
      guard day >= 0 else { continue }
      let kept = [x, m, y].map { stream.uniform() < missing ? nil : $0 }
      rows.append(
        .init(
          day: day, cause: kept[0], mediator: kept[1], outcome: kept[2],
          attempt: practice == 0 ? nil : Double(day + 1)))
    }
    return (try MediationSeries(rows), a * b)
  }
}

/// How often intervals held the truth, missed it on either side, and left 0 out.
struct MediationCount {
  var people = 0
  var within80 = 0
  var within95 = 0
  /// The truth above, and below, the 95 % interval.
  var above = 0
  var below = 0
  var shown = 0

  mutating func add(
    _ central80: ClosedRange<Double>, _ central95: ClosedRange<Double>, _ truth: Double
  ) {
    people += 1
    within80 += central80.contains(truth) ? 1 : 0
    within95 += central95.contains(truth) ? 1 : 0
    above += truth > central95.upperBound ? 1 : 0
    below += truth < central95.lowerBound ? 1 : 0
    shown += central95.contains(0) ? 0 : 1
  }

  func share(_ count: Int) -> Double { Double(count) / Double(max(people, 1)) }

  /// A line of a table, in per cent.
  func line(_ name: String) -> String {
    let numbers = [within80, within95, above, below, shown].map {
      String(format: "%7.1f", 100 * share($0))
    }
    return name.padding(toLength: 44, withPad: " ", startingAt: 0) + numbers.joined()
  }

  static let header =
    "per cent of people".padding(toLength: 44, withPad: " ", startingAt: 0)
    + "  in 80  in 95  above  below  shown"
}
