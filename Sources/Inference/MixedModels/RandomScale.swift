internal import Statistics

/// Turns random effects of the orthogonal columns of Z back into those of the given columns.
///
/// Z = Q R for each block, with Q of mean square 1 as ``PersonProducts`` holds it: effects b of Z are
/// R⁻¹ times those of Q.
struct RandomScale {
  private let bases: [OrthonormalBasis]
  private let root: Double
  private let size: Int

  init(_ products: PersonProducts) {
    bases = products.blockBases
    root = Double(products.rows).squareRoot()
    size = products.effects
  }

  /// Effects of the given columns.
  func effects(_ inner: [Double]) -> [Double] {
    var offset = 0
    var result: [Double] = []
    for basis in bases {
      let count = basis.columns.count
      result += basis.solve(Array(inner[offset..<offset + count]).map { $0 * root })
      offset += count
    }
    return result
  }

  /// A covariance of the given columns, blocks not independent.
  func covariance(_ inner: Matrix) -> Matrix {
    let half = Matrix((0..<size).map { effects(inner.column($0)) })
    return Matrix((0..<size).map { effects(half.column($0)) }).symmetrised
  }

  /// The covariance of each block.
  func blocks(_ inner: Matrix, names: [[ModelColumn]]) -> [LinearMixedModel.Block] {
    let whole = covariance(inner)
    var offset = 0
    return names.map { columns in
      var covariance = Matrix(rows: columns.count, columns: columns.count)
      for i in columns.indices {
        for j in columns.indices { covariance[i, j] = whole[offset + i, offset + j] }
      }
      offset += columns.count
      return LinearMixedModel.Block(names: columns.map(\.name), covariance: covariance)
    }
  }
}
