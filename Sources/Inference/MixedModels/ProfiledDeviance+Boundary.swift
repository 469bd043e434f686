internal import Statistics

extension ProfiledDeviance {
  /// The gradient of the deviance by S = ΛΛ', at the point that was fitted last:
  /// Σ Z'WZ - (n/r²) e e' - Z'WX (X'WX)⁻¹ X'WZ, e = Z'W(y - Xβ), the last term under REML.
  func covarianceSlope(_ fit: ProfiledFit) -> Matrix {
    let q = products.effects
    let p = products.fixed
    let scale = fit.degrees / fit.penalised
    var slope = Matrix(rows: q, columns: q)
    factor.ends.withUnsafeBufferPointer { ends in
      fit.coefficients.withUnsafeBufferPointer { coefficients in
        for person in 0..<products.people {
          let kernel = work.kernel(person, ends)
          kernel.turnImage()
          kernel.residuals(coefficients)
          kernel.makeRemnant()
          for i in 0..<q {
            for j in 0..<q {
              var value = kernel.squares[i * q + j]
              for k in 0..<q { value -= kernel.image[i * q + k] * kernel.image[j * q + k] }
              slope[i, j] += value - scale * kernel.spare[q + i] * kernel.spare[q + j]
            }
          }
          guard method == .reml, p > 0 else { continue }
          let remnant = Matrix((0..<q).map { i in (0..<p).map { kernel.remnant[i * p + $0] } })
          let turned = remnant * fit.inverseTriangle.transpose
          slope = slope - turned * turned.transpose
        }
      }
    }
    return slope
  }
}
