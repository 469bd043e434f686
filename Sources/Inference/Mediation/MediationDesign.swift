private import Foundation
internal import Statistics

/// The pairs of days and the regressors of both equations.
struct MediationDesign {
  /// A regressor, with mean 0 and standard deviation 1 over the pairs.
  struct Column {
    let name: String
    let values: [Double]
    let deviation: Double
    let isInMediator: Bool
    let isInOutcome: Bool
  }

  /// The places of the regressors that paths are read from.
  static let cause = 0
  static let mediator = 1
  static let outcome = 2

  let columns: [Column]
  /// The mediator and the outcome of the later day, with mean 0 and standard deviation 1.
  let mediatorValues: [Double]
  let outcomeValues: [Double]
  let mediatorDeviation: Double
  let outcomeDeviation: Double
  let possibleCount: Int

  var count: Int { mediatorValues.count }

  init(_ series: MediationSeries, _ options: Mediation.Options) throws(InferenceError) {
    let pairs = MediationDesign.pairs(series, lag: options.lag, hasPractice: series.hasAttempts)
    let raw = MediationDesign.rawColumns(pairs, series, options)
    let span = (series.days.last?.day ?? 0) - (series.days.first?.day ?? 0) + 1
    possibleCount = max(span - options.lag, 0)
    try MediationDesign.refuseFew(pairs.count, of: possibleCount, regressors: raw.count)
    let outcomes = [
      (series.names.mediator, pairs.map { $0.later.mediator ?? 0 }),
      (series.names.outcome, pairs.map { $0.later.outcome ?? 0 }),
    ]
    for (name, values) in outcomes { try MediationDesign.refuseUnfit(name, values) }
    try MediationDesign.refuseConstant(
      series.names.cause, pairs.map { $0.earlier.cause ?? 0 })
    let mediator = StandardisedColumn(outcomes[0].1)
    let outcome = StandardisedColumn(outcomes[1].1)
    mediatorValues = mediator.values
    outcomeValues = outcome.values
    mediatorDeviation = mediator.deviation
    outcomeDeviation = outcome.deviation
    columns = raw.map { column in
      let scaled = StandardisedColumn(column.values)
      return Column(
        name: column.name, values: scaled.values, deviation: scaled.deviation,
        isInMediator: column.isInMediator, isInOutcome: column.isInOutcome)
    }
    try refuseCollinear()
  }

  private typealias Pair = (earlier: MediationSeries.Day, later: MediationSeries.Day)
  private typealias RawColumn = (
    name: String, values: [Double], isInMediator: Bool, isInOutcome: Bool
  )

  /// Days that lie a lag apart and hold everything both equations need.
  private static func pairs(
    _ series: MediationSeries, lag: Int, hasPractice: Bool
  ) -> [Pair] {
    let places = Dictionary(
      series.days.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
    return series.days.compactMap { later in
      guard let earlier = places[later.day - lag], earlier.cause != nil,
        earlier.mediator != nil, earlier.outcome != nil, later.mediator != nil,
        later.outcome != nil, !later.covariates.contains(nil),
        later.attempt != nil || !hasPractice
      else { return nil }
      return (earlier, later)
    }
  }

  /// Days for which the slow course has one cosine, and the most cosines.
  private static let courseDays = 21
  private static let mostCosines = 10

  private static func slowCourse(_ pairs: [Pair]) -> [RawColumn] {
    guard let first = pairs.first?.later.day, let last = pairs.last?.later.day, last > first
    else { return [] }
    let count = min((last - first) / courseDays, mostCosines)
    return (1...max(count, 1)).prefix(count).map { number in
      let values = pairs.map { pair in
        cos(.pi * Double(number) * Double(pair.later.day - first) / Double(last - first))
      }
      return ("slow course \(number)", values, true, true)
    }
  }

  private static func rawColumns(
    _ pairs: [Pair], _ series: MediationSeries, _ options: Mediation.Options
  ) -> [RawColumn] {
    let names = series.names
    var columns: [RawColumn] = [
      ("\(names.cause) before", pairs.map { $0.earlier.cause ?? 0 }, true, true),
      ("\(names.mediator) before", pairs.map { $0.earlier.mediator ?? 0 }, true, true),
      ("\(names.outcome) before", pairs.map { $0.earlier.outcome ?? 0 }, options.hasReverse, true),
    ]
    if options.hasTrend {
      columns.append(("trend", pairs.map { Double($0.later.day) }, true, true))
    }
    if options.hasSlowCourse { columns += slowCourse(pairs) }
    if options.hasWeekdays {
      for weekday in 1...6 {
        let values = pairs.map { (($0.later.day % 7) + 7) % 7 == weekday ? 1.0 : 0 }
        columns.append(("weekday \(weekday)", values, true, true))
      }
    }
    for (index, name) in names.covariates.enumerated() {
      columns.append((name, pairs.map { $0.later.covariates[index] ?? 0 }, true, true))
    }
    if series.hasAttempts {
      let values = pairs.map { log($0.later.attempt ?? 1) }
      columns.append(("log attempt", values, true, options.practiceOnOutcome))
    }
    return columns
  }
}

extension MediationSeries {
  /// Whether attempts are counted on any day.
  var hasAttempts: Bool { days.contains { $0.attempt != nil } }
}

/// A column moved and scaled to mean 0 and standard deviation 1; zeros where it does not vary.
private struct StandardisedColumn {
  let values: [Double]
  let deviation: Double

