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

  init(count: Int) {
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

  /// Takes over another state.
  func become(_ other: FilterState) {
    means.update(from: other.means, count: count)
    covariance.update(from: other.covariance, count: count * count)
  }

  /// Moves over a gap: m ← Φ m, P ← Φ P Φ' + Q.
  @inline(__always)
  func advance(by move: ModelTable.Move) {
    if move.isDiagonal { scale(by: move) } else { turn(by: move.matrix, move.noise) }
  }

  /// Moves the means alone: m ← Φ m.
  @inline(__always)
  func carry(by move: ModelTable.Move) {
    if move.isDiagonal {
      for row in 0..<count {
        let factor = move.matrix[row &* count &+ row]
        if factor != 1 { means[row] *= factor }
      }
      return
    }
    oldMeans.update(from: means, count: count)
    for row in 0..<count {
      var mean = Columns.zero
      for column in 0..<count {
        mean += move.matrix[row &* count &+ column] * oldMeans[column]
      }
      means[row] = mean
    }
  }

  /// A diagonal Φ only scales.
  private func scale(by move: ModelTable.Move) {
    for row in 0..<count {
      let factor = move.matrix[row &* count &+ row]
      if factor != 1 { means[row] *= factor }
      for column in row..<count {
        let other = move.matrix[column &* count &+ column]
        let index = row &* count &+ column
        let value = factor * other * covariance[index] + move.noise[index]
        covariance[index] = value
        covariance[column &* count &+ row] = value
      }
    }
  }

  private func turn(by phi: UnsafePointer<Double>, _ noise: UnsafePointer<Double>) {
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
  func update(
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
