private import Foundation
internal import Statistics

/// The answers of one form and the normal factors that stand for them.
///
/// All items of a form look at the same severity, so that propagation within a form is a matter of
/// single numbers.
struct OrdinalFactors {
  let answers: [OrdinalAnswer]
  private(set) var sites: [NaturalNormal]
  /// The product of all sites.
  private(set) var product = NaturalNormal.flat

  /// The product, with a finite variance where the form says next to nothing.
  var held: NaturalNormal {
    NaturalNormal(precision: max(product.precision, 1e-9), shift: product.shift)
  }

  init(_ answers: [OrdinalAnswer]) {
    self.answers = answers
    sites = Array(repeating: .flat, count: answers.count)
  }

  /// Matches every site once against the cavity that all the others leave.
  ///
  /// - Parameters:
  ///   - prior: what everything outside the form says of its severity; a proper law.
  ///   - step: how far to move each site, 1 all the way.
  /// - Returns: the severity's law after the form.
  mutating func refine(under prior: NaturalNormal, step: Double = 1) -> NaturalNormal {
    var belief = prior + product
    for index in answers.indices {
      let cavity = belief - sites[index]
      let matched = answers[index].matched(under: cavity).site
      sites[index] = sites[index].moved(step, towards: matched)
      belief = cavity + sites[index]
    }
    product = sites.reduce(.flat, +)
    return prior + product
  }

  /// Σ log c: what each answer's probability holds beyond the shape of its site.
  func logConstants(under prior: NaturalNormal) -> Double {
    let belief = prior + product
    return answers.indices.reduce(0) { sum, index in
      let cavity = belief - sites[index]
      return sum + answers[index].matched(under: cavity).logProbability - belief.logMass
        + cavity.logMass
    }
  }

  /// The logarithm of the probability of all answers under a normal law of the severity, by
  /// propagation.
  func logPropagated(under prior: NaturalNormal) -> Double {
    var copy = self
    for _ in 0..<20 { _ = copy.refine(under: prior) }
    return copy.logConstants(under: prior) + (prior + copy.product).logMass - prior.logMass
  }

  /// The logarithm of the probability of all answers at a severity.
  func logProbability(at severity: Double) -> Double {
    answers.reduce(0) { $0 + $1.logProbability(at: severity) }
  }

  /// The logarithm of the probability of all answers under a normal law of the severity, by the
  /// trapezoidal rule around the law that propagation finds; about 1 part in 10^8.
  ///
  /// - Parameter prior: the law.
  /// - Returns: the logarithm of the integral.
  func logIntegral(under prior: NaturalNormal) -> Double {
    var copy = self
    for _ in 0..<8 { _ = copy.refine(under: prior) }
    let belief = prior + copy.product
    let step = 0.4 * belief.variance.squareRoot()
    let logs = (-20...20).map { place in
      let severity = belief.mean + Double(place) * step
      return logProbability(at: severity)
        + Normal(mean: prior.mean, standardDeviation: prior.variance.squareRoot())
        .logDensity(severity)
    }
    let top = logs.max() ?? 0
    return top + log(logs.reduce(0) { $0 + exp($1 - top) } * step)
  }
}
