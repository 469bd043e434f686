private import Foundation
internal import Statistics

/// Minus the logarithm of likelihood times priors, over unbounded twins of the free parameters.
struct FitObjective {
  let lists: [RecalledList]
  let model: RetrievedContextModel
  let search: RetrievedContextSearch

  /// The parameters of the model at a point.
  func parameters(at point: [Double]) -> RetrievedContextParameters {
    var parameters = model.parameters
    for ((parameter, scale), z) in zip(zip(search.free, search.scales), point) {
      parameters[parameter] = scale.value(z)
    }
    return parameters
  }

  /// The value at a point; infinity where the recalls are impossible.
  func value(at point: [Double]) -> Double {
    let parameters = parameters(at: point)
    guard let here = try? model.with(parameters),
      let logLikelihood = try? here.logLikelihood(of: lists)
    else { return .infinity }
    return search.priors.reduce(-logLikelihood) { $0 - $1.value.logDensity(parameters[$1.key]) }
  }

  /// The searches from all starts, the best first.
  func searches() -> [Minimum] {
    let newton = QuasiNewton(tolerance: 1e-6, evaluationLimit: 400 * (search.free.count + 1))
    return startingPoints().map { newton.minimum(of: value(at:), from: $0) }
      .sorted { $0.value < $1.value }
  }

  /// The model as given, and the best of many random points.
  private func startingPoints() -> [[Double]] {
    let given = zip(search.free, search.scales).map { $1.unbounded(model.parameters[$0]) }
    var stream = RandomStream(seed: search.seed)
    var drawn: [(point: [Double], value: Double)] = []
    for _ in 0..<10 * (search.starts - 1) {
      let point = search.free.map { _ in
        let share = 0.05 + 0.9 * stream.uniform()
        return log(share / (1 - share))
      }
      drawn.append((point, value(at: point)))
    }
    drawn.sort { $0.value < $1.value }
    return [given] + drawn.prefix(search.starts - 1).map(\.point)
  }

  /// The estimates at the best point, with standard errors from the curvature there.
  func estimates(at point: [Double]) -> [RetrievedContextFit.Estimate] {
    let scales = search.scales
    let inner = point.indices.filter { !scales[$0].isAtBound(point[$0]) }
    let variances = curvatureVariances(at: point, inner)
    return point.indices.map { index in
      RetrievedContextFit.Estimate(
        parameter: search.free[index], value: scales[index].value(point[index]),
        range: scales[index].range,
        uncertainty: uncertainty(
          scales[index], point[index], inner.firstIndex(of: index).map { variances?[$0] }))
    }
  }

  /// The uncertainty of a parameter by the variance of its twin: none outside when the estimate lies
  /// on a bound, none inside when the curvature has no inverse.
  private func uncertainty(
    _ scale: BoundedScale, _ z: Double, _ variance: Double??
  ) -> RetrievedContextFit.Uncertainty {
    guard let variance else { return .atBound }
    guard let variance, variance > 0, variance.isFinite else { return .notIdentified }
    let spread = variance.squareRoot()
    let reach = Normal.standard.quantile(0.975) * spread
    return .known(
      standardError: scale.slope(z) * spread,
      interval: scale.value(z - reach)...scale.value(z + reach))
  }

  /// The variances of the coordinates that are not on a bound, the others held fixed.
  private func curvatureVariances(at point: [Double], _ inner: [Int]) -> [Double]? {
    let hessian = numericalHessian(
      of: { moved in
        var whole = point
        for (index, z) in zip(inner, moved) { whole[index] = z }
        return value(at: whole)
      }, at: inner.map { point[$0] }, step: 1e-2)
    guard hessian.isFinite, let cholesky = Cholesky(hessian) else { return nil }
    return cholesky.inverse.diagonal
  }
}
