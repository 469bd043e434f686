private import Foundation

/// The arithmetic of one person in the deviance of a mixed model, on memory that others own.
struct PersonKernel {
  typealias Numbers = UnsafeMutableBufferPointer<Double>

  /// The number of random effects, and of columns of X with the outcome.
  let q: Int
  let r: Int
  /// For each column of Λ the row behind the last of its block.
  let ends: UnsafeBufferPointer<Int>
  /// Z'Z and Z'[X y].
  let squares: Numbers
  let sides: Numbers
  /// L, A or K, and C; see ``ProfiledDeviance``.
  let lower: Numbers
  let image: Numbers
  let whitened: Numbers
  /// Two times q numbers for passing use.
  let spare: Numbers
  /// Z'WX, q times p numbers for passing use.
  let remnant: Numbers

  /// Computes A = Z'ZΛ, L and C; gives log |M|.
  func factorise(_ lambda: UnsafeBufferPointer<Double>) -> Double {
    for i in 0..<q {
      for j in 0..<q {
        var sum = 0.0
        for k in j..<ends[j] { sum += squares[i &* q &+ k] * lambda[k &* q &+ j] }
        image[i &* q &+ j] = sum
      }
    }
    var determinant = 1.0
    for i in 0..<q {
      for j in 0...i {
        var sum = i == j ? 1.0 : 0
        for k in i..<ends[i] { sum += lambda[k &* q &+ i] * image[k &* q &+ j] }
        for k in 0..<j { sum -= lower[i &* q &+ k] * lower[j &* q &+ k] }
        if i == j {
          determinant *= sum
          lower[i &* q &+ i] = sum.squareRoot()
        } else {
          lower[i &* q &+ j] = sum / lower[j &* q &+ j]
        }
      }
      whiten(i, lambda)
    }
    return log(determinant)
  }

  /// Row i of C.
  private func whiten(_ i: Int, _ lambda: UnsafeBufferPointer<Double>) {
    let inverse = 1 / lower[i &* q &+ i]
    for c in 0..<r {
      var sum = 0.0
      for k in i..<ends[i] { sum += lambda[k &* q &+ i] * sides[k &* r &+ c] }
      for k in 0..<i { sum -= lower[i &* q &+ k] * whitened[k &* r &+ c] }
      whitened[i &* r &+ c] = sum * inverse
    }
  }

  /// Adds C'C, lower triangle.
  func addGram(to gram: Numbers) {
    for k in 0..<q {
      for a in 0..<r {
        let left = whitened[k &* r &+ a]
        for b in 0...a { gram[a &* r &+ b] += left * whitened[k &* r &+ b] }
      }
    }
  }

  /// Replaces A by K = A L⁻ᵀ.
  func turnImage() {
    for i in 0..<q {
      for j in 0..<q {
        var sum = image[i &* q &+ j]
        for m in 0..<j { sum -= image[i &* q &+ m] * lower[j &* q &+ m] }
        image[i &* q &+ j] = sum / lower[j &* q &+ j]
      }
    }
  }

  /// The derivative of log |M|: 2 Z'ZΛ M⁻¹ = 2 K L⁻¹.
  func addDeterminant(to slope: Numbers) {
    for i in 0..<q {
      for j in stride(from: q - 1, through: 0, by: -1) {
        var sum = image[i &* q &+ j]
        for m in j &+ 1..<q { sum -= spare[m] * lower[m &* q &+ j] }
        spare[j] = sum / lower[j &* q &+ j]
        slope[i &* q &+ j] += 2 * spare[j]
      }
    }
  }

  /// The derivative of the penalised residual sum of squares: -2 Z'(y - Xβ - ZΛu) u'.
  func addResidual(_ coefficients: UnsafeBufferPointer<Double>, scale: Double, to slope: Numbers) {
    residuals(coefficients)
    solveTransposed()
    for i in 0..<q {
      for j in 0..<q { slope[i &* q &+ j] -= 2 * scale * spare[q &+ i] * spare[j] }
    }
  }

  /// Puts C_y - C_X β into the first half of the spare numbers, and into the second the residual
  /// Z'(y - Xβ - ZΛu) = B_y - B_X β - K (C_y - C_X β).
  func residuals(_ coefficients: UnsafeBufferPointer<Double>) {
    let last = r &- 1
    for i in 0..<q {
      var value = whitened[i &* r &+ last]
      for c in 0..<last { value -= whitened[i &* r &+ c] * coefficients[c] }
      spare[i] = value
    }
    for i in 0..<q {
      var value = sides[i &* r &+ last]
      for c in 0..<last { value -= sides[i &* r &+ c] * coefficients[c] }
      for k in 0..<q { value -= image[i &* q &+ k] * spare[k] }
      spare[q &+ i] = value
    }
  }

  /// The spherical effects u = L⁻ᵀ (C_y - C_X β).
  func spherical(_ coefficients: [Double]) -> [Double] {
    let last = r - 1
    for i in 0..<q {
      spare[i] = whitened[i * r + last]
      for c in 0..<last { spare[i] -= whitened[i * r + c] * coefficients[c] }
    }
    solveTransposed()
    return (0..<q).map { spare[$0] }
  }

  /// Solves L' x = b in the first half of the spare numbers.
  private func solveTransposed() {
    for i in stride(from: q - 1, through: 0, by: -1) {
      var value = spare[i]
      for k in i &+ 1..<q { value -= lower[k &* q &+ i] * spare[k] }
      spare[i] = value / lower[i &* q &+ i]
    }
  }

  /// The derivative of log |X'WX|: -2 T T'Λ with T = Z'WX R⁻¹, X'WX = R'R.
  func addRestriction(
    _ inverse: UnsafeBufferPointer<Double>, _ lambda: UnsafeBufferPointer<Double>,
    to slope: Numbers
  ) {
    let p = r &- 1
    makeRemnant()
    for c in 0..<p {
      for i in 0..<q {
        var value = 0.0
        for a in 0...c { value += remnant[i &* p &+ a] * inverse[c &* p &+ a] }
        spare[i] = value
      }
      for j in 0..<q {
        var turned = 0.0
        for k in j..<ends[j] { turned += spare[k] * lambda[k &* q &+ j] }
        for i in 0..<q { slope[i &* q &+ j] -= 2 * spare[i] * turned }
      }
    }
  }

  /// Z'WX = B_X - K C_X.
  func makeRemnant() {
    let p = r &- 1
    for i in 0..<q {
      for c in 0..<p {
        var value = sides[i &* r &+ c]
        for k in 0..<q { value -= image[i &* q &+ k] * whitened[k &* r &+ c] }
        remnant[i &* p &+ c] = value
      }
    }
  }
}
