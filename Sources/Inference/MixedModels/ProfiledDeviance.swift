private import Foundation
internal import Statistics

/// The profiled deviance of a linear mixed model as a function of the relative factor Λ, with its
/// gradient.
///
/// With b_i = Λ u_i and u_i of variance σ²I, coefficients and σ² are profiled out: Bates, Mächler,
/// Bolker and Walker (2015), Journal of Statistical Software 67(1), section 3. People are
/// independent, so that one small factor a person, M_i = Λ'Z'ZΛ + I = L L', takes the place of a
/// sparse one. The gradient follows by differentiating the penalised sum of squares, whose
/// minimisers may be held (their own derivatives are 0 there), and the two determinants.
///
/// Complexity: O(people × q²(q + p)) a point, whatever the number of rows; nothing is allocated
/// for a person.
final class ProfiledDeviance {
  let products: PersonProducts
  let factor: RelativeFactor
  let method: LikelihoodMethod
  /// Λ, row after row.
  private var lambda: [Double]
  /// For each person L, A = Z'ZΛ (later K = A L⁻ᵀ) and C = L⁻¹Λ'Z'[X y].
  let work: WorkingMemory

  init(_ products: PersonProducts, _ factor: RelativeFactor, _ method: LikelihoodMethod) {
    self.products = products
    self.factor = factor
    self.method = method
    let q = products.effects
    lambda = [Double](repeating: 0, count: q * q)
    work = WorkingMemory(products)
  }

  /// The deviance and its gradient; infinite where rounding leaves nothing to profile.
  func evaluate(_ parameters: [Double]) -> (value: Double, gradient: [Double]) {
    guard let fit = fit(parameters) else {
      return (.infinity, [Double](repeating: .nan, count: parameters.count))
    }
    return (fit.deviance, gradient(fit))
  }

  /// Coefficients and residual variance at a point; `nil` where rounding leaves nothing to profile.
  func fit(_ parameters: [Double]) -> ProfiledFit? {
    for (place, value) in zip(factor.places, parameters) {
      lambda[place[0] * factor.size + place[1]] = value
    }
    let r = products.fixed + 1
    var gram = [Double](repeating: 0, count: r * r)
    var logDeterminant = 0.0
    lambda.withUnsafeBufferPointer { lambda in
      factor.ends.withUnsafeBufferPointer { ends in
        gram.withUnsafeMutableBufferPointer { gram in
          for person in 0..<products.people {
            let kernel = work.kernel(person, ends)
            logDeterminant += kernel.factorise(lambda)
            kernel.addGram(to: gram)
          }
        }
      }
    }
    return ProfiledFit(
      products: products, method: method, logDeterminant: logDeterminant, explained: gram)
  }

  /// The gradient at the point that was fitted last.
  private func gradient(_ fit: ProfiledFit) -> [Double] {
    let q = products.effects
    var slope = [Double](repeating: 0, count: q * q)
    let residualScale = fit.degrees / fit.penalised
    slope.withUnsafeMutableBufferPointer { slope in
      lambda.withUnsafeBufferPointer { lambda in
        factor.ends.withUnsafeBufferPointer { ends in
          fit.coefficients.withUnsafeBufferPointer { coefficients in
            fit.inverseTriangle.elements.withUnsafeBufferPointer { inverse in
              for person in 0..<products.people {
                let kernel = work.kernel(person, ends)
                kernel.turnImage()
                kernel.addDeterminant(to: slope)
                kernel.addResidual(coefficients, scale: residualScale, to: slope)
                if method == .reml { kernel.addRestriction(inverse, lambda, to: slope) }
              }
            }
          }
        }
      }
    }
    return factor.places.map { slope[$0[0] * q + $0[1]] }
  }

  /// The spherical effects u of each person, and Λ M⁻¹ Λ', at the point that was fitted last.
  func effects(_ person: Int, _ fit: ProfiledFit) -> (mean: [Double], covariance: Matrix) {
    let q = products.effects
    var mean = [Double](repeating: 0, count: q)
    var half = Matrix(rows: q, columns: q)
    let lower = work.lower(person)
    factor.ends.withUnsafeBufferPointer { ends in
      let kernel = work.kernel(person, ends)
      mean = kernel.spherical(fit.coefficients)
    }
    // half = L⁻¹ Λ'
    for column in 0..<q {
      for i in 0..<q {
        var value = lambda[column * q + i]
        for k in 0..<i { value -= lower[i * q + k] * half[k, column] }
        half[i, column] = value / lower[i * q + i]
      }
    }
    let effects = (0..<q).map { row in (0..<q).reduce(0) { $0 + lambda[row * q + $1] * mean[$1] } }
    return (effects, half.transpose * half)
  }
}
