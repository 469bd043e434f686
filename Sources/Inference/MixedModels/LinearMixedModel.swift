public import Statistics

/// A linear mixed model y = X β + Z_i b_i + e, fitted exactly by ML or REML.
///
/// b_i ~ N(0, Σ) for each person, block diagonal; e ~ N(0, σ²), independent. Rows missing at
/// random do no harm: whoever came once still tells of the mean. Laird and Ware (1982), Biometrics
/// 38:963-974; the likelihoods count their constants as lme4 does.
///
/// Standard errors take the estimated variances as known, and there are no p values: with few people
/// their reference law is in doubt. With fewer than about 40 people read intervals as too narrow.
public struct LinearMixedModel: Hashable, Sendable {
  /// The covariance of one block of random effects.
  public struct Block: Hashable, Sendable {
    /// The names of the columns of Z.
    public let names: [String]
    /// Their covariance; singular, or 0, at the boundary.
    public let covariance: Matrix

    /// The standard deviation of each effect between people.
    public var standardDeviations: [Double] {
      covariance.diagonal.map { max($0, 0).squareRoot() }
    }

    /// The correlation of two effects; `nil` where one does not vary.
    public func correlation(_ first: Int, _ second: Int) -> Double? {
      let spread = standardDeviations
      guard spread.indices.contains(first), spread.indices.contains(second),
        spread[first] > 0, spread[second] > 0
      else { return nil }
      let ratio = covariance[first, second] / spread[first] / spread[second]
      return min(max(ratio, -1), 1)
    }
  }

  /// One person's own effects: shrunken towards 0 by as much as the person's rows leave open.
  public struct Person: Hashable, Sendable {
    /// The code of the person in the data.
    public let code: Int
    /// The number of rows.
    public let rows: Int
    /// The conditional means of b_i, in the order of the blocks.
    public let effects: [Double]
    /// The conditional covariance of b_i, coefficients taken as known.
    public let covariance: Matrix

    /// The conditional standard deviation of each effect.
    public var standardDeviations: [Double] {
      covariance.diagonal.map { max($0, 0).squareRoot() }
    }
  }

  /// Which likelihood was made largest.
  public let method: LikelihoodMethod
  /// β, in the order of the columns.
  public let fixedEffects: [FixedEffect]
  /// The covariance of the estimates of β.
  public let fixedCovariance: Matrix
  /// Σ, block by block.
  public let blocks: [Block]
  /// σ².
  public let residualVariance: Double
  /// The restricted or ordinary log-likelihood, all constants of 2π counted: n of them for ML,
  /// n - p for REML.
  public let logLikelihood: Double
  /// People in the order of their first row.
  public let people: [Person]
  /// The number of rows.
  public let rows: Int
  /// Whether a variance is 0 or a correlation ±1: the data do not tell these effects apart.
  public let isSingular: Bool
  /// Whether the search ended because nothing better was near.
  public let isConverged: Bool
  /// How many likelihoods the search took.
  public let evaluations: Int

  /// The coefficient of a column.
  ///
  /// - Parameter name: the name of the column.
  /// - Returns: its effect; `nil` if there is no such column.
  public func fixedEffect(_ name: String) -> FixedEffect? {
    fixedEffects.first { $0.name == name }
  }

  /// Σ as one matrix over all random effects, blocks along the diagonal.
  public var randomCovariance: Matrix {
    let size = blocks.reduce(0) { $0 + $1.names.count }
    var whole = Matrix(rows: size, columns: size)
    var offset = 0
    for block in blocks {
      for i in block.names.indices {
        for j in block.names.indices { whole[offset + i, offset + j] = block.covariance[i, j] }
      }
      offset += block.names.count
    }
    return whole
  }
}
