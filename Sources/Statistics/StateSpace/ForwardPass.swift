private import Foundation

/// The filter, run over the observed values and every regressor at once.
///
/// All columns share the covariances and gains, so one pass turns the dependent observations into
/// an ordinary regression with independent errors: column 0 holds the innovations of the values,
/// column j those of regressor j, each with variance `F`.
struct ForwardPass<Columns: SIMD> where Columns.Scalar == Double {
  let model: StateSpaceModel
  let data: Observations

  /// What the smoother needs again; left empty when only the likelihood is asked for.
  struct Trace {
    /// Predicted means, per instant and state.
    var means: [Columns] = []
    /// Predicted covariances, per instant, row-major.
    var covariances: [Double] = []
    /// Innovations, per observation.
    var innovations: [Columns] = []
    /// Innovation variances, per observation.
    var variances: [Double] = []
    /// Gains, per observation and state.
    var gains: [Double] = []
  }

  /// Runs the filter.
  ///
  /// Complexity: O(observations × (states² + states × columns) + instants × states³).
  func run(tracing: Bool) -> (sums: InnovationSums, trace: Trace) {
    var accumulator = Accumulator(columnCount: data.regressorCount + 1)
    var trace = Trace()
    if tracing {
      reserve(&trace)
      runGeneral(into: &accumulator) { trace.append($0) }
    } else if model.stateCount == 1 {
      runScalar(into: &accumulator)
    } else {
      runGeneral(into: &accumulator) { _ in }
    }
    return (accumulator.sums(count: data.count), trace)
  }

  private func reserve(_ trace: inout Trace) {
    let states = model.stateCount
    trace.means.reserveCapacity(data.timeCount * states)
    trace.covariances.reserveCapacity(data.timeCount * states * states)
    trace.innovations.reserveCapacity(data.count)
    trace.variances.reserveCapacity(data.count)
    trace.gains.reserveCapacity(data.count * states)
  }

  /// The columns of one observation: the value and the regressors.
  @inline(__always)
  func columns(of index: Int) -> Columns {
    let width = data.regressorCount + 1
    var columns = Columns.zero
    data.columns.withUnsafeBufferPointer { all in
      for column in 0..<width { columns[column] = all[index &* width &+ column] }
    }
    return columns
  }

  /// One state: everything stays in registers.
  private func runScalar(into accumulator: inout Accumulator) {
    var mean = Columns.zero
    var variance = model.initialCovariance[0]
    var next = 0
    for instant in 0..<data.timeCount {
      if instant > 0 {
        let transition = model.transitions[data.transitions[instant]]
        let factor = transition.matrix[0]
        mean *= factor
        variance = factor * factor * variance + transition.noise[0]
      }
      while next < data.count, data.times[next] == instant {
        let row = model.rows[data.series[next]][0]
        let innovationVariance = row * row * variance + model.variances[data.series[next]]
        let innovation = columns(of: next) - row * mean
        next += 1
        guard innovationVariance > 0 else { continue }
        let inverse = 1 / innovationVariance
        let gain = variance * row * inverse
        accumulator.add(innovation, inverse: inverse, variance: innovationVariance)
        mean += gain * innovation
        variance -= gain * row * variance
      }
    }
  }

  /// A moment of the general filter, handed to whoever keeps a trace.
  enum Moment {
    case predicted(means: [Columns], covariance: [Double])
    case observed(innovation: Columns, variance: Double, gain: [Double])
  }

  private func runGeneral(
    into accumulator: inout Accumulator, _ note: (Moment) -> Void
  ) {
    var state = FilterState<Columns>(model: model)
    var next = 0
    for instant in 0..<data.timeCount {
      if instant > 0 { state.advance(by: model.transitions[data.transitions[instant]]) }
      note(.predicted(means: state.means, covariance: state.covariance))
      while next < data.count, data.times[next] == instant {
        let series = data.series[next]
        let (innovation, variance) = state.update(
          columns(of: next), row: model.rows[series], noise: model.variances[series])
        next += 1
        note(.observed(innovation: innovation, variance: variance, gain: state.gain))
        guard variance > 0 else { continue }
        accumulator.add(innovation, inverse: 1 / variance, variance: variance)
      }
    }
  }

  /// Running sums of the regression on innovations.
  private struct Accumulator {
    private var products: [Columns]
    private let width: Int
    private var logVariances = 0.0
    private var product = 1.0

    init(columnCount: Int) {
      width = columnCount
      products = Array(repeating: .zero, count: columnCount)
    }

    @inline(__always)
    mutating func add(_ innovation: Columns, inverse: Double, variance: Double) {
      let scaled = innovation * inverse
      products.withUnsafeMutableBufferPointer { rows in
        for column in 0..<width { rows[column] += scaled * innovation[column] }
      }
      // The logarithm of a product costs one call for many observations.
      product *= variance
      if !(product > 1e-200 && product < 1e200) { flush() }
    }

    private mutating func flush() {
      // A single factor beyond the bounds still has a finite logarithm unless it is itself 0 or ∞.
      logVariances += log(product)
      product = 1
    }

    mutating func sums(count: Int) -> InnovationSums {
      flush()
      return InnovationSums(
        count: count, logVariances: logVariances, columnCount: width,
        products: products.flatMap { row in (0..<width).map { row[$0] } })
    }
  }
}

extension ForwardPass.Trace {
  fileprivate mutating func append(_ moment: ForwardPass.Moment) {
    switch moment {
    case .predicted(let newMeans, let covariance):
      means += newMeans
      covariances += covariance
    case .observed(let innovation, let variance, let gain):
      innovations.append(innovation)
      variances.append(variance)
      gains += gain
    }
  }
}
