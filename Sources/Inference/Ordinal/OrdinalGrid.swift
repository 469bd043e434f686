private import Foundation
internal import Statistics

/// Hyperparameters with their shares of the posterior, each with its own propagation.
struct OrdinalGrid {
  let nodes: [(weight: Double, result: OrdinalPropagation.Result)]
  /// How many propagations were run.
  let evaluations: Int

  init(_ design: OrdinalDesign) throws(InferenceError) {
    if let affectScale = design.model.affectScale {
      self = try AffectSearch(design: design, affectScale: affectScale).grid()
    } else {
      self = try LevelWalk(design: design).grid()
    }
  }

  fileprivate init(
    nodes: [(weight: Double, result: OrdinalPropagation.Result)], evaluations: Int
  ) {
    self.nodes = nodes
    self.evaluations = evaluations
  }
}

/// One hyperparameter: an even grid over log √q, walked both ways from half the prior's scale until
/// the posterior has fallen by ``depth``; each point starts from its neighbour's factors.
private struct LevelWalk {
  let design: OrdinalDesign

  /// The distance of neighbours.
  private static let spacing = 0.5
  /// The fall of the log posterior beyond which a point no longer counts.
  private static let depth = 5.0
  /// Nine steps down reach 1 % of the start, where the level as good as stands still.
  private static let reach = 9

  private struct Point {
    let logDensity: Double
    let result: OrdinalPropagation.Result
  }

  func grid() throws(InferenceError) -> OrdinalGrid {
    let middle = log(0.5 * design.model.levelScale)
    let first = try point(middle, from: nil)
    var points = [first]
    var best = first.logDensity
    for direction in [1.0, -1] {
      var last = first
      for step in 1...LevelWalk.reach {
        last = try point(
          middle + direction * Double(step) * LevelWalk.spacing, from: last.result.factors)
        points.append(last)
        best = max(best, last.logDensity)
        if last.logDensity < best - LevelWalk.depth { break }
      }
    }
    return weighed(points, best: best)
  }

  private func point(
    _ logarithm: Double, from start: [OrdinalFactors]?
  ) throws(InferenceError) -> Point {
    let values = Hyperparameters(levelVariance: exp(2 * logarithm), noiseVariance: 1)
    let result = try OrdinalPropagation(design: design).run(values, from: start)
    let prior = HyperparameterPrior.halfNormal(logarithm, scale: design.model.levelScale)
    return Point(logDensity: result.logEvidence + prior, result: result)
  }

  private func weighed(_ points: [Point], best: Double) -> OrdinalGrid {
    let kept = points.filter { $0.logDensity > best - LevelWalk.depth }
      .sorted { $0.logDensity > $1.logDensity }
    let weights = kept.map { exp($0.logDensity - best) }
    let sum = weights.reduce(0, +)
    return OrdinalGrid(
      nodes: zip(kept, weights).map { ($1 / sum, $0.result) }, evaluations: points.count)
  }
}

/// Level and affect: points around the mode of three logarithms, √q, √s and τ.
private struct AffectSearch {
  let design: OrdinalDesign
  let affectScale: Double

  func grid() throws(InferenceError) -> OrdinalGrid {
    let start = [log(0.5 * design.model.levelScale), log(0.5 * affectScale), log(2)]
    let propagation = OrdinalPropagation(design: design)
    // All points start from the same factors, so that the density is a function of the point alone.
    let factors = try propagation.run(values(start)).factors
    var evaluations = 1
    func objective(_ point: [Double]) -> Double {
      evaluations += 1
      guard point.allSatisfy({ abs($0) < 12 }),
        let result = try? propagation.run(values(point), from: factors)
      else { return .infinity }
      return -result.logEvidence - logPrior(point)
    }
    let mode = QuasiNewton(tolerance: 1e-4).minimum(of: objective, from: start)
    guard mode.value.isFinite else { throw .unusable("the answers have no finite likelihood") }
    var nodes: [(weight: Double, result: OrdinalPropagation.Result)] = []
    for node in HyperparameterGrid(mode: mode.point, objective: objective).nodes {
      nodes.append((node.weight, try propagation.run(values(node.point), from: factors)))
    }
    return OrdinalGrid(nodes: nodes, evaluations: evaluations + nodes.count)
  }

  private func values(_ point: [Double]) -> Hyperparameters {
    Hyperparameters(
      levelVariance: exp(2 * point[0]), affectVariance: exp(2 * point[1]),
      affectTimeConstant: exp(point[2]), noiseVariance: 1)
  }

  private func logPrior(_ point: [Double]) -> Double {
    HyperparameterPrior.halfNormal(point[0], scale: design.model.levelScale)
      + HyperparameterPrior.halfNormal(point[1], scale: affectScale)
      + HyperparameterPrior.logNormal(point[2])
  }
}
