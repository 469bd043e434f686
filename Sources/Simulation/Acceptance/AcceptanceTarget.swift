/// A published finding that simulated groups are held against.
public struct AcceptanceTarget: Hashable, Sendable {
  /// Whether the finding took part in the fit of the parameters.
  public enum Role: String, Hashable, Sendable {
    /// It was fitted.
    case fitted = "F"
    /// It was held out.
    case heldOut = "H"
  }

  /// What a value must be to pass.
  public enum Demand: Hashable, Sendable {
    /// Within 1.5 tolerances of a number.
    case near(Double, tolerance: Double)
    /// At least a number.
    case atLeast(Double)
    /// At most a number.
    case atMost(Double)
  }

  /// The name of the value.
  public let id: String
  /// The row of the acceptance table, such as `P3`.
  public let row: String
  /// What is found.
  public let phenomenon: String
  /// What is demanded.
  public let demand: Demand
  /// Whether it was fitted.
  public let role: Role
  /// Where it was published.
  public let source: String

  /// How many tolerances a value may lie off.
  public static let allowedTolerances = 1.5

  /// Whether a value passes.
  ///
  /// - Parameter value: the value of a simulated group.
  /// - Returns: whether it meets the demand; not a number never does.
  public func isMet(by value: Double) -> Bool {
    switch demand {
    case .near(let target, let tolerance):
      abs(value - target) <= AcceptanceTarget.allowedTolerances * tolerance
    case .atLeast(let least): value >= least
    case .atMost(let greatest): value <= greatest
    }
  }
}
