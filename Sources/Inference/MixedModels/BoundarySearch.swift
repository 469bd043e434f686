internal import Statistics

/// The search for the relative factor, which does not take a saddle at the boundary for the bottom.
///
/// Where a variance is 0 the deviance is flat in the factor Λ whether or not some variance would do
/// better. In S = ΛΛ' it is not: at a minimum over covariances the gradient by S has no negative
/// eigenvalue (the condition of Karush, Kuhn and Tucker on the cone of covariances). Where it has one,
/// its eigenvector is the direction in which variance is missing, and the search goes on from there.
struct BoundarySearch {
  private let deviance: ProfiledDeviance
  private let search = QuasiNewton(tolerance: 1e-10, evaluationLimit: 1_000)

  /// More saddles than effects cannot come one after the other but by rounding.
  private var restarts: Int { 2 * deviance.factor.size + 2 }

  init(_ deviance: ProfiledDeviance) { self.deviance = deviance }

  func minimum() -> Minimum {
    var found = search.minimum(ofDifferentiable: deviance.evaluate, from: deviance.factor.start)
    for _ in 0..<restarts {
      guard let better = escape(found) else { break }
      let next = search.minimum(ofDifferentiable: deviance.evaluate, from: better)
      found = Minimum(
        point: next.point, value: next.value, evaluations: found.evaluations + next.evaluations,
        outcome: next.outcome)
    }
    return found
  }

  /// A lower point beside a saddle.
  private func escape(_ found: Minimum) -> [Double]? {
    guard let fit = deviance.fit(found.point) else { return nil }
    let slope = deviance.covarianceSlope(fit)
    let lower = deviance.factor.matrix(found.point)
    for block in deviance.factor.blockRanges {
      guard let eigen = SymmetricEigen(slope.part(block)), let least = eigen.values.first,
        least < -1e-6 * max(abs(found.value), 1)
      else { continue }
      let direction = eigen.vectors.column(0)
      for size in [0.3, 0.1, 0.03, 0.01, 0.003, 0.001] {
        guard let point = raised(lower, block, direction, by: size) else { continue }
        let value = deviance.evaluate(point).value
        if value < found.value - 1e-9 * max(abs(found.value), 1) { return point }
      }
    }
    return nil
  }

  /// The entries of the factor of S + size² v v', with a little more so that it has a factor.
  private func raised(
    _ lower: Matrix, _ block: Range<Int>, _ direction: [Double], by size: Double
  ) -> [Double]? {
    var covariance = lower.part(block) * lower.part(block).transpose
    for i in direction.indices {
      for j in direction.indices { covariance[i, j] += size * size * direction[i] * direction[j] }
      covariance[i, i] += 1e-8 * size * size
    }
    guard let root = Cholesky(covariance) else { return nil }
    var whole = lower
    for (i, row) in block.enumerated() {
      for (j, column) in block.enumerated() { whole[row, column] = root.lower[i, j] }
    }
    return deviance.factor.places.map { whole[$0[0], $0[1]] }
  }
}

extension RelativeFactor {
  /// The rows of each block.
  var blockRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    while let start = ranges.last?.upperBound ?? (size > 0 ? 0 : nil), start < size {
      ranges.append(start..<ends[start])
    }
    return ranges
  }
}

extension Matrix {
  /// The rows and columns of a range.
  fileprivate func part(_ range: Range<Int>) -> Matrix {
    Matrix(range.map { row in range.map { self[row, $0] } })
  }
}
