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

  /// One law needs no list; most mixtures under maximum likelihood are of that kind.
  private enum Storage: Hashable, Sendable {
    case one(Normal)
    case many([Component])
  }

  private let storage: Storage

  /// Mixes components.
  ///
  /// - Parameter components: at least one, with weights that sum to 1.
  public init(_ components: [Component]) {
    if let only = components.first, components.count == 1 {
      storage = .one(only.law)
    } else {
      storage = .many(components)
    }
  }

  /// Takes a single law for a mixture.
  ///
  /// - Parameter law: the law.
  public init(_ law: Normal) { storage = .one(law) }

  /// The components.
  public var components: [Component] {
    switch storage {
    case .one(let law): [Component(weight: 1, law: law)]
    case .many(let components): components
    }
  }

  private func average(_ value: (Normal) -> Double) -> Double {
    switch storage {
    case .one(let law): value(law)
    case .many(let components): components.reduce(0) { $0 + $1.weight * value($1.law) }
    }
  }

  /// The mean of the mixture.
  public var mean: Double { average(\.mean) }

  /// The standard deviation of the mixture.
  public var standardDeviation: Double {
    let centre = mean
    return average { law in
      let offset = law.mean - centre
      return law.standardDeviation * law.standardDeviation + offset * offset
    }.squareRoot()
  }

  /// The probability of a value at or below a bound.
  ///
  /// - Parameter x: the bound.
  /// - Returns: a probability.
  public func cumulative(_ x: Double) -> Double {
    average { $0.cumulative(x) }
  }

  /// The density.
  ///
  /// - Parameter x: where.
  /// - Returns: the density per unit of x.
  public func density(_ x: Double) -> Double {
    average { $0.density(x) }
  }

  /// The central interval that holds a share of the mixture.
  ///
  /// - Parameter share: between 0 and 1, such as 0.95.
  /// - Returns: its lower and upper end; the whole line where these are not numbers.
  public func interval(_ share: Double) -> ClosedRange<Double> {
    QuantileSearch(components).interval(share)
  }
}
