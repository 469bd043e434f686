extension StateSpaceModel {
  /// What each of several further regressors would explain, taken alone.
  ///
  /// Complexity: one filter pass for the model's own regressors, and one with its gains known for
  /// every eight further ones.
  ///
  /// - Parameters:
  ///   - further: the further regressors.
  ///   - data: the observations with the regressors of the model.
  /// - Returns: one added variable for each further regressor.
  /// - Throws: ``StateSpaceError`` as ``likelihood(of:)`` does, or when lengths differ.
  public func added(
    _ further: FurtherRegressors, to data: Observations
  ) throws(StateSpaceError) -> AddedVariables {
    try check(data)
    guard further.length == data.count || further.count == 0 else {
      throw .shape("further regressors of \(further.length) values for \(data.count) observations")
    }
    switch data.regressorCount {
    case ...3: return try added(SIMD4<Double>.self, further, data)
    case ...7: return try added(SIMD8<Double>.self, further, data)
    case ...15: return try added(SIMD16<Double>.self, further, data)
    case ...31: return try added(SIMD32<Double>.self, further, data)
    default: throw .shape("\(data.regressorCount) regressors; at most 31 are supported")
    }
  }

  private func added<Columns: SIMD>(
    _: Columns.Type, _ further: FurtherRegressors, _ data: Observations
  ) throws(StateSpaceError) -> AddedVariables where Columns.Scalar == Double {
    let (sums, trace) = ForwardPass<Columns>(model: self, data: data).traced()
    defer { withExtendedLifetime(trace) {} }
    let likelihood = try likelihood(from: sums)
    let base = data.regressorCount
    let pass = FurtherPass(
      model: self, data: data, gains: Array(trace.gains),
      inverses: trace.variances.map { $0 > 0 ? 1 / $0 : 0 },
      innovations: trace.innovations.flatMap { columns in (0...base).map { columns[$0] } })
    var parts: [(score: Double, information: Double)] = []
    parts.reserveCapacity(further.count)
    for (index, batch) in further.batches.enumerated() {
      let (shared, squares) = pass.run(batch)
      for lane in 0..<min(8, further.count - 8 * index) {
        let own = shared.map { $0[lane] }
        let image = likelihood.factor.solve(Array(own.dropFirst()))
        var information = squares[lane]
        for place in image.indices { information -= image[place] * own[place + 1] }
        var score = own[0]
        for place in image.indices { score -= likelihood.coefficients[place] * own[place + 1] }
        parts.append(
          AddedVariables.part(score: score, information: information, before: squares[lane]))
      }
    }
    let diffuse = coefficientVariances.count { !$0.isFinite }
    return AddedVariables(
      likelihood: likelihood, degreesOfFreedom: data.count - diffuse, parts: parts)
  }
}

/// The filter of further columns with the gains of a filter that has already run.
private struct FurtherPass {
  let model: StateSpaceModel
  let data: Observations
  let gains: [Double]
  /// 1 / F of each observation, 0 where it teaches nothing.
  let inverses: [Double]
  /// The innovations of value and regressors, a row per observation.
  let innovations: [Double]

  /// Σ v_j v_x / F for the value and every regressor j, and Σ v_x² / F.
  func run(
    _ batch: [SIMD8<Double>]
  ) -> (shared: [SIMD8<Double>], squares: SIMD8<Double>) {
    let states = model.stateCount
    let width = data.regressorCount + 1
    // What comes before the first value other than 0 stays 0.
    let first = batch.firstIndex { $0 != .zero } ?? batch.count
    var squares = SIMD8<Double>.zero
    let shared = [SIMD8<Double>](unsafeUninitializedCapacity: width) { shared, filled in
      shared.initialize(repeating: .zero)
      filled = width
      withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: 2 * states) { memory in
        memory.initialize(repeating: .zero)
        gains.withUnsafeBufferPointer { gains in
          innovations.withUnsafeBufferPointer { innovations in
            squares = run(batch, from: first, memory, shared, gains, innovations)
          }
        }
      }
    }
    return (shared, squares)
  }

  /// The first half of `memory` holds the means, the second half is scratch.
  private func run(
    _ batch: [SIMD8<Double>], from first: Int,
    _ memory: UnsafeMutableBufferPointer<SIMD8<Double>>,
    _ shared: UnsafeMutableBufferPointer<SIMD8<Double>>, _ gains: UnsafeBufferPointer<Double>,
    _ innovations: UnsafeBufferPointer<Double>
  ) -> SIMD8<Double> {
    let states = model.stateCount
    let width = shared.count
    var squares = SIMD8<Double>.zero
    var instant = first < data.count ? data.times[first] : 0
    for next in first..<data.count {
      while instant < data.times[next] {
        instant += 1
        model.transitions[data.transitions[instant]].matrix.withUnsafeBufferPointer {
          advance(memory, by: $0)
        }
      }
      let row = model.rows[data.series[next]]
      var innovation = batch[next]
      for state in 0..<states where row[state] != 0 { innovation -= row[state] * memory[state] }
      for state in 0..<states { memory[state] += gains[next &* states &+ state] * innovation }
      let weighted = innovation * inverses[next]
      squares += weighted * innovation
      for column in 0..<width {
        shared[column] += weighted * innovations[next &* width &+ column]
      }
    }
    return squares
  }

  @inline(__always)
  private func advance(
    _ memory: UnsafeMutableBufferPointer<SIMD8<Double>>, by matrix: UnsafeBufferPointer<Double>
  ) {
    let states = model.stateCount
    if states == 1 {
      if matrix[0] != 1 { memory[0] *= matrix[0] }
      return
    }
    for row in 0..<states {
      var sum = SIMD8<Double>.zero
      for column in 0..<states where matrix[row &* states &+ column] != 0 {
        sum += matrix[row &* states &+ column] * memory[column]
      }
      memory[states &+ row] = sum
    }
    for row in 0..<states { memory[row] = memory[states &+ row] }
  }
}
