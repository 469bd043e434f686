private import Foundation

extension Matrix {
  /// The matrix exponential.
  ///
  /// Padé approximation of degree 13 with scaling and squaring. Source: Higham (2005), SIAM J Matrix
  /// Anal Appl 26:1179-1193.
  ///
  /// - Returns: the exponential; not numbers if the matrix is not square or not finite.
  public func exponential() -> Matrix {
    let norm = columnNorm
    guard isSquare, norm.isFinite else {
      return Matrix(rows: rows, columns: columns, repeating: .nan)
    }
    let squarings = norm > Matrix.padéRadius ? Int(log2(norm / Matrix.padéRadius).rounded(.up)) : 0
    var result = (self * scalbn(1, -squarings)).padéExponential()
    for _ in 0..<squarings { result = result * result }
    return result
  }

  /// The greatest norm for which the approximation is exact to rounding.
  private static let padéRadius = 5.371920351148152

  private static let padéCoefficients: [Double] = [
    64_764_752_532_480_000, 32_382_376_266_240_000, 7_771_770_303_897_600, 1_187_353_796_428_800,
    129_060_195_264_000, 10_559_470_521_600, 670_442_572_800, 33_522_128_640, 1_323_241_920,
    40_840_800, 960_960, 16_380, 182, 1,
  ]

  private func padéExponential() -> Matrix {
    let b = Matrix.padéCoefficients
    let one = Matrix.identity(rows)
    let second = self * self
    let fourth = second * second
    let sixth = fourth * second
    let oddHigh = sixth * (sixth * b[13] + fourth * b[11] + second * b[9])
    let oddLow = sixth * b[7] + fourth * b[5] + second * b[3] + one * b[1]
    let evenHigh = sixth * (sixth * b[12] + fourth * b[10] + second * b[8])
    let evenLow = sixth * b[6] + fourth * b[4] + second * b[2] + one * b[0]
    let odd = self * (oddHigh + oddLow)
    let even = evenHigh + evenLow
    return LU(even - odd)?.solve(even + odd)
      ?? Matrix(rows: rows, columns: columns, repeating: .nan)
  }
}
