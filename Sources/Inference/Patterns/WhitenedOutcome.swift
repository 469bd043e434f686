internal import Statistics

/// An outcome and columns brought to noise of variance 1 by the outcome's own trajectory, so that its
/// level, its affect and its weekdays can no longer pass for an effect of a column.
struct WhitenedOutcome {
  /// The readings.
  let values: [Double]
  /// The starting level, the series' own regressors and the weekdays.
  let nuisance: [[Double]]
  /// The prior precision of each of them, 0 for a diffuse one.
  let precisions: [Double]
  /// The columns asked about.
  let columns: [[Double]]

  /// Columns that fit into one pass of the filter beside the level.
  private static let batch = 6

  /// Whitens an outcome.
  ///
  /// - Parameters:
  ///   - series: the outcome.
  ///   - model: its parts.
  ///   - hyperparameters: their variances, in units of the readings.
  ///   - scale: what readings are divided by.
  ///   - columns: one array per column, one number per reading.
  /// - Throws: ``InferenceError`` when series, model and variances do not fit together.
  init(
    _ series: TrajectorySeries, model: TrajectoryModel, hyperparameters: Hyperparameters,
    scale: Double, columns: [[Double]]
  ) throws(InferenceError) {
    let own = series.regressorNames.count
    let scaled = hyperparameters.scaled(by: 1 / (scale * scale))
    let rows = try WhitenedOutcome.rows(series, model, scaled, scale)
    values = rows.values
    nuisance = rows.regressors
    precisions =
      Array(repeating: 0, count: own + 1)
      + Array(
        repeating: 1 / max(scaled.weekdayVariance, 1e-300), count: nuisance.count - own - 1)
    // How a column is whitened hangs on level, affect and noise alone.
    var bare = model
    bare.hasWeekday = false
    var whitened: [[Double]] = []
    for start in stride(from: 0, to: columns.count, by: WhitenedOutcome.batch) {
      let part = columns[start..<min(start + WhitenedOutcome.batch, columns.count)]
      let beside = try WhitenedOutcome.holding(part, at: series)
      whitened += try WhitenedOutcome.rows(beside, bare, scaled, scale).regressors.dropFirst()
    }
    self.columns = whitened
  }

  private static func rows(
    _ series: TrajectorySeries, _ model: TrajectoryModel, _ scaled: Hyperparameters, _ scale: Double
  ) throws(InferenceError) -> StateSpaceModel.Whitened {
    let design = try TrajectoryDesign(series, model: model, scale: scale)
    do {
      return try design.stateSpace(scaled).whitened(design.observations)
    } catch { throw design.named(error) }
  }

  /// The columns as regressors in place of the series' own.
  private static func holding(
    _ columns: ArraySlice<[Double]>, at series: TrajectorySeries
  ) throws(InferenceError) -> TrajectorySeries {
    let readings = series.readings.enumerated().map { index, reading in
      TrajectorySeries.Reading(
        time: reading.time, value: reading.value, regressors: columns.map { $0[index] })
    }
    return try TrajectorySeries(
      readings, regressorNames: columns.indices.map { "column \($0)" }, alsoAt: series.times,
      weekdayOfDayZero: series.weekdayOfDayZero)
  }

  /// Columns combined, such as the mean of a group.
  func combined(_ groups: [[(column: Int, weight: Double)]]) -> [[Double]] {
    groups.map { group in
      var sum = [Double](repeating: 0, count: values.count)
      for (column, weight) in group {
        for row in sum.indices { sum[row] += weight * columns[column][row] }
      }
      return sum
    }
  }
}

/// Cross-products of columns and values with everything else projected out.
struct ProjectedProducts {
  /// Row-major.
  let gram: [Double]
  let cross: [Double]
  let total: Double
  /// Rows less diffuse nuisance.
  let degrees: Double

  init(_ outcome: WhitenedOutcome, columns: [[Double]]) throws(InferenceError) {
    let nuisance = outcome.nuisance
    var inner = Matrix(nuisance.map { left in nuisance.map { dot(left, $0) } })
    for index in nuisance.indices { inner[index, index] += outcome.precisions[index] }
    guard let factor = Cholesky(inner) else {
      throw .unusable("level and regressors of the outcome cannot be told apart")
    }
    let all = columns + [outcome.values]
    let shadows = all.map { column in factor.whiten(nuisance.map { dot($0, column) }) }
    let size = columns.count
    var gram = [Double](repeating: 0, count: size * size)
    var cross = [Double](repeating: 0, count: size)
    for row in 0..<size {
      for column in 0...row {
        let product = dot(columns[row], columns[column]) - dot(shadows[row], shadows[column])
        gram[row * size + column] = product
        gram[column * size + row] = product
      }
      cross[row] = dot(columns[row], outcome.values) - dot(shadows[row], shadows[size])
    }
    self.gram = gram
    self.cross = cross
    total = dot(outcome.values, outcome.values) - dot(shadows[size], shadows[size])
    degrees = Double(outcome.values.count - outcome.precisions.count { $0 == 0 })
  }

  private var size: Int { cross.count }

  func information(_ column: Int) -> Double { max(gram[column * size + column], 0) }

  func correlation(_ left: Int, _ right: Int) -> Double {
    let scale = (information(left) * information(right)).squareRoot()
    return scale > 0 ? gram[left * size + right] / scale : 0
  }

  /// What the rows tell about each column once all the others are known; `nil` when collinear.
  func partialInformation() -> [Double]? {
    guard let matrix = Matrix(rows: size, columns: size, elements: gram),
      let factor = Cholesky(matrix)
    else { return nil }
    return factor.inverse.diagonal.map { $0 > 0 ? 1 / $0 : 0 }
  }

  /// The same products for columns divided so that their mean square is 1.
  ///
  /// - Parameter expectedShare: the share of columns that is expected to matter.
  /// - Returns: the regression.
  /// - Throws: ``InferenceError`` when a product is not finite.
  func standardised(expectedShare: Double) throws(InferenceError) -> HorseshoeRegression {
    let factors = cross.indices.map { (degrees / max(information($0), 1e-300)).squareRoot() }
    return try HorseshoeRegression(
      gram: gram.indices.map { gram[$0] * factors[$0 / size] * factors[$0 % size] },
      cross: cross.indices.map { cross[$0] * factors[$0] }, total: total, degrees: degrees,
      expected: expectedShare * Double(size))
  }

  /// Generalised least squares of all columns together.
  ///
  /// - Returns: estimates and standard errors; `nil` when the columns are collinear.
  func leastSquares() -> (estimates: [Double], standardErrors: [Double])? {
    guard let matrix = Matrix(rows: size, columns: size, elements: gram),
      let factor = Cholesky(matrix)
    else { return nil }
    let estimates = factor.solve(cross)
    let left = total - dot(estimates, cross)
    let freedom = degrees - Double(size)
    guard freedom > 0, left >= 0 else { return nil }
    let noise = left / freedom
    return (estimates, factor.inverse.diagonal.map { (noise * max($0, 0)).squareRoot() })
  }
}
