private import Foundation

/// The filter, run over the observed values and every regressor at once.
///
/// All columns share the covariances and gains, so one pass turns the dependent observations into
/// an ordinary regression with independent errors: column 0 holds the innovations of the values,
/// column j those of regressor j, each with variance `F`.
struct ForwardPass<Columns: SIMD> where Columns.Scalar == Double {
  let model: StateSpaceModel
  let data: Observations

  /// What the smoother needs again.
  struct Trace {
    /// Predicted means, per instant and state.
    var means: [Columns]
    /// Predicted covariances, per instant, row-major.
    var covariances: [Double]
    /// Innovations, per observation.
    var innovations: [Columns]
    /// Innovation variances, per observation.
    var variances: [Double]
    /// Gains, per observation and state.
    var gains: [Double]
  }

  /// Runs the filter for the likelihood alone.
  ///
  /// Complexity: O(observations × (states² + states × columns) + instants × states³).
  func sums() -> InnovationSums {
    let accumulator = InnovationAccumulator<Columns>(columnCount: data.regressorCount + 1)
    if model.stateCount == 1 {
      runScalar(into: accumulator)
    } else {
      runGeneral(into: accumulator, trace: nil)
    }
    return accumulator.sums(count: data.count)
  }

  /// Runs the filter and keeps what the smoother needs.
  func traced() -> (sums: InnovationSums, trace: Trace) {
    let accumulator = InnovationAccumulator<Columns>(columnCount: data.regressorCount + 1)
    let states = model.stateCount
    var trace = Trace(
      means: Array(repeating: .zero, count: data.timeCount * states),
      covariances: Array(repeating: 0, count: data.timeCount * states * states),
      innovations: Array(repeating: .zero, count: data.count),
      variances: Array(repeating: 0, count: data.count),
      gains: Array(repeating: 0, count: data.count * states))
    withUnsafeMutablePointer(to: &trace) { runGeneral(into: accumulator, trace: $0) }
    return (accumulator.sums(count: data.count), trace)
  }

  /// The columns of one observation: the value and the regressors.
  @inline(__always)
  func columns(of index: Int) -> Columns {
    data.columns.withUnsafeBufferPointer { columns(of: index, in: $0) }
  }

  /// Rows are as wide as the vector (``Observations/stride``), so that one load fetches all columns.
  @inline(__always)
  private func columns(of index: Int, in all: UnsafeBufferPointer<Double>) -> Columns {
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

  /// Any number of states. The model's numbers are laid out one after the other first, because
  /// counting references to nested arrays at every instant would take longer than the arithmetic.
  private func runGeneral(
    into accumulator: InnovationAccumulator<Columns>, trace: UnsafeMutablePointer<Trace>?
  ) {
    let matrices = model.transitions.flatMap { $0.matrix + $0.noise }
    let rows = model.rows.flatMap(\.self)
    matrices.withUnsafeBufferPointer { matrices in
      rows.withUnsafeBufferPointer { rows in
        data.columns.withUnsafeBufferPointer { columns in
          data.times.withUnsafeBufferPointer { times in
            runGeneral(into: accumulator, trace, matrices, rows, columns, times)
          }
        }
      }
    }
  }

  private func runGeneral(
    into accumulator: InnovationAccumulator<Columns>, _ trace: UnsafeMutablePointer<Trace>?,
    _ matrices: UnsafeBufferPointer<Double>, _ rows: UnsafeBufferPointer<Double>,
    _ columns: UnsafeBufferPointer<Double>, _ times: UnsafeBufferPointer<Int>
  ) {
    let state = FilterState<Columns>(model: model)
    let states = model.stateCount
    let size = states &* states
    guard let rows = rows.baseAddress else { return }
    var next = 0
    for instant in 0..<data.timeCount {
      if instant > 0, let start = matrices.baseAddress {
        let phi = start + 2 &* size &* data.transitions[instant]
        state.advance(phi, phi + size)
      }
      trace?.pointee.keep(state, at: instant)
      while next < times.count, times[next] == instant {
        let series = data.series[next]
        let (innovation, variance) = state.update(
          self.columns(of: next, in: columns), row: rows + states &* series,
          noise: model.variances[series])
        trace?.pointee.keep(innovation, variance, state, of: next)
        next &+= 1
        guard variance > 0 else {
          accumulator.pass(innovation)
          continue
        }
        accumulator.add(innovation, inverse: 1 / variance, variance: variance)
      }
    }
  }
}

extension ForwardPass.Trace {
  @inline(__always)
  fileprivate mutating func keep(_ state: FilterState<Columns>, at instant: Int) {
    let states = state.count
    for index in 0..<states { means[instant &* states &+ index] = state.means[index] }
    for index in 0..<states &* states {
      covariances[instant &* states &* states &+ index] = state.covariance[index]
    }
  }

  @inline(__always)
  fileprivate mutating func keep(
    _ innovation: Columns, _ variance: Double, _ state: FilterState<Columns>, of index: Int
  ) {
    innovations[index] = innovation
    variances[index] = variance
    for position in 0..<state.count {
      gains[index &* state.count &+ position] = state.gain[position]
    }
  }
}

/// Running sums of the regression on innovations.
final class InnovationAccumulator<Columns: SIMD> where Columns.Scalar == Double {
  private let products: UnsafeMutablePointer<Columns>
  /// The last innovation, laid down once so that its elements can be read one by one.
  private let last: UnsafeMutablePointer<Columns>
  private let scalars: UnsafePointer<Double>
  private let width: Int
  private var logVariances = 0.0
  private var product = 1.0
  private var isSettled = false

  init(columnCount: Int) {
    width = columnCount
    products = .allocate(capacity: columnCount)
    products.initialize(repeating: .zero, count: columnCount)
    last = .allocate(capacity: 1)
    last.initialize(to: .zero)
    scalars = UnsafeRawPointer(last).assumingMemoryBound(to: Double.self)
  }

  deinit {
    products.deallocate()
    last.deallocate()
  }

  @inline(__always)
  func add(_ innovation: Columns, inverse: Double, variance: Double) {
    let scaled = innovation * inverse
    last.pointee = innovation
    for column in 0..<width { products[column] += scaled * scalars[column] }
    // The logarithm of a product costs one call for many observations.
    product *= variance
    if !(product > 1e-100 && product < 1e100) { flush() }
  }

  /// Passes over an observation without variance, which must not speak of any coefficient.
  func pass(_ innovation: Columns) {
    for column in 1..<max(width, 1) where innovation[column] != 0 { isSettled = true }
  }

  private func flush() {
    // A single factor beyond the bounds still has a finite logarithm unless it is itself 0 or ∞.
    logVariances += log(product)
    product = 1
  }

  func sums(count: Int) -> InnovationSums {
    flush()
    let stride = MemoryLayout<Columns>.size / MemoryLayout<Double>.size
    let elements = UnsafeRawPointer(products).assumingMemoryBound(to: Double.self)
    let matrix = [Double](unsafeUninitializedCapacity: width * width) { target, filled in
      for row in 0..<width {
        for column in 0..<width {
          target[row &* width &+ column] = elements[row &* stride &+ column]
        }
      }
      filled = width * width
    }
    return InnovationSums(
      count: count, logVariances: logVariances, columnCount: width, products: matrix,
      isSettled: isSettled)
  }
}
