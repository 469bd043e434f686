private import Foundation
internal import Statistics

/// Expectation propagation between ordered answers and the smoother, at given hyperparameters.
///
/// A sweep smooths the pseudo-observations of all forms, takes each form's own out of the severity's
/// law there, and matches the form's sites anew under what is left (Minka 2001). Steps are whole for
/// eight sweeps and half from then on, which settles what swings.
struct OrdinalPropagation {
  let design: OrdinalDesign
  /// How far severity may still move, in its own standard deviations, where sweeps end.
  var tolerance = 1e-4
  /// The most sweeps.
  var limit = 60

  struct Result {
    let hyperparameters: Hyperparameters
    let factors: [OrdinalFactors]
    let smoothing: StateSpaceModel.Smoothing
    /// What all other forms say of the severity at each form.
    let cavities: [NaturalNormal]
    /// The logarithm of the probability of all answers.
    let logEvidence: Double
    let sweeps: Int
    let isConverged: Bool
  }

  /// Runs sweeps until severity stays where it is.
  ///
  /// - Parameters:
  ///   - values: the hyperparameters.
  ///   - start: factors to begin from, such as those of near hyperparameters.
  /// - Returns: the converged factors with the smoothed states.
  /// - Throws: ``InferenceError/unusable(_:)`` when a number leaves the range of the arithmetic.
  func run(
    _ values: Hyperparameters, from start: [OrdinalFactors]? = nil
  ) throws(InferenceError) -> Result {
    let process = try design.process(values)
    var factors = start ?? design.factors
    var smoothing = try design.smoothing(process, factors.map(\.held))
    var isConverged = false
    var sweeps = 0
    while sweeps < limit, !isConverged {
      let change = sweep(&factors, smoothing, step: sweeps < 8 ? 1 : 0.5)
      guard change.isFinite else {
        throw .unusable("the answers drive severity out of the range of numbers")
      }
      smoothing = try design.smoothing(process, factors.map(\.held))
      isConverged = change < tolerance
      sweeps += 1
    }
    return finished(values, factors, smoothing, sweeps: sweeps, isConverged: isConverged)
  }

  /// Refines every form once and returns the largest move of severity, in standard deviations.
  private func sweep(
    _ factors: inout [OrdinalFactors], _ smoothing: StateSpaceModel.Smoothing, step: Double
  ) -> Double {
    var largest = 0.0
    for index in factors.indices {
      let law = severity(index, smoothing)
      let cavity = law - factors[index].held
      let after = factors[index].refine(under: cavity, step: step)
      let moved = (after.mean - law.mean) * law.precision.squareRoot()
      let change = max(abs(moved), abs(0.5 * log(after.precision / law.precision))) / step
      guard change.isFinite else { return .infinity }
      largest = max(largest, change)
    }
    return largest
  }

  private func severity(
    _ form: Int, _ smoothing: StateSpaceModel.Smoothing
  ) -> NaturalNormal {
    let law = design.law(
      of: design.severityStates, at: design.instants[form], in: smoothing)
    return NaturalNormal(
      mean: law.mean, variance: law.standardDeviation * law.standardDeviation)
  }

  /// log Z = log p(pseudo-observations) + Σ log ∫ site products + Σ log c: what the
  /// pseudo-observations say, less the constants that made them densities, plus the answers' own.
  private func finished(
    _ values: Hyperparameters, _ factors: [OrdinalFactors],
    _ smoothing: StateSpaceModel.Smoothing, sweeps: Int, isConverged: Bool
  ) -> Result {
    var cavities: [NaturalNormal] = []
    cavities.reserveCapacity(factors.count)
    var evidence = smoothing.likelihood.logLikelihood
    for (index, form) in factors.enumerated() {
      let product = form.held
      let cavity = severity(index, smoothing) - product
      cavities.append(cavity)
      evidence += product.logMass + 0.5 * log(2 * .pi) + form.logConstants(under: cavity)
    }
    return Result(
      hyperparameters: values, factors: factors, smoothing: smoothing, cavities: cavities,
      logEvidence: evidence, sweeps: sweeps, isConverged: isConverged)
  }
}
