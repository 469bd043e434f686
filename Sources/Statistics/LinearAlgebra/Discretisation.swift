private import Foundation

/// What a linear diffusion does over one gap: x(t + gap) = transition x(t) + N(0, noise).
public struct Discretisation: Hashable, Sendable {
  /// The matrix exp(A gap).
  public let transition: Matrix
  /// The covariance that the gap adds.
  public let noise: Matrix

  /// Creates a step from its two matrices.
  ///
  /// - Parameters:
  ///   - transition: the matrix that carries the state over the gap.
  ///   - noise: the covariance that the gap adds.
  public init(transition: Matrix, noise: Matrix) {
    self.transition = transition
    self.noise = noise
  }

  /// Two such steps, one after the other.
  fileprivate var twice: Discretisation {
    Discretisation(
      transition: transition * transition,
      noise: (noise + transition * noise * transition.transpose).symmetrised)
  }
}

/// The exact step of the linear diffusion dx = A x dt + G dW over a gap, stable or not.
///
/// The gap is halved until it is short beside the drift, the short step is read from Van Loan's
/// block exponential, and the steps are put together again two by two; all sums are of positive
/// matrices, so no digits cancel. For a stable A the noise equals S - Φ S Φ' with S of
/// ``stationaryCovariance(drift:diffusion:)``. Source: Van Loan (1978), IEEE Trans Autom Control
/// 23:395-404.
///
/// - Parameters:
///   - drift: A, per unit of time.
///   - diffusion: G G', symmetric, per unit of time.
///   - gap: the length of the step, 0 or more and finite.
/// - Returns: the step, or nothing where the shapes do not fit or a number is not finite.
public func discretised(drift: Matrix, diffusion: Matrix, gap: Double) -> Discretisation? {
  let count = drift.rows
  guard drift.isSquare, diffusion.rows == count, diffusion.columns == count, diffusion.isFinite,
    gap >= 0, gap.isFinite, (drift.columnNorm * gap).isFinite
  else { return nil }
  let scale = diffusion.elements.reduce(0) { max($0, abs($1)) }
  let extent = drift.columnNorm * gap
  let halvings = extent > 0.5 ? Int(log2(extent / 0.5).rounded(.up)) : 0
  let shortGap = scalbn(gap, -halvings)
  var block = Matrix(rows: 2 * count, columns: 2 * count)
  for i in 0..<count {
    for j in 0..<count {
      block[i, j] = -drift[i, j] * shortGap
      block[count + i, count + j] = drift[j, i] * shortGap
      block[i, count + j] = scale > 0 ? diffusion[i, j] / scale : 0
    }
  }
  let exponential = block.exponential()
  var transition = Matrix(rows: count, columns: count)
  var corner = transition
  for i in 0..<count {
    for j in 0..<count {
      transition[i, j] = exponential[count + j, count + i]
      corner[i, j] = exponential[i, count + j] * shortGap * scale
    }
  }
  var step = Discretisation(
    transition: transition, noise: (transition * corner).symmetrised)
  for _ in 0..<halvings { step = step.twice }
  return step.transition.isFinite && step.noise.isFinite ? step : nil
}
