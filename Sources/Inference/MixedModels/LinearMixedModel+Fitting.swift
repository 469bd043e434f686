private import Foundation
internal import Statistics

extension LinearMixedModel {
  /// Fits a model.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - method: which likelihood to make largest.
  /// - Throws: ``InferenceError`` when a column is a combination of others, the outcome does not vary
  ///   beyond what is explained, or people differ but do not vary.
  public init(_ data: MixedModelData, method: LikelihoodMethod = .reml) throws(InferenceError) {
    let products = try PersonProducts(data)
    let factor = RelativeFactor(blocks: data.blocks.map(\.count))
    let deviance = ProfiledDeviance(products, factor, method)
    let found = BoundarySearch(deviance).minimum()
    let parameters = LinearMixedModel.snapped(found, factor, deviance)
    guard let fit = deviance.fit(parameters),
      fit.variance > 1e-12 * products.outcomeSquare
        / Double(products.rows)
    else {
      throw .unusable(
        "fixed and random effects explain the outcome exactly, so that no residual variance is "
          + "left to estimate; do the rows of a person ever differ?")
    }
    self.init(data, products, factor, deviance, fit, parameters, found)
  }

  /// Variances that are 0 but for rounding are set to 0, as long as the deviance does not mind.
  private static func snapped(
    _ found: Minimum, _ factor: RelativeFactor, _ deviance: ProfiledDeviance
  ) -> [Double] {
    var point = found.point
    for (index, place) in factor.places.enumerated() where place[0] == place[1] {
      guard abs(point[index]) < 1e-3 else { continue }
      var tried = point
      tried[index] = 0
      if let fit = deviance.fit(tried), fit.deviance <= found.value + 1e-8 { point = tried }
    }
    return point
  }

  private init(
    _ data: MixedModelData, _ products: PersonProducts, _ factor: RelativeFactor,
    _ deviance: ProfiledDeviance, _ fit: ProfiledFit, _ parameters: [Double], _ found: Minimum
  ) {
    let size = products.outcomeSize
    let variance = fit.variance * size * size
    let inner = fit.inverseTriangle.transpose * fit.inverseTriangle
    let covariance = products.basis.covariance(inner) * variance
    let estimates = products.basis.solve(
      zip(fit.coefficients, products.taken).map { ($0 + $1) * size })
    method = deviance.method
    fixedEffects = data.fixed.indices.map { index in
      FixedEffect(
        name: data.fixed[index].name, estimate: estimates[index],
        standardError: max(covariance[index, index], 0).squareRoot())
    }
    fixedCovariance = covariance
    residualVariance = variance
    logLikelihood =
      -0.5
      * (fit.deviance + 2 * fit.degrees * log(size)
        + (deviance.method == .reml ? products.basis.logDeterminant : 0))
    let lambda = factor.matrix(parameters)
    let scale = RandomScale(products)
    blocks = scale.blocks(lambda * lambda.transpose * variance, names: data.blocks)
    people = (0..<products.people).map { index in
      let (mean, spread) = deviance.effects(index, fit)
      return Person(
        code: data.groups.people[index],
        rows: data.groups.starts[index + 1] - data.groups.starts[index],
        effects: scale.effects(mean.map { $0 * size }),
        covariance: scale.covariance(spread * variance))
    }
    rows = data.rowCount
    isSingular = factor.places.indices.contains { index in
      factor.places[index][0] == factor.places[index][1] && abs(parameters[index]) < 1e-4
    }
    isConverged = found.outcome == .converged
    evaluations = found.evaluations
  }
}
