private import Foundation
internal import Statistics

/// A stable linear diffusion of three variables, written so that every list of numbers is one.
///
/// With S the covariance at rest, GG' the diffusion and K any skew-symmetric matrix,
/// A = (K - GG'/2) S⁻¹ solves A S + S A' + GG' = 0, and every stable A has this form. So S and GG'
/// are given by their Cholesky factors with logarithms on the diagonal, K by its three entries, and
/// no search can leave the stable drifts.
struct StableDrift {
  static let size = 3
  /// Six numbers for S, six for GG', three for K.
  static let parameterCount = 15

  let drift: Matrix
  let stationary: Matrix

  init?(_ parameters: ArraySlice<Double>) {
    let numbers = Array(parameters)
    guard numbers.count == StableDrift.parameterCount else { return nil }
    let root = StableDrift.lower(numbers[0..<6])
    let noise = StableDrift.lower(numbers[6..<12])
    let stationary = (root * root.transpose).symmetrised
    var push = (noise * noise.transpose).symmetrised * -0.5
    for (index, place) in [(1, 0), (2, 0), (2, 1)].enumerated() {
      push[place.0, place.1] += numbers[12 + index]
      push[place.1, place.0] -= numbers[12 + index]
    }
    guard push.isFinite, let factor = Cholesky(stationary) else { return nil }
    // A = push S⁻¹, by the transpose: S A' = push'.
    drift = factor.solve(push.transpose).transpose
    self.stationary = stationary
    guard drift.isFinite else { return nil }
  }

  /// The numbers of the diffusion that returns to rest at one rate in every direction.
  static func parameters(stationary: Matrix, rate: Double) -> [Double]? {
    guard let root = Cholesky(stationary), let noise = Cholesky(stationary * (2 * rate)) else {
      return nil
    }
    return numbers(root.lower) + numbers(noise.lower) + [0, 0, 0]
  }

  private static func lower(_ numbers: ArraySlice<Double>) -> Matrix {
    var matrix = Matrix(rows: size, columns: size)
    var next = numbers.startIndex
    for row in 0..<size {
      for column in 0...row {
        matrix[row, column] = row == column ? exp(numbers[next]) : numbers[next]
        next += 1
      }
    }
    return matrix
  }

  private static func numbers(_ lower: Matrix) -> [Double] {
    (0..<size).flatMap { row in
      (0...row).map { $0 == row ? log(lower[row, $0]) : lower[row, $0] }
    }
  }

  /// The steps over whole multiples of a time, by repeated squaring.
  func steps(over multiples: [Int], of unit: Double) -> [StateSpaceModel.Transition] {
    var powers = [(drift * unit).exponential()]
    return multiples.map { multiple in
      var matrix = Matrix.identity(StableDrift.size)
      var rest = multiple
      var bit = 0
      while rest > 0 {
        if bit == powers.count { powers.append(powers[bit - 1] * powers[bit - 1]) }
        if rest & 1 == 1 { matrix = matrix * powers[bit] }
        rest >>= 1
        bit += 1
      }
      let noise = stationary - matrix * stationary * matrix.transpose
      return .init(matrix: matrix.elements, noise: noise.symmetrised.elements)
    }
  }
}
