/// A weighted mixture of normal laws: what remains uncertain when variances are uncertain too.
public struct NormalMixture: Hashable, Sendable {
  /// One component.
  public struct Component: Hashable, Sendable {
    /// Its share, positive; shares sum to 1.
    public let weight: Double
    /// Its law.
    public let law: Normal

    /// Creates a component.
    ///
    /// - Parameters:
    ///   - weight: its share.
    ///   - law: its law.
    public init(weight: Double, law: Normal) {
      self.weight = weight
      self.law = law
    }
  }

  /// The components.
  public let components: [Component]

  /// Mixes components.
  ///
  /// - Parameter components: at least one, with weights that sum to 1.
  public init(_ components: [Component]) { self.components = components }

  /// The mean of the mixture.
  public var mean: Double { components.reduce(0) { $0 + $1.weight * $1.law.mean } }

  /// The standard deviation of the mixture.
  public var standardDeviation: Double {
    let centre = mean
    return components.reduce(0) { sum, component in
      let offset = component.law.mean - centre
      let spread = component.law.standardDeviation
      return sum + component.weight * (spread * spread + offset * offset)
    }.squareRoot()
  }

  /// The probability of a value at or below a bound.
  ///
  /// - Parameter x: the bound.
  /// - Returns: a probability.
  public func cumulative(_ x: Double) -> Double {
    components.reduce(0) { $0 + $1.weight * $1.law.cumulative(x) }
  }

  /// The density.
  ///
  /// - Parameter x: where.
  /// - Returns: the density per unit of x.
  public func density(_ x: Double) -> Double {
    components.reduce(0) { $0 + $1.weight * $1.law.density(x) }
  }

  /// The value below which a share of the mixture lies, by bisection to about 1e-12 of its spread.
  ///
  /// - Parameter probability: the share, strictly between 0 and 1; 0 and 1 give the far ends.
  /// - Returns: the quantile.
  public func quantile(_ probability: Double) -> Double {
    let candidates = components.map { $0.law.quantile(min(max(probability, 1e-12), 1 - 1e-12)) }
    guard var low = candidates.min(), var high = candidates.max(), low < high else {
      return candidates.first ?? 0
    }
    for _ in 0..<60 {
      let middle = low + (high - low) / 2
      if cumulative(middle) < probability { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// The central interval that holds a share of the mixture.
  ///
  /// - Parameter share: between 0 and 1, such as 0.95.
  /// - Returns: its lower and upper end.
  public func interval(_ share: Double) -> ClosedRange<Double> {
    let low = quantile((1 - share) / 2)
    return low...max(low, quantile((1 + share) / 2))
  }
}
