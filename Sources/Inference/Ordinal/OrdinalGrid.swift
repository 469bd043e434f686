private import Foundation
internal import Statistics

/// Hyperparameters with their shares of the posterior, each with its own propagation.
struct OrdinalGrid {
  let nodes: [(weight: Double, result: OrdinalPropagation.Result)]
  /// How many propagations were run.
  let evaluations: Int

  init(_ design: OrdinalDesign) throws(InferenceError) {
    if let affectScale = design.model.affectScale {
      self = try OrdinalGrid(around: design, affectScale: affectScale)
    } else {
      self = try OrdinalGrid(along: design)
    }
  }

  private init(nodes: [(weight: Double, result: OrdinalPropagation.Result)], evaluations: Int) {
    self.nodes = nodes
    self.evaluations = evaluations
  }

  /// The distance of neighbours on the logarithm of √q.
  private static let spacing = 0.5
  /// The fall of the log posterior beyond which a point no longer counts.
  private static let depth = 5.0

  /// One hyperparameter: an even grid over log √q, walked both ways from half the prior's scale
  /// until the posterior has fallen by ``depth``; each point starts from its neighbour's factors.
  private init(along design: OrdinalDesign) throws(InferenceError) {
    let propagation = OrdinalPropagation(design: design)
    let scale = design.model.levelScale
    func result(
      _ logarithm: Double, from start: [OrdinalFactors]?
    ) throws(InferenceError) -> Point {
      let values = Hyperparameters(levelVariance: exp(2 * logarithm), noiseVariance: 1)
      let result = try propagation.run(values, from: start)
      let prior = HyperparameterPrior.halfNormal(logarithm, scale: scale)
      return Point(logDensity: result.logEvidence + prior, result: result)
    }
    let middle = log(0.5 * scale)
    let first = try result(middle, from: nil)
    var points = [first]
    var best = first.logDensity
    for direction in [1.0, -1] {
      var last = first
      // Nine steps down reach 1 % of the start, where the level as good as stands still.
      for step in 1...9 {
        let place = middle + direction * Double(step) * OrdinalGrid.spacing
        last = try result(place, from: last.result.factors)
        points.append(last)
        best = max(best, last.logDensity)
        if last.logDensity < best - OrdinalGrid.depth { break }
      }
    }
    self = OrdinalGrid.weighing(points, evaluations: points.count)
  }

  private struct Point {
    let logDensity: Double
    let result: OrdinalPropagation.Result
  }

  private static func weighing(_ points: [Point], evaluations: Int) -> OrdinalGrid {
    let top = points.map(\.logDensity).max() ?? 0
    let kept = points.filter { $0.logDensity > top - depth }
      .sorted { $0.logDensity > $1.logDensity }
    let weights = kept.map { exp($0.logDensity - top) }
    let sum = weights.reduce(0, +)
    return OrdinalGrid(
      nodes: zip(kept, weights).map { ($1 / sum, $0.result) }, evaluations: evaluations)
  }

  /// Level and affect: points around the mode of three logarithms, √q, √s and τ.
  private init(around design: OrdinalDesign, affectScale: Double) throws(InferenceError) {
    let propagation = OrdinalPropagation(design: design)
    let levelScale = design.model.levelScale
    func values(_ point: [Double]) -> Hyperparameters {
      Hyperparameters(
        levelVariance: exp(2 * point[0]), affectVariance: exp(2 * point[1]),
        affectTimeConstant: exp(point[2]), noiseVariance: 1)
    }
    let start = [log(0.5 * levelScale), log(0.5 * affectScale), log(2)]
    // All points start from the same factors, so that the density is a function of the point alone.
    let factors = try propagation.run(values(start)).factors
    var evaluations = 1
    func objective(_ point: [Double]) -> Double {
      evaluations += 1
      guard point.allSatisfy({ abs($0) < 12 }),
        let result = try? propagation.run(values(point), from: factors)
      else { return .infinity }
      return -result.logEvidence
        - HyperparameterPrior.halfNormal(point[0], scale: levelScale)
        - HyperparameterPrior.halfNormal(point[1], scale: affectScale)
        - HyperparameterPrior.logNormal(point[2])
    }
    let mode = QuasiNewton(tolerance: 1e-4).minimum(of: objective, from: start)
    guard mode.value.isFinite else { throw .unusable("the answers have no finite likelihood") }
    var nodes: [(weight: Double, result: OrdinalPropagation.Result)] = []
    for node in HyperparameterGrid(mode: mode.point, objective: objective).nodes {
      nodes.append((node.weight, try propagation.run(values(node.point), from: factors)))
    }
    self.init(nodes: nodes, evaluations: evaluations)
  }
}
