import Foundation
import Inference
import Statistics

/// Invented people who keep a diary of an outcome and five predictors.
struct PatternWorld: Sendable {
  /// What outcome and predictors have in common although neither acts on the other.
  enum Bond: String, CaseIterable, Sendable {
    case nothing
    case trend
    case weekday
    case trendAndWeekday
    case drift
  }

  var bond = Bond.nothing
  var days = 180
  /// Standardised partial effect of the first predictor, one day earlier.
  var effect = 0.0
  /// Whether answers are whole numbers from 1 to 7.
  var isLikert = false

  static let names = ["sleep", "activity", "company", "daylight", "screen"]
  static let trueLag = 1

  struct Person: Sendable {
    let outcome: TrajectorySeries
    let predictors: [PatternPredictor]

    /// The same person, seen on some days only.
    func days(_ range: Range<Int>) throws -> Person {
      Person(
        outcome: try TrajectorySeries(
          outcome.readings.filter { range.contains(Int($0.time)) },
          weekdayOfDayZero: outcome.weekdayOfDayZero),
        predictors: predictors.map { predictor in
          PatternPredictor(
            name: predictor.name, values: predictor.values.filter { range.contains($0.key) })
        })
    }
  }

  func person(_ stream: inout RandomStream) throws -> Person {
    let common = commonCourse(&stream)
    let weekday = (0..<7).map { _ in stream.normal() }
    let missed = 0.3 * stream.uniform()
    let predictors = drawnPredictors(common, weekday, &stream)
    let phi = exp(-1 / (1 + 3 * stream.uniform()))
    let spread = 0.4 + 0.3 * stream.uniform()
    let drift = 0.06 * stream.uniform()
    var affect = spread * stream.normal()
    var level = 0.0
    var readings: [TrajectorySeries.Reading] = []
    for day in 0..<days {
      affect = phi * affect + spread * (1 - phi * phi).squareRoot() * stream.normal()
      level += drift * stream.normal()
      let past = day >= Self.trueLag ? predictors[0][day - Self.trueLag] : 0
      var value = level + affect + 0.6 * stream.normal() + effect * past
      if hasTrend { value += 1.2 * common[day] }
      if hasWeekday { value += 0.3 * weekday[day % 7] }
      if isLikert { value = min(max((3 + 1.2 * value).rounded(), 1), 7) }
      if stream.uniform() > missed { readings.append(.init(time: Double(day), value: value)) }
    }
    var held = predictors.map { _ in [Int: Double]() }
    for day in 0..<days where stream.uniform() > missed {
      for index in predictors.indices { held[index][day] = predictors[index][day] }
    }
    return Person(
      outcome: try TrajectorySeries(readings, weekdayOfDayZero: 0),
      predictors: zip(Self.names, held).map { PatternPredictor(name: $0, values: $1) })
  }

  private var hasTrend: Bool { [.trend, .trendAndWeekday, .drift].contains(bond) }
  private var hasWeekday: Bool { [.weekday, .trendAndWeekday].contains(bond) }

  /// A recovery in the shape of an S at any time of the diary, or a slow random walk.
  private func commonCourse(_ stream: inout RandomStream) -> [Double] {
    guard bond == .drift else {
      let middle = Double(days) * stream.uniform()
      let width = Double(days) * (0.03 + 0.2 * stream.uniform())
      return (0..<days).map { 2 / (1 + exp((middle - Double($0)) / width)) - 1 }
    }
    var walk = 0.0
    return (0..<days).map { _ in
      walk += 0.07 * stream.normal()
      return walk
    }
  }

  /// Autocorrelated, correlated with each other, with the common course and the weekdays.
  private func drawnPredictors(
    _ common: [Double], _ weekday: [Double], _ stream: inout RandomStream
  ) -> [[Double]] {
    let memory = 0.4
    var states = Self.names.map { _ in stream.normal() }
    var columns = Self.names.map { _ in [Double]() }
    for day in 0..<days {
      let shared = stream.normal()
      for index in states.indices {
        let fresh = 0.3.squareRoot() * shared + 0.7.squareRoot() * stream.normal()
        states[index] = memory * states[index] + (1 - memory * memory).squareRoot() * fresh
        var value = states[index]
        if hasTrend { value += 1.2 * common[day] }
        if hasWeekday { value += 0.4 * weekday[day % 7] }
        columns[index].append(value)
      }
    }
    return columns
  }
}

/// What is usually done: the plain correlation of every predictor at every lag, each tested alone.
enum NaivePatterns {
  static func finds(_ person: PatternWorld.Person, lags: [Int], level: Double = 0.05) -> Bool {
    person.predictors.contains { predictor in
      lags.contains { lag in
        let pairs = person.outcome.readings.compactMap { reading in
          predictor.values[Int(reading.time) - lag].map { ($0, reading.value) }
        }
        return probability(pairs) < level
      }
    }
  }

  private static func probability(_ pairs: [(Double, Double)]) -> Double {
    let left = SeriesSummary(pairs.map(\.0))
    let right = SeriesSummary(pairs.map(\.1))
    let product = pairs.reduce(0) { $0 + ($1.0 - left.mean) * ($1.1 - right.mean) }
    let freedom = Double(pairs.count - 2)
    let correlation =
      product / Double(pairs.count - 1) / (left.standardDeviation * right.standardDeviation)
    let t = correlation * (freedom / (1 - correlation * correlation)).squareRoot()
    return 2 * StudentT(degreesOfFreedom: freedom).cumulative(-abs(t))
  }
}
