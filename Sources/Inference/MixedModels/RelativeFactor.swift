internal import Statistics

/// Which entries of Λ, the lower triangular factor of the random effects' covariance relative to the
/// residual variance, are free.
///
/// Λ is block diagonal. Signs of columns do not matter, so that a search need not mind the boundary
/// at which a variance is exactly 0: there the likelihood is flat, not cut off.
struct RelativeFactor: Hashable, Sendable {
  /// The number of random effects.
  let size: Int
  /// For each column the row behind the last of its block.
  let ends: [Int]
  /// The row and column of each parameter, column after column.
  let places: [SIMD2<Int>]

  init(blocks: [Int]) {
    var ends: [Int] = []
    for block in blocks {
      let end = ends.count + block
      ends += [Int](repeating: end, count: block)
    }
    size = ends.count
    self.ends = ends
    places = ends.enumerated().flatMap { column, end in
      (column..<end).map { SIMD2($0, column) }
    }
  }

  /// As much variance from each effect as from the residual.
  var start: [Double] { places.map { $0[0] == $0[1] ? 1 : 0 } }

  /// Λ with these entries.
  func matrix(_ parameters: [Double]) -> Matrix {
    var factor = Matrix(rows: size, columns: size)
    for (place, value) in zip(places, parameters) { factor[place[0], place[1]] = value }
    return factor
  }
}
