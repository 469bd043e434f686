/// A linear-Gaussian state-space model with regression columns.
///
///     x(0) ~ N(0, P)            x(t) = Φ x(t-1) + N(0, Q)      Φ, Q by transition
///     y    = z'x(t) + c'β + N(0, r)                           z, r by series
///     β_j  ~ N(0, b_j), b_j = ∞ for a diffuse coefficient
///
/// Unknown starting levels are diffuse coefficients of constant columns, so that the filter itself
/// is always proper (de Jong 1991, Annals of Statistics 19:1073).
public struct StateSpaceModel: Sendable {
  /// How the state moves over one kind of gap.
  public struct Transition: Sendable {
    /// Φ, row-major.
    public var matrix: [Double]
    /// Q, row-major and symmetric.
    public var noise: [Double]

    /// Creates a transition.
    ///
    /// - Parameters:
    ///   - matrix: Φ, row-major.
    ///   - noise: Q, row-major and symmetric.
    public init(matrix: [Double], noise: [Double]) {
      self.matrix = matrix
      self.noise = noise
    }
  }

  /// The number of states.
  public let stateCount: Int
  /// P, row-major.
  public let initialCovariance: [Double]
  /// The transitions that ``Observations/transitions`` points at.
  public let transitions: [Transition]
  /// z of each series.
  public let rows: [[Double]]
  /// r of each series.
  public let variances: [Double]
  /// b of each regressor; infinity for a diffuse coefficient.
  public let coefficientVariances: [Double]

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - initialCovariance: P, row-major; its size sets the number of states.
  ///   - transitions: Φ and Q for every kind of gap.
  ///   - rows: z of each series.
  ///   - variances: r of each series.
  ///   - coefficientVariances: b of each regressor.
  /// - Throws: ``StateSpaceError`` when sizes do not fit or a number is not finite.
  public init(
    initialCovariance: [Double], transitions: [Transition], rows: [[Double]], variances: [Double],
    coefficientVariances: [Double] = []
  ) throws(StateSpaceError) {
    let count = rows.first?.count ?? 0
    guard count > 0, rows.allSatisfy({ $0.count == count }), rows.count == variances.count,
      initialCovariance.count == count * count,
      transitions.allSatisfy({
        $0.matrix.count == count * count && $0.noise.count == count * count
      })
    else { throw .shape("the matrices of the model do not fit together") }
    guard variances.allSatisfy({ $0 >= 0 && $0.isFinite }),
      coefficientVariances.allSatisfy({ $0 > 0 }), initialCovariance.allSatisfy(\.isFinite),
      rows.allSatisfy({ $0.allSatisfy(\.isFinite) }),
      transitions.allSatisfy({
        $0.matrix.allSatisfy(\.isFinite) && $0.noise.allSatisfy(\.isFinite)
      })
    else { throw .value("the model holds a number that is not finite or a negative variance") }
    stateCount = count
    self.initialCovariance = initialCovariance
    self.transitions = transitions
    self.rows = rows
    self.variances = variances
    self.coefficientVariances = coefficientVariances
  }

  func check(_ data: Observations) throws(StateSpaceError) {
    guard data.regressorCount == coefficientVariances.count else {
      throw .shape("\(data.regressorCount) regressors for \(coefficientVariances.count) priors")
    }
    guard data.extents.series <= rows.count, data.extents.transitions <= transitions.count
    else { throw .shape("an observation names a series or a transition that the model lacks") }
  }
}
