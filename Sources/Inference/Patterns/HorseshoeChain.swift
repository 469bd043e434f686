private import Foundation
internal import Statistics

/// One chain of the Gibbs sampler of a ``HorseshoeRegression``, working in place.
struct HorseshoeChain {
  private let problem: HorseshoeRegression
  private let size: Int
  private let slabPrecision: Double
  private var stream: RandomStream
  /// λ², ν, β, and workspaces. The factor is stored by columns, its diagonal inverted.
  private var local: [Double]
  private var localAid: [Double]
  private var coefficients: [Double]
  private var factor: [Double]
  private var work: [Double]
  /// τ², ξ, σ².
  private var global: Double
  private var globalAid = 1.0
  private var noise = 1.0

  init(_ problem: HorseshoeRegression, stream: RandomStream) {
    self.problem = problem
    self.stream = stream
    size = problem.count
    slabPrecision = 1 / (problem.slab * problem.slab)
    local = [Double](repeating: 1, count: size)
    localAid = local
    coefficients = [Double](repeating: 0, count: size)
    factor = [Double](repeating: 0, count: size * size)
    work = coefficients
    global = problem.globalScale * problem.globalScale
  }

  /// Goes through all conditionals once.
  ///
  /// - Returns: whether the precision of β could be factored.
  mutating func step() -> Bool {
    guard factorPrecision() else { return false }
    drawNoise()
    drawCoefficients()
    drawLocalScales()
    drawGlobalScale()
    return true
  }

  func append(to kept: inout [Double]) { kept.append(contentsOf: coefficients) }

  /// L L' = X'X + diag(1/(τ²λ²) + 1/c²), and L⁻¹ X'y into `work`.
  ///
  /// X'y goes along as a further row below the matrix: column by column, what a column explains is
  /// taken off all later ones.
  private mutating func factorPrecision() -> Bool {
    problem.gram.withUnsafeBufferPointer { gram in
      _ = factor.withUnsafeMutableBufferPointer { $0.update(fromContentsOf: gram) }
    }
    for index in 0..<size {
      factor[index &* size &+ index] += 1 / (global * local[index]) + slabPrecision
      work[index] = problem.cross[index]
    }
    return factor.withUnsafeMutableBufferPointer { factor in
      work.withUnsafeMutableBufferPointer { work in
        guard let factor = factor.baseAddress, let work = work.baseAddress else { return false }
        return HorseshoeChain.factor(factor, beside: work, size: size)
      }
    }
  }

  /// The Cholesky factor by columns, in place.
  private static func factor(
    _ factor: UnsafeMutablePointer<Double>, beside work: UnsafeMutablePointer<Double>, size: Int
  ) -> Bool {
    for column in 0..<size {
      let source = factor + column &* size
      guard source[column] > 0, source[column].isFinite else { return false }
      // The diagonal is kept inverted: every later use divides by it.
      let inverse = 1 / source[column].squareRoot()
      source[column] = inverse
      let value = work[column] * inverse
      work[column] = value
      for row in (column &+ 1)..<size { source[row] *= inverse }
      for later in (column &+ 1)..<size {
        let weight = source[later]
        let target = factor + later &* size
        work[later] -= weight * value
        for row in later..<size { target[row] -= weight * source[row] }
      }
    }
    return true
  }

  /// σ² with β integrated out: inverse gamma with n/2 and (y'y - |L⁻¹X'y|²)/2.
  private mutating func drawNoise() {
    let left = problem.total - dot(work, work)
    let rate = 0.5 * max(left, 1e-12 * problem.total)
    noise = rate / stream.gamma(shape: 0.5 * problem.degrees)
  }

  /// β ~ N(A⁻¹X'y, σ²A⁻¹): one backward substitution of L⁻¹X'y + σ z.
  private mutating func drawCoefficients() {
    let spread = noise.squareRoot()
    for row in 0..<size { work[row] += spread * stream.normal() }
    factor.withUnsafeBufferPointer { factor in
      coefficients.withUnsafeMutableBufferPointer { coefficients in
        for row in (0..<size).reversed() {
          var sum = work[row]
          for later in (row &+ 1)..<size {
            sum -= factor[row &* size &+ later] * coefficients[later]
          }
          coefficients[row] = sum * factor[row &* size &+ row]
        }
      }
    }
  }

  /// λ² and its aid by their conditionals under the plain horseshoe, corrected for the slab.
  private mutating func drawLocalScales() {
    let scale = 1 / (2 * noise * global)
    for index in 0..<size {
      let pull = coefficients[index] * coefficients[index] * scale
      let proposed = bounded((1 / localAid[index] + pull) / stream.exponential(rate: 1))
      // The slab multiplies the density of λ² by √(1 + τ²λ²/c²).
      let ratio = slabFactor(global * proposed) / slabFactor(global * local[index])
      if accepts(squared: ratio) { local[index] = proposed }
      localAid[index] = (1 + 1 / local[index]) / stream.exponential(rate: 1)
    }
  }

  private mutating func drawGlobalScale() {
    var pull = 0.0
    for index in 0..<size { pull += coefficients[index] * coefficients[index] / local[index] }
    let rate = 1 / globalAid + pull / (2 * noise)
    let proposed = bounded(rate / stream.gamma(shape: 0.5 * Double(size + 1)))
    var ratio = 1.0
    for value in local { ratio *= slabFactor(proposed * value) / slabFactor(global * value) }
    if accepts(squared: ratio) { global = proposed }
    let scale = problem.globalScale
    globalAid = (1 / (scale * scale) + 1 / global) / stream.exponential(rate: 1)
  }

  /// 1 + v/c²: its square root is what the slab puts before the density of a coefficient of prior
  /// variance v.
  private func slabFactor(_ variance: Double) -> Double { 1 + variance * slabPrecision }

  /// Accepts with a probability whose square is given.
  private mutating func accepts(squared ratio: Double) -> Bool {
    guard ratio < 1 else { return ratio >= 1 }
    let uniform = stream.uniform()
    return uniform * uniform < ratio
  }

  /// Keeps a squared scale where its inverse is a finite number.
  private func bounded(_ value: Double) -> Double { min(max(value, 1e-200), 1e200) }
}
