/// The filter, run over the observed values and every regressor at once.
///
/// All columns share the covariances and gains, so one pass turns the dependent observations into
/// an ordinary regression with independent errors: column 0 holds the innovations of the values,
/// column j those of regressor j, each with variance `F`.
struct ForwardPass<Columns: SIMD> where Columns.Scalar == Double {
  let model: StateSpaceModel
  let data: Observations

  /// Runs the filter for the likelihood alone.
  ///
  /// Complexity: O(observations × (states² + states × columns) + instants × states³).
  func sums() -> InnovationSums {
    let accumulator = InnovationAccumulator<Columns>(columnCount: data.regressorCount + 1)
    switch model.stateCount {
    case 1: runScalar(into: accumulator)
    case 2: runPair(into: accumulator, trace: nil)
    default: runGeneral(into: accumulator, trace: nil)
    }
    return accumulator.sums(count: data.count)
  }

  /// Runs the filter and keeps what the smoother needs.
  func traced() -> (sums: InnovationSums, trace: FilterTrace<Columns>) {
    let accumulator = InnovationAccumulator<Columns>(columnCount: data.regressorCount + 1)
    let trace = FilterTrace<Columns>(
      states: model.stateCount, instants: data.timeCount, observations: data.count)
    if model.stateCount == 2 {
      runPair(into: accumulator, trace: trace)
    } else {
      runGeneral(into: accumulator, trace: trace)
    }
    return (accumulator.sums(count: data.count), trace)
  }

  /// The columns of one observation: the value and the regressors.
  @inline(__always)
  func columns(of index: Int) -> Columns {
    data.columns.withUnsafeBufferPointer { columns(of: index, in: $0) }
  }

  /// Rows are as wide as the vector (``Observations/stride``), so that one load fetches all columns.
  @inline(__always)
  func columns(of index: Int, in all: UnsafeBufferPointer<Double>) -> Columns {
    UnsafeRawBufferPointer(all).loadUnaligned(
      fromByteOffset: index &* MemoryLayout<Columns>.size, as: Columns.self)
  }

  /// One state: mean and variance stay in registers.
  private func runScalar(into accumulator: InnovationAccumulator<Columns>) {
    let factors = model.transitions.map { SIMD2($0.matrix[0], $0.noise[0]) }
    let rows = model.rows.indices.map { SIMD2(model.rows[$0][0], model.variances[$0]) }
    factors.withUnsafeBufferPointer { factors in
      rows.withUnsafeBufferPointer { rows in
        data.columns.withUnsafeBufferPointer { columns in
          data.times.withUnsafeBufferPointer { times in
            runScalar(into: accumulator, factors, rows, columns, times)
          }
        }
      }
    }
  }

  private func runScalar(
    into accumulator: InnovationAccumulator<Columns>,
    _ factors: UnsafeBufferPointer<SIMD2<Double>>, _ rows: UnsafeBufferPointer<SIMD2<Double>>,
    _ columns: UnsafeBufferPointer<Double>, _ times: UnsafeBufferPointer<Int>
  ) {
    var mean = Columns.zero
    var variance = model.initialCovariance[0]
    var next = 0
    for instant in 0..<data.timeCount {
      if instant > 0 {
        let factor = factors[data.transitions[instant]]
        if factor.x != 1 { mean *= factor.x }
        variance = factor.x * factor.x * variance + factor.y
      }
      while next < times.count, times[next] == instant {
        let row = rows[data.series[next]]
        let information = variance * row.x
        let innovationVariance = information * row.x + row.y
        let innovation = self.columns(of: next, in: columns) - row.x * mean
        next &+= 1
        guard innovationVariance > 0 else {
          accumulator.pass(innovation)
          continue
        }
        let inverse = 1 / innovationVariance
        accumulator.add(innovation, inverse: inverse, variance: innovationVariance)
        mean += (information * inverse) * innovation
        // P - P z F⁻¹ z P = P r F⁻¹: shorter, and free of cancellation.
        variance = variance * inverse * row.y
      }
    }
  }

  private func runGeneral(
    into accumulator: InnovationAccumulator<Columns>, trace: FilterTrace<Columns>?
  ) {
    let state = FilterState<Columns>(model: model)
    let table = ModelTable(model)
    defer { withExtendedLifetime(table) {} }
    var next = 0
    for instant in 0..<data.timeCount {
      if instant > 0 { state.advance(by: table.move(data.transitions[instant])) }
      trace?.keep(state, at: instant)
      while next < data.count, data.times[next] == instant {
        let series = data.series[next]
        let (innovation, variance) = state.update(
          columns(of: next), row: table.row(series), noise: table.variance(series))
        trace?.keep(state.gain, innovation, variance, of: next)
        next += 1
        guard variance > 0 else {
          accumulator.pass(innovation)
          continue
        }
        accumulator.add(innovation, inverse: 1 / variance, variance: variance)
      }
    }
  }
}
