public import Statistics

/// People's separate estimates pooled by empirical Bayes: each is pulled towards what the others
/// show, by as much as it is uncertain itself.
///
/// θ_i ~ N(Γ x_i, S), estimate_i ~ N(θ_i, V_i). S maximises the restricted likelihood. Means and
/// people are averaged over what S may be, by a grid over its likelihood, so that their intervals
/// hold the uncertainty of S and Γ. The prior is flat in the standard deviation between people
/// (Gelman 2006, Bayesian Analysis 1:515-534) or, for several parameters, in the entries of the
/// Cholesky factor of S.
public struct PooledModel: Hashable, Sendable {
  /// What is known of one person.
  public struct Person: Hashable, Sendable {
    /// The law of each parameter given the estimates of all people.
    public let parameters: [NormalMixture]
    /// The share of the way from the person's own estimate to the common mean, at the likeliest S;
    /// 0 for an estimate taken as it is.
    public let shrinkage: [Double]
  }

  /// The law of each coefficient of Γ, parameter after parameter, covariate after covariate.
  public let coefficients: [NormalMixture]
  /// The likeliest covariance between people, by the restricted likelihood; 0 at the boundary.
  public let between: Matrix
  /// What the standard deviations of the parameters between people may be: the grid's values with
  /// their weights.
  public let spread: [[WeightedValue]]
  /// People in the order given.
  public let people: [Person]
  /// The restricted log-likelihood at ``between``, n d - d c constants of 2π.
  public let logLikelihood: Double
  /// Whether the search ended because nothing better was near.
  public let isConverged: Bool

  /// A value of a grid with its weight.
  public struct WeightedValue: Hashable, Sendable {
    /// The value.
    public let value: Double
    /// Its weight; weights sum to 1.
    public let weight: Double
  }

  /// The law of a parameter in a person of whom nothing but the covariates is known.
  ///
  /// - Parameter covariates: as many as the estimates have.
  /// - Returns: one law for each parameter; empty when the number of covariates is another.
  public func newPerson(covariates: [Double]) -> [NormalMixture] {
    guard covariates.count == nodes.first?.covariates else { return [] }
    return (0..<between.rows).map { parameter in
      NormalMixture(nodes.map { $0.newPerson(covariates, parameter) })
    }
  }

  let nodes: [PooledNode]
}
