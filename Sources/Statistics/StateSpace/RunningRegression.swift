/// The regression of innovations on regressors as it stands after each observation.
final class RunningRegression<Columns: SIMD> where Columns.Scalar == Double {
  private let size: Int
  /// Σ v v' / F over all columns, the value first.
  private let products: UnsafeMutablePointer<Columns>
  private let priorPrecisions: [Double]
  /// L of X'V⁻¹X + B⁻¹ = LL', row-major, and L⁻¹X'V⁻¹y after it.
  private let factor: UnsafeMutablePointer<Double>

  init(priors: [Double]) {
    size = priors.count
    priorPrecisions = priors.map { 1 / $0 }
    products = .allocate(capacity: size + 1)
    products.initialize(repeating: .zero, count: size + 1)
    factor = .allocate(capacity: (size + 1) * (size + 1))
    factor.initialize(repeating: 0, count: (size + 1) * (size + 1))
  }

  deinit {
    products.deallocate()
    factor.deallocate()
  }

  /// Learns from an innovation; one without variance must not speak of any coefficient.
  ///
  /// - Returns: whether the sums still hold all that is known.
  func learns(_ innovation: Columns, variance: Double) -> Bool {
    guard variance > 0 else {
      for column in 0..<size where innovation[column + 1] != 0 { return false }
      return true
    }
    let scaled = innovation * (1 / variance)
    for column in 0...size { products[column] += scaled * innovation[column] }
    return true
  }

  /// Factorises what was learnt.
  ///
  /// - Returns: whether it determines every coefficient.
  func isDetermined() -> Bool {
    let scalars = UnsafeRawPointer(products).assumingMemoryBound(to: Double.self)
    let stride = MemoryLayout<Columns>.size / MemoryLayout<Double>.size
    for row in 0...size {
      for column in 0...row {
        // The value comes last here, so that its row becomes L⁻¹X'V⁻¹y on the way.
        let (place, other) = (row < size ? row + 1 : 0, column < size ? column + 1 : 0)
        let whole = scalars[place &* stride &+ other]
        let total = row == column && row < size ? whole + priorPrecisions[row] : whole
        var sum = total
        for inner in 0..<column {
          sum -= factor[row &* size &+ inner] * factor[column &* size &+ inner]
        }
        if row == size {
          guard column < size else { break }
          factor[row &* size &+ column] = sum / factor[column &* size &+ column]
        } else if row != column {
          factor[row &* size &+ column] = sum / factor[column &* size &+ column]
        } else {
          // As in PackedCholesky: rounding leaves about 1e-16 of a column that others explain.
          guard sum > 1e-12 * total else { return false }
          factor[row &* size &+ column] = sum.squareRoot()
        }
      }
    }
    return true
  }

  /// The mean and variance of x'β for the regressors of an innovation.
  func prediction(of innovation: Columns) -> (mean: Double, variance: Double) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: size + 1) { solved in
      var (mean, variance) = (0.0, 0.0)
      for row in 0..<size {
        var sum = innovation[row + 1]
        for inner in 0..<row { sum -= factor[row &* size &+ inner] * solved[inner] }
        sum /= factor[row &* size &+ row]
        solved[row] = sum
        mean += sum * factor[size &* size &+ row]
        variance += sum * sum
      }
      return (mean, variance)
    }
  }
}
