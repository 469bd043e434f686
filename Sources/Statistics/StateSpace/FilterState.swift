/// The filter's belief between two observations: the mean of each state for every column, and the
/// covariance all columns share.
///
/// Its numbers live in memory of its own that is set up once, so that a step neither allocates nor
/// counts references; that is most of the difference between a slow filter and a quick one.
final class FilterState<Columns: SIMD> where Columns.Scalar == Double {
  let count: Int
  /// Per state.
  let means: UnsafeMutablePointer<Columns>
  /// Row-major.
  let covariance: UnsafeMutablePointer<Double>
  /// Per state, of the last update.
  let gain: UnsafeMutablePointer<Double>
  private let scratch: UnsafeMutablePointer<Double>
  private let oldMeans: UnsafeMutablePointer<Columns>

  private init(count: Int) {
    self.count = count
    means = .allocate(capacity: count)
    oldMeans = .allocate(capacity: count)
    covariance = .allocate(capacity: count * count)
    scratch = .allocate(capacity: count * count)
    gain = .allocate(capacity: count)
    means.initialize(repeating: .zero, count: count)
    oldMeans.initialize(repeating: .zero, count: count)
    covariance.initialize(repeating: 0, count: count * count)
    scratch.initialize(repeating: 0, count: count * count)
    gain.initialize(repeating: 0, count: count)
  }

  deinit {
    means.deallocate()
    oldMeans.deallocate()
    covariance.deallocate()
    scratch.deallocate()
    gain.deallocate()
  }

  convenience init(model: StateSpaceModel) {
    self.init(count: model.stateCount)
    for (index, value) in model.initialCovariance.enumerated() { covariance[index] = value }
  }

  /// An equal state that moves on its own.
  func copied() -> FilterState {
    let copy = FilterState(count: count)
    copy.means.update(from: means, count: count)
    copy.covariance.update(from: covariance, count: count * count)
    return copy
  }

  /// Moves over a gap: m ← Φ m, P ← Φ P Φ' + Q.
  @inline(__always)
  func advance(by transition: StateSpaceModel.Transition) {
    transition.matrix.withUnsafeBufferPointer { phi in
      transition.noise.withUnsafeBufferPointer { noise in
        guard let phi = phi.baseAddress, let noise = noise.baseAddress else { return }
        advance(phi, noise)
      }
    }
  }

  /// Moves over a gap whose Φ and Q lie row-major in memory.
  @inline(__always)
  func advance(_ phi: UnsafePointer<Double>, _ noise: UnsafePointer<Double>) {
    if count == 2 { advancePair(phi, noise) } else { advanceAny(phi, noise) }
  }

  /// Two states, the most common number: the sums written out.
  @inline(__always)
  private func advancePair(_ phi: UnsafePointer<Double>, _ noise: UnsafePointer<Double>) {
    let (first, second) = (means[0], means[1])
    means[0] = phi[0] * first + phi[1] * second
    means[1] = phi[2] * first + phi[3] * second
    let (p00, p01, p11) = (covariance[0], covariance[1], covariance[3])
    let (s00, s01) = (phi[0] * p00 + phi[1] * p01, phi[0] * p01 + phi[1] * p11)
    let (s10, s11) = (phi[2] * p00 + phi[3] * p01, phi[2] * p01 + phi[3] * p11)
    covariance[0] = noise[0] + s00 * phi[0] + s01 * phi[1]
    covariance[1] = noise[1] + s00 * phi[2] + s01 * phi[3]
    covariance[2] = covariance[1]
    covariance[3] = noise[3] + s10 * phi[2] + s11 * phi[3]
  }

  private func advanceAny(_ phi: UnsafePointer<Double>, _ noise: UnsafePointer<Double>) {
    oldMeans.update(from: means, count: count)
    for row in 0..<count {
      var mean = Columns.zero
      for column in 0..<count where phi[row &* count &+ column] != 0 {
        mean += phi[row &* count &+ column] * oldMeans[column]
      }
      means[row] = mean
      for column in 0..<count {
        var sum = 0.0
        for inner in 0..<count {
          sum += phi[row &* count &+ inner] * covariance[inner &* count &+ column]
        }
        scratch[row &* count &+ column] = sum
      }
    }
    for row in 0..<count {
      for column in row..<count {
        var sum = noise[row &* count &+ column]
        for inner in 0..<count {
          sum += scratch[row &* count &+ inner] * phi[column &* count &+ inner]
        }
        covariance[row &* count &+ column] = sum
        covariance[column &* count &+ row] = sum
      }
    }
  }

  /// Learns from one scalar observation of every column.
  ///
  /// An observation that the belief foresees exactly (`F = 0`) teaches nothing and is passed over.
  @inline(__always)
  func update(
    _ observed: Columns, row: [Double], noise: Double
  ) -> (innovation: Columns, variance: Double) {
    row.withUnsafeBufferPointer { row in
      guard let row = row.baseAddress else { return (observed, noise) }
      return update(observed, row: row, noise: noise)
    }
  }

  /// Learns from one scalar observation whose row lies in memory.
  @inline(__always)
  func update(
    _ observed: Columns, row: UnsafePointer<Double>, noise: Double
  ) -> (innovation: Columns, variance: Double) {
    count == 2
      ? updatePair(observed, row: row, noise: noise)
      : updateAny(observed, row: row, noise: noise)
  }

  /// Two states, the most common number: the sums written out.
  @inline(__always)
  private func updatePair(
    _ observed: Columns, row: UnsafePointer<Double>, noise: Double
  ) -> (innovation: Columns, variance: Double) {
    let first = covariance[0] * row[0] + covariance[1] * row[1]
    let second = covariance[2] * row[0] + covariance[3] * row[1]
    let variance = noise + row[0] * first + row[1] * second
    let innovation = observed - row[0] * means[0] - row[1] * means[1]
    let inverse = variance > 0 ? 1 / variance : 0
    gain[0] = first * inverse
    gain[1] = second * inverse
    guard variance > 0 else { return (innovation, 0) }
    means[0] += gain[0] * innovation
    means[1] += gain[1] * innovation
    covariance[0] -= gain[0] * first
    covariance[1] -= gain[0] * second
    covariance[2] = covariance[1]
    covariance[3] -= gain[1] * second
    return (innovation, variance)
  }

  private func updateAny(
    _ observed: Columns, row: UnsafePointer<Double>, noise: Double
  ) -> (innovation: Columns, variance: Double) {
    var variance = noise
    var innovation = observed
    for state in 0..<count {
      var sum = 0.0
      for other in 0..<count { sum += covariance[state &* count &+ other] * row[other] }
      scratch[state] = sum
      variance += row[state] * sum
      if row[state] != 0 { innovation -= row[state] * means[state] }
    }
    let inverse = variance > 0 ? 1 / variance : 0
    for state in 0..<count { gain[state] = scratch[state] * inverse }
    guard variance > 0 else { return (innovation, 0) }
    if count == 1 {
      // P - P z F⁻¹ z P = P r F⁻¹, free of the cancellation that r ≪ P brings.
      means[0] += gain[0] * innovation
      covariance[0] = covariance[0] * inverse * noise
      return (innovation, variance)
    }
    for state in 0..<count {
      means[state] += gain[state] * innovation
      for other in state..<count {
        let value = covariance[state &* count &+ other] - gain[state] * scratch[other]
        covariance[state &* count &+ other] = value
        covariance[other &* count &+ state] = value
      }
    }
    return (innovation, variance)
  }
}
