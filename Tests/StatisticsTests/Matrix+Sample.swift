import Statistics

extension Matrix {
  /// A matrix of standard normal numbers.
  static func sample(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var stream = RandomStream(seed: seed)
    return Matrix((0..<rows).map { _ in (0..<columns).map { _ in stream.normal() } })
  }

  /// A positive definite matrix.
  static func positive(_ count: Int, seed: UInt64) -> Matrix {
    let root = Matrix.sample(count, count, seed: seed)
    return root * root.transpose + Matrix.identity(count) * 0.1
  }

  /// The greatest absolute difference of two matrices of one shape, infinity for other shapes.
  func distance(to other: Matrix) -> Double {
    guard rows == other.rows, columns == other.columns else { return .infinity }
    return zip(elements, other.elements).reduce(0) {
      let difference = abs($1.0 - $1.1)
      return difference.isNaN ? .infinity : max($0, difference)
    }
  }
}
