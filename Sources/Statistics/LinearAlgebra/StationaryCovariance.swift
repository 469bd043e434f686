/// The covariance at which a stable linear diffusion dx = A x dt + G dW comes to rest.
///
/// Solves A S + S A' + G G' = 0 through its Kronecker form: n^6 operations, meant for n up to 12.
///
/// - Parameters:
///   - drift: A, per unit of time.
///   - diffusion: G G', symmetric, per unit of time.
/// - Returns: S, or nothing where no such covariance exists because A is not stable, or where the
///   shapes do not fit.
public func stationaryCovariance(drift: Matrix, diffusion: Matrix) -> Matrix? {
  let count = drift.rows
  guard drift.isSquare, diffusion.rows == count, diffusion.columns == count, diffusion.isFinite
  else { return nil }
  var system = Matrix(rows: count * count, columns: count * count)
  for i in 0..<count {
    for j in 0..<count {
      for k in 0..<count {
        system[i * count + j, k * count + j] += drift[i, k]
        system[i * count + j, i * count + k] += drift[j, k]
      }
    }
  }
  guard let factors = LU(system), factors.pivotRatio > 1e-15 else { return nil }
  func solution(_ noise: Matrix) -> Matrix? {
    let solved = factors.solve(noise.elements.map { -$0 })
    return Matrix(rows: count, columns: count, elements: solved)?.symmetrised
  }
  // Lyapunov's theorem: A is stable if and only if the answer to unit noise is positive definite.
  guard let unit = solution(.identity(count)), Cholesky(unit) != nil else { return nil }
  return solution(diffusion)
}
