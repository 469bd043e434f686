private import Foundation
internal import Statistics

extension PooledModel {
  /// The most parameters that are pooled together: their covariance has ten entries then, and the grid
  /// over them 533 points; it doubles with every further entry.
  public static let mostParameters = 4

  /// Pools estimates.
  ///
  /// - Parameter estimates: one for each person; at least 3 people more than covariates, at most
  ///   ``mostParameters`` parameters and 50 covariates.
  /// - Throws: ``InferenceError`` when there are too few people, shapes differ, a number cannot be
  ///   used, or a covariate is a combination of others.
  public init(_ estimates: [PooledEstimate]) throws(InferenceError) {
    let likelihood = try PooledModel.checked(estimates)
    let units = PooledModel.units(estimates)
    let scaled = PooledLikelihood(
      estimates: estimates.map { $0.divided(by: units) }, parameters: units.count,
      covariates: likelihood.covariates)
    let (between, isConverged) = try PooledModel.likeliest(scaled)
    let own = Matrix(diagonal: units)
    guard let best = likelihood.fit(own * between * own) else {
      throw .unusable("the sampling covariances are too uneven to pool")
    }
    let nodes = PooledModel.grid(scaled, around: between).compactMap { node -> Weighted? in
      let covariance = own * node.between * own
      guard let fit = likelihood.fit(covariance) else { return nil }
      let node = PooledNode(
        weight: node.weight, between: covariance, fit: fit, covariates: likelihood.covariates)
      return (node, fit.weights)
    }
    self.init(likelihood, own * between * own, best, nodes, isConverged)
  }

  /// A point of the grid with the inverse of S + V_i of each person.
  private typealias Weighted = (node: PooledNode, inverses: [Matrix])

  private init(
    _ likelihood: PooledLikelihood, _ between: Matrix, _ best: PooledLikelihood.Fit,
    _ weighted: [Weighted], _ isConverged: Bool
  ) {
    let nodes = weighted.map(\.node)
    self.between = between
    self.nodes = nodes
    self.isConverged = isConverged
    logLikelihood = best.logLikelihood
    coefficients = best.coefficients.indices.map { index in
      NormalMixture(nodes.map { $0.coefficient(index) })
    }
    spread = (0..<likelihood.parameters).map { parameter in
      nodes.map {
        WeightedValue(
          value: max($0.between[parameter, parameter], 0).squareRoot(), weight: $0.weight)
      }
    }
    people = likelihood.estimates.indices.map { index in
      let person = likelihood.estimates[index]
      let laws = weighted.map { $0.node.person(person, $0.inverses[index], likelihood) }
      let gain = between * best.weights[index]
      return Person(
        parameters: (0..<likelihood.parameters).map { parameter in
          NormalMixture(laws.map { $0[parameter] })
        }, shrinkage: gain.diagonal.map { 1 - $0 })
    }
  }

  /// EM steps, which cannot go astray, and then a search, which ends where EM would crawl.
  private static func likeliest(
    _ likelihood: PooledLikelihood
  ) throws(InferenceError) -> (Matrix, Bool) {
    var between = Matrix.identity(likelihood.parameters)
    for _ in 0..<10 {
      guard let next = likelihood.expectationStep(between) else {
        throw .unusable("a covariate is constant twice over or a combination of the others")
      }
      between = next
    }
    guard let root = Cholesky(between) else { return (between, true) }
    let start = (0..<between.rows).flatMap { a in (0...a).map { root.lower[a, $0] } }
    let found = QuasiNewton(tolerance: 1e-9, evaluationLimit: 500)
      .minimum(ofDifferentiable: likelihood.deviance, from: start)
    var entries = found.point
    for index in entries.indices where abs(entries[index]) < 1e-4 {
      var tried = entries
      tried[index] = 0
      if likelihood.deviance(tried).value <= found.value + 1e-8 { entries = tried }
    }
    let lower = likelihood.factor(entries)
    return (lower * lower.transpose, found.outcome == .converged)
  }

  /// The typical size of each parameter's estimates, to search in.
  private static func units(_ estimates: [PooledEstimate]) -> [Double] {
    let count = Double(estimates.count)
    return (estimates.first?.estimate ?? []).indices.map { index in
      let mean = estimates.reduce(0) { $0 + $1.estimate[index] / count }
      let variance = estimates.reduce(0) {
        let deviation = $1.estimate[index] - mean
        return $0 + (deviation * deviation + $1.covariance[index, index]) / count
      }
      return variance > 0 && variance.isFinite ? variance.squareRoot() : 1
    }
  }

  private static func checked(
    _ estimates: [PooledEstimate]
  ) throws(InferenceError) -> PooledLikelihood {
    guard let first = estimates.first else {
      throw .tooFew(observed: 0, needed: 4, what: "people to pool")
    }
    let (size, covariates) = (first.estimate.count, first.covariates.count)
    guard 1...mostParameters ~= size, 1...50 ~= covariates else {
      throw .option("1 to \(mostParameters) parameters and 1 to 50 covariates can be pooled")
    }
    guard estimates.count >= covariates + 3 else {
      throw .tooFew(observed: estimates.count, needed: covariates + 3, what: "people to pool")
    }
    for (index, person) in estimates.enumerated() {
      guard person.estimate.count == size, person.covariates.count == covariates,
        person.covariance.rows == size, person.covariance.columns == size
      else { throw .unusable("person \(index + 1) has another number of parameters or covariates") }
      let numbers = person.estimate + person.covariates
      guard numbers.allSatisfy({ $0.isFinite && abs($0) < 1e100 }),
        Cholesky(person.covariance) != nil,
        person.covariance.diagonal.allSatisfy({ 1e-200 < $0 && $0 < 1e200 })
      else {
        throw .unusable(
          "person \(index + 1) has an estimate that is no number or a covariance that is not "
            + "positive definite; leave the person out")
      }
    }
    return PooledLikelihood(estimates: estimates, parameters: size, covariates: covariates)
  }
}

extension PooledEstimate {
  /// The same in other units.
  func divided(by units: [Double]) -> PooledEstimate {
    let inverse = Matrix(diagonal: units.map { 1 / $0 })
    return PooledEstimate(
      estimate: zip(estimate, units).map { $0 / $1 },
      covariance: (inverse * covariance * inverse).symmetrised, covariates: covariates)
  }
}
