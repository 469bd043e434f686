private import Foundation
internal import Statistics

/// Readings at irregular times, scaled and laid on a fine grid of time.
struct DiffusionDesign {
  let observations: Observations
  /// The lengths of the gaps that occur, in steps of the grid.
  let gaps: [Int]
  /// The standard deviations of cause, mediator and outcome.
  let deviations: [Double]
  /// The correlation of the three, drawn a little towards 0.
  let correlation: Matrix
  let regressorCount: Int
  let occasionCount: Int
  /// The median gap in days, in which the fit counts time.
  let timeUnit: Double

  /// Steps of the grid to a median gap.
  static let resolution = 64
  private static let names = ["cause", "mediator", "outcome"]

  init(
    _ readings: [ContinuousMediation.Reading], _ options: ContinuousMediation.Options
  ) throws(InferenceError) {
    let used = try DiffusionDesign.usable(readings)
    let columns = (0..<3).map { variable in used.compactMap { $0.values[variable] } }
    for (name, values) in zip(DiffusionDesign.names, columns) {
      guard values.count >= ContinuousMediation.fewestReadings else {
        throw .tooFew(
          observed: values.count, needed: ContinuousMediation.fewestReadings,
          what: "mediation in continuous time (readings of the \(name))")
      }
      try MediationDesign.refuseUnfit(name, values)
    }
    let means = columns.map { SeriesSummary($0).mean }
    deviations = columns.map { SeriesSummary($0).standardDeviation }
    guard deviations.allSatisfy({ $0.isFinite && $0 > 0 }) else {
      throw .unusable("the readings are too large to compute with; change their units")
    }
    let lengths = zip(used, used.dropFirst()).map { $1.time - $0.time }
    timeUnit = lengths.sorted()[lengths.count / 2]
    let steps = try DiffusionDesign.steps(lengths, timeUnit)
    gaps = Array(Set(steps)).sorted()
    let places = Dictionary(
      gaps.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let hasPractice = used.contains { $0.attempt != nil }
    let layout = RegressionLayout(
      hasTrend: options.hasTrend, hasPractice: hasPractice,
      start: used[0].time, span: max(used[used.count - 1].time - used[0].time, 1e-300))
    var elements: [Observations.Element] = []
    for (instant, reading) in used.enumerated() {
      for variable in 0..<3 {
        guard let value = reading.values[variable] else { continue }
        elements.append(
          .init(
            time: instant, series: variable,
            value: (value - means[variable]) / deviations[variable],
            regressors: layout.row(reading, variable)))
      }
    }
    regressorCount = layout.count
    occasionCount = used.count
    correlation = DiffusionDesign.correlation(used, means, deviations)
    do {
      observations = try Observations(
        elements, transitions: [0] + steps.map { places[$0] ?? 0 }, regressorCount: layout.count)
    } catch { throw .unusable("the readings cannot be laid out: \(error)") }
  }

  /// Readings that say something, in order of time.
  private static func usable(
    _ readings: [ContinuousMediation.Reading]
  ) throws(InferenceError) -> [ContinuousMediation.Reading] {
    let hasPractice = readings.contains { $0.attempt != nil }
    for reading in readings {
      guard abs(reading.time) < 1e12, reading.values.allSatisfy({ abs($0 ?? 0) < 1e100 }),
        reading.attempt ?? 1 >= 1, (reading.attempt ?? 1).isFinite
      else {
        throw .unusable(
          "time \(reading.time): times and values are finite and of usual size, attempts 1 or more")
      }
    }
    let used = readings.map { reading in
      var reading = reading
      if hasPractice, reading.attempt == nil { reading.values[1] = nil }
      return reading
    }.filter { $0.values.contains { $0 != nil } }.sorted { $0.time < $1.time }
    for (earlier, later) in zip(used, used.dropFirst()) where earlier.time == later.time {
      throw .unusable("time \(later.time) comes twice; give one row for each time")
    }
    return used
  }

  private static func steps(
    _ lengths: [Double], _ unit: Double
  ) throws(InferenceError) -> [Int] {
    var steps: [Int] = []
    for length in lengths {
      let share = length / unit * Double(resolution)
      guard share.isFinite else { throw .unusable("the times are too uneven to compute with") }
      steps.append(max(Int(min(share.rounded(), 1e12)), 1))
    }
    return steps
  }

  private static func correlation(
    _ readings: [ContinuousMediation.Reading], _ means: [Double], _ deviations: [Double]
  ) -> Matrix {
    var result = Matrix.identity(3)
    for i in 0..<3 {
      for j in 0..<i {
        let products = readings.compactMap { reading -> Double? in
          guard let first = reading.values[i], let second = reading.values[j] else { return nil }
          return (first - means[i]) / deviations[i] * ((second - means[j]) / deviations[j])
        }
        // Half of it keeps the matrix positive definite however the gaps fall.
        let value = products.count > 2 ? 0.5 * SeriesSummary(products).mean : 0
        result[i, j] = min(max(value, -0.49), 0.49)
        result[j, i] = result[i, j]
      }
    }
    return result
  }

  /// A drift per median gap in standard deviations, as one per day in the units of the data.
  func inUnitsOfData(_ drift: Matrix) -> Matrix {
    var result = drift
    for i in 0..<3 {
      for j in 0..<3 { result[i, j] *= deviations[i] / deviations[j] / timeUnit }
    }
    return result
  }
}

/// The regression columns: a level for each variable, then lines, then practice of the mediator.
private struct RegressionLayout {
  let hasTrend: Bool
  let hasPractice: Bool
  let start: Double
  let span: Double

  var count: Int { 3 + (hasTrend ? 3 : 0) + (hasPractice ? 1 : 0) }

  func row(_ reading: ContinuousMediation.Reading, _ variable: Int) -> [Double] {
    var row = [Double](repeating: 0, count: count)
    row[variable] = 1
    if hasTrend { row[3 + variable] = (reading.time - start) / span - 0.5 }
    if hasPractice, variable == 1 { row[count - 1] = log(reading.attempt ?? 1) }
    return row
  }
}
