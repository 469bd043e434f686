internal import Statistics

/// How far estimates may be off, by the curvature of the likelihood at the best point.
struct FitCurvature {
  private let objective: FitObjective
  private let point: [Double]
  private let scales: [BoundedScale]

  /// What can be said of a coordinate.
  private enum Spread {
    case bound
    case flat
    case variance(Double)
  }

  init(_ objective: FitObjective, at point: [Double]) {
    self.objective = objective
    self.point = point
    scales = objective.search.scales
  }

  /// The estimates with their uncertainty.
  func estimates() -> [RetrievedContextFit.Estimate] {
    let spreads = spreads()
    return point.indices.map { index in
      RetrievedContextFit.Estimate(
        parameter: objective.search.free[index], value: scales[index].value(point[index]),
        range: scales[index].range, uncertainty: uncertainty(index, spreads[index]))
    }
  }

  private func uncertainty(
    _ index: Int, _ spread: Spread
  ) -> RetrievedContextFit.Uncertainty {
    let (scale, z) = (scales[index], point[index])
    switch spread {
    case .bound: return .atBound
    case .flat: return .notIdentified
    case .variance(let variance):
      let deviation = variance.squareRoot()
      let reach = Normal.standard.quantile(0.975) * deviation
      return .known(
        standardError: scale.slope(z) * deviation,
        interval: scale.value(z - reach)...scale.value(z + reach))
    }
  }

  /// Coordinates on a bound are held fixed; the inverse of the curvature of the others is taken along
  /// the directions in which the likelihood falls off.
  private func spreads() -> [Spread] {
    var spreads = [Spread](repeating: .bound, count: point.count)
    let inner = point.indices.filter { !scales[$0].isAtBound(point[$0]) }
    for index in inner { spreads[index] = .flat }
    let hessian = numericalHessian(
      of: { moved in
        var whole = point
        for (index, z) in zip(inner, moved) { whole[index] = z }
        return objective.value(at: whole)
      }, at: inner.map { point[$0] }, step: 1e-2)
    guard hessian.isFinite, let eigen = SymmetricEigen(hessian) else { return spreads }
    let least = max(eigen.values.max() ?? 0, 0) * 1e-9
    let (steep, flat) = (
      eigen.values.indices.filter { eigen.values[$0] > least },
      eigen.values.indices.filter { eigen.values[$0] <= least }
    )
    for (row, index) in inner.enumerated() {
      func share(_ direction: Int) -> Double {
        eigen.vectors[row, direction] * eigen.vectors[row, direction]
      }
      let variance = steep.reduce(0) { $0 + share($1) / eigen.values[$1] }
      // A coordinate that takes part in a flat direction can move along it at no cost.
      guard flat.allSatisfy({ share($0) < 1e-4 }), variance > 0, variance.isFinite else { continue }
      spreads[index] = .variance(variance)
    }
    return spreads
  }
}
