private import Foundation
internal import Statistics

/// The curvature of a diary's likelihood at its maximum.
struct DiaryCurvature {
  /// Whether half-life and share lie well inside their ranges.
  let isInterior: Bool
  /// The standard errors of the baseline and the sensitivities.
  let standardErrors: [Double]

  init(
    likelihood: DiaryLikelihood, dynamics: DiaryLikelihood.Dynamics,
    profile: DiaryLikelihood.Profile
  ) {
    let model = likelihood.model
    let known = profile.covariance.diagonal.map { max($0, 0).squareRoot() }
    let halfLives = DiarySearch.halfLives
    let isHalfLifeInside =
      dynamics.halfLife > 1.2 * halfLives.lowerBound
      && dynamics.halfLife < halfLives.upperBound / 1.2
    let isShareInside = 0.01...0.98 ~= dynamics.contextShare
    let isInside =
      (!model.hasHalfLife || isHalfLifeInside) && (!model.hasInertia || isShareInside)
    guard isInside, model.events == .lingering,
      let errors = DiaryCurvature.errors(likelihood, dynamics, profile)
    else {
      isInterior = isInside && model.events != .lingering
      standardErrors = known
      return
    }
    isInterior = true
    // The baseline is orthogonal to the dynamics but for the noise of a finite diary.
    standardErrors = [known[0]] + errors
  }

  /// The errors of the sensitivities with half-life and share estimated beside them.
  private static func errors(
    _ likelihood: DiaryLikelihood, _ dynamics: DiaryLikelihood.Dynamics,
    _ profile: DiaryLikelihood.Profile
  ) -> [Double]? {
    let effects = Array(profile.coefficients.dropFirst())
    let hasInertia = likelihood.model.hasInertia
    let share = dynamics.contextShare
    var point = effects + [log(dynamics.halfLife)]
    if hasInertia { point.append(log(share / (1 - share))) }
    func value(_ point: [Double]) -> Double {
      let share = hasInertia ? 1 / (1 + exp(-point[effects.count + 1])) : 0
      let moved = DiaryLikelihood.Dynamics(
        halfLife: exp(point[effects.count]), contextShare: share)
      let found = likelihood.profile(moved, sensitivities: Array(point.prefix(effects.count)))
      return -(found?.logLikelihood ?? -.infinity)
    }
    let hessian = numericalHessian(of: value, at: point, step: 1e-3, isExtrapolated: false)
    guard hessian.isFinite, let factor = Cholesky(hessian) else { return nil }
    let variances = factor.inverse.diagonal.prefix(effects.count)
    guard variances.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    return variances.map { $0.squareRoot() }
  }
}
