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
    // In the order of parameters: a sum in the order of a dictionary would differ from run to run.
    return search.free.reduce(-logLikelihood) { sum, parameter in
      sum - (search.priors[parameter]?.logDensity(parameters[parameter]) ?? 0)
    }
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
}
