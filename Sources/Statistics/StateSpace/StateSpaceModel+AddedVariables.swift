extension StateSpaceModel {
  /// What each of several further regressors would explain, taken alone.
  ///
  /// Complexity: one filter pass for the model's own regressors with as many further ones as fit
  /// beside them into 31.
  ///
  /// - Parameters:
  ///   - columns: the further regressors, each with one value per observation.
  ///   - data: the observations with the regressors of the model.
  /// - Returns: one added variable for each further regressor.
  /// - Throws: ``StateSpaceError`` as ``likelihood(of:)`` does, or when a column has another length.
  public func added(
    _ columns: [[Double]], to data: Observations
  ) throws(StateSpaceError) -> AddedVariables {
    let likelihood = try likelihood(of: data)
    let room = 31 - data.regressorCount
    guard room > 0 else { throw .shape("31 regressors leave no room for a further one") }
    guard columns.allSatisfy({ $0.count == data.count }) else {
      throw .shape("a further regressor has another number of values than the observations")
    }
    var parts: [(score: Double, information: Double)] = []
    parts.reserveCapacity(columns.count)
    for start in stride(from: 0, to: columns.count, by: room) {
      let batch = columns[start..<min(start + room, columns.count)]
      let sums = products(of: try data.appending(Array(batch)))
      parts += try joined(sums, base: data.regressorCount)
    }
    let diffuse = coefficientVariances.count { !$0.isFinite }
    return AddedVariables(
      likelihood: likelihood, degreesOfFreedom: data.count - diffuse, parts: parts)
  }

  private func products(of data: Observations) -> InnovationSums {
    switch data.regressorCount {
    case ...3: ForwardPass<SIMD4<Double>>(model: self, data: data).sums()
    case ...7: ForwardPass<SIMD8<Double>>(model: self, data: data).sums()
    case ...15: ForwardPass<SIMD16<Double>>(model: self, data: data).sums()
    default: ForwardPass<SIMD32<Double>>(model: self, data: data).sums()
    }
  }

  /// Score and information of each further column, the first `base` regressors projected out.
  private func joined(
    _ sums: InnovationSums, base: Int
  ) throws(StateSpaceError) -> [(score: Double, information: Double)] {
    let width = sums.columnCount
    var information = [Double](repeating: 0, count: base * base)
    for row in 0..<base {
      for column in 0..<base {
        information[row * base + column] = sums.products[(row + 1) * width + column + 1]
      }
      information[row * base + row] += 1 / coefficientVariances[row]
    }
    let factor = try PackedCholesky(information, size: base)
    return (base + 1..<width).map { column in
      let shared = (0..<base).map { sums.products[(($0 + 1) * width) + column] }
      let image = factor.solve(shared)
      var score = sums.products[column]
      let raw = sums.products[column * width + column]
      var left = raw
      for index in 0..<base {
        score -= image[index] * sums.products[index + 1]
        left -= image[index] * shared[index]
      }
      return AddedVariables.part(score: score, information: left, before: raw)
    }
  }
}

extension Observations {
  /// The same observations with further regressors at the end.
  ///
  /// - Parameter further: the further regressors, each with one finite value per observation.
  /// - Returns: the wider observations.
  /// - Throws: ``StateSpaceError`` when a value is not finite or a count differs.
  func appending(_ further: [[Double]]) throws(StateSpaceError) -> Observations {
    var rows: [Double] = []
    rows.reserveCapacity(count * (regressorCount + 1 + further.count))
    for index in 0..<count {
      rows += columns[index * stride..<index * stride + regressorCount + 1]
      for column in further { rows.append(column[index]) }
    }
    return try Observations(
      times: times, series: series, rows: rows, transitions: transitions,
      regressorCount: regressorCount + further.count)
  }
}