  init(_ raw: [Double]) {
    let size = raw.reduce(0) { max($0, abs($1)) }
    let summary = SeriesSummary(raw.map { size > 0 ? $0 / size : 0 })
    let spread = summary.standardDeviation
    let varies = spread > 1e-10
    deviation = varies ? spread * size : 0
    values = raw.map { varies ? ($0 / size - summary.mean) / spread : 0 }
  }
}

extension MediationDesign {
  private static func refuseFew(
    _ count: Int, of possible: Int, regressors: Int
  ) throws(InferenceError) {
    let needed = max(Mediation.fewestPairs, 5 * (regressors + 1))
    guard count >= needed else {
      throw .tooFew(
        observed: count, needed: needed,
        what: "mediation (pairs of days with cause, mediator and outcome)")
    }
    guard Double(count) >= 0.2 * Double(possible) else {
      throw .unusable(
        "only \(count) of \(possible) pairs of days are complete, fewer than 20 %, and who is "
          + "missing may not be missing by chance; choose a stretch with fewer gaps")
    }
  }

  private static func refuseConstant(_ name: String, _ values: [Double]) throws(InferenceError) {
    guard StandardisedColumn(values).deviation > 0 else {
      throw .unusable("\"\(name)\" does not vary, so nothing can follow from it or lead to it")
    }
  }

  static func refuseUnfit(_ name: String, _ values: [Double]) throws(InferenceError) {
    try refuseConstant(name, values)
    let (least, greatest) = (values.min() ?? 0, values.max() ?? 0)
    let atEdge = max(values.count { $0 == least }, values.count { $0 == greatest })
    guard Double(atEdge) <= 0.8 * Double(values.count) else {
      throw .unusable(
        "\"\(name)\" lies at the edge of its scale on \(atEdge) of \(values.count) days, so there "
          + "is hardly anything left to explain; choose a measure with more room")
    }
  }

  /// Looks for a regressor that the earlier ones explain.
  private func refuseCollinear() throws(InferenceError) {
    for last in columns.indices {
      guard let factor = Cholesky(gram(Array(0...last))),
        factor.lower[last, last] * factor.lower[last, last] > 1e-6 * Double(count - 1)
      else { throw .collinear(name: columns[last].name) }
    }
  }

  /// The products of some columns.
  func gram(_ chosen: [Int]) -> Matrix {
    var result = Matrix(rows: chosen.count, columns: chosen.count)
    for (i, first) in chosen.enumerated() {
      for (j, second) in chosen.prefix(i + 1).enumerated() {
        let value = product(columns[first].values, columns[second].values)
        result[i, j] = value
        result[j, i] = value
      }
    }
    return result
  }

  /// The sum of products of two columns.
  func product(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
