private import Foundation
internal import Statistics

/// One chain of the Gibbs sampler of a ``HorseshoeRegression``, working in place.
final class HorseshoeChain {
  private let problem: HorseshoeRegression
  private let size: Int
  private var stream: RandomStream
  /// λ², ν, β, and workspaces.
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
  func step() -> Bool {
    guard factorPrecision() else { return false }
    drawNoise()
    drawCoefficients()
    drawLocalScales()
    drawGlobalScale()
    return true
  }

  func append(to kept: inout [Double]) { kept.append(contentsOf: coefficients) }

  /// L L' = X'X + diag(1/(τ²λ²) + 1/c²), and L⁻¹ X'y into `work`.
  private func factorPrecision() -> Bool {
    let slab = 1 / (problem.slab * problem.slab)
    return factor.withUnsafeMutableBufferPointer { factor in
      problem.gram.withUnsafeBufferPointer { gram in
        for row in 0..<size {
          for column in 0...row {
            var sum = gram[row &* size &+ column]
            if row == column { sum += 1 / (global * local[row]) + slab }
            for inner in 0..<column {
              sum -= factor[row &* size &+ inner] * factor[column &* size &+ inner]
            }
            if row != column {
              factor[row &* size &+ column] = sum * factor[column &* size &+ column]
              continue
            }
            guard sum > 0, sum.isFinite else { return false }
            // The diagonal is kept inverted: every later use divides by it.
            factor[row &* size &+ row] = 1 / sum.squareRoot()
          }
        }
        for row in 0..<size {
          var sum = problem.cross[row]
          for inner in 0..<row { sum -= factor[row &* size &+ inner] * work[inner] }
          work[row] = sum * factor[row &* size &+ row]
        }
        return true
      }
    }
  }

  /// σ² with β integrated out: inverse gamma with n/2 and (y'y - |L⁻¹X'y|²)/2.
  private func drawNoise() {
    let left = problem.total - dot(work, work)
    let rate = 0.5 * max(left, 1e-12 * problem.total)
    noise = rate / stream.gamma(shape: 0.5 * problem.degrees)
  }

  /// β ~ N(A⁻¹X'y, σ²A⁻¹): one backward substitution of L⁻¹X'y + σ z.
  private func drawCoefficients() {
    let spread = noise.squareRoot()
    for row in 0..<size { work[row] += spread * stream.normal() }
    factor.withUnsafeBufferPointer { factor in
      for row in (0..<size).reversed() {
        let value = work[row] * factor[row &* size &+ row]
        coefficients[row] = value
        for inner in 0..<row { work[inner] -= factor[row &* size &+ inner] * value }
      }
    }
  }

  /// λ² and its aid by their conditionals under the plain horseshoe, corrected for the slab.
  private func drawLocalScales() {
    for index in 0..<size {
      let pull = coefficients[index] * coefficients[index] / (2 * noise * global)
      let proposed = bounded((1 / localAid[index] + pull) / stream.exponential(rate: 1))
      let change = slabTerm(global * proposed) - slabTerm(global * local[index])
      if accepts(change) { local[index] = proposed }
      localAid[index] = (1 + 1 / local[index]) / stream.exponential(rate: 1)
    }
  }

  private func drawGlobalScale() {
    var pull = 1 / globalAid
    for index in 0..<size {
      pull += coefficients[index] * coefficients[index] / (2 * noise * local[index])
    }
    let proposed = bounded(pull / stream.gamma(shape: 0.5 * Double(size + 1)))
    var change = 0.0
    for value in local { change += slabTerm(proposed * value) - slabTerm(global * value) }
    if accepts(change) { global = proposed }
    let scale = problem.globalScale
    globalAid = (1 / (scale * scale) + 1 / global) / stream.exponential(rate: 1)
  }

  /// ½ log(1 + v/c²): what the slab adds to the log density of a coefficient of prior variance v.
  private func slabTerm(_ variance: Double) -> Double {
    0.5 * log1p(variance / (problem.slab * problem.slab))
  }

  private func accepts(_ change: Double) -> Bool { change >= 0 || stream.uniform() < exp(change) }

  /// Keeps a squared scale where its inverse is a finite number.
  private func bounded(_ value: Double) -> Double { min(max(value, 1e-200), 1e200) }
}
