/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// Complexity: about 6 sweeps of n^3 operations. Source: Golub & Van Loan (2013), Matrix
/// computations, 8.5 (cyclic Jacobi).
public struct SymmetricEigen: Hashable, Sendable {
  /// The eigenvalues, smallest first.
  public let values: [Double]
  /// The eigenvectors of length 1 as columns, in the order of the values.
  public let vectors: Matrix

  private static let greatestNumberOfSweeps = 60

  /// Decomposes a matrix.
  ///
  /// - Parameter matrix: square and finite; its asymmetry, if any, is averaged away.
  public init?(_ matrix: Matrix) {
    guard matrix.isSquare, matrix.isFinite else { return nil }
    let count = matrix.rows
    var work = matrix.symmetrised
    var vectors = Matrix.identity(count)
    for _ in 0..<SymmetricEigen.greatestNumberOfSweeps {
      var turned = false
      for p in 0..<count {
        for q in p + 1..<count where SymmetricEigen.turn(&work, &vectors, p, q) {
          turned = true
        }
      }
      if !turned { break }
    }
    let order = (0..<count).sorted { work[$0, $0] < work[$1, $1] }
    values = order.map { work[$0, $0] }
    self.vectors = Matrix(order.map { vectors.column($0) }).transpose
  }

  /// Turns the plane of two coordinates so that their shared entry vanishes.
  private static func turn(_ work: inout Matrix, _ vectors: inout Matrix, _ p: Int, _ q: Int)
    -> Bool
  {
    let shared = work[p, q]
    guard abs(shared) > 0x1p-60 * (abs(work[p, p]) + abs(work[q, q])) else { return false }
    let ratio = (work[q, q] - work[p, p]) / (2 * shared)
    let tangent =
      abs(ratio) > 1e150
      ? 0.5 / ratio : (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in 0..<work.rows {
      let (left, right) = (work[k, p], work[k, q])
      work[k, p] = cosine * left - sine * right
      work[k, q] = sine * left + cosine * right
    }
    for k in 0..<work.rows {
      let (above, below) = (work[p, k], work[q, k])
      work[p, k] = cosine * above - sine * below
      work[q, k] = sine * above + cosine * below
    }
    for k in 0..<work.rows {
      let (left, right) = (vectors[k, p], vectors[k, q])
      vectors[k, p] = cosine * left - sine * right
      vectors[k, q] = sine * left + cosine * right
    }
    work[p, q] = 0
    work[q, p] = 0
    return true
  }
}
