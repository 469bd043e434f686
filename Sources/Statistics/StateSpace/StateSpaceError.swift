/// What makes a state-space computation impossible.
public enum StateSpaceError: Error, Hashable, CustomStringConvertible {
  /// Array sizes do not fit together.
  case shape(String)
  /// A number is not finite, or a variance is negative.
  case value(String)
  /// The regressor with this index cannot be told from the others.
  case collinear(column: Int)
  /// There are fewer observations than quantities to estimate.
  case tooFew(observations: Int, needed: Int)

  public var description: String {
    switch self {
    case .shape(let reason), .value(let reason): reason
    case .collinear(let column):
      "regressor \(column + 1) is constant or a combination of the others; leave one out"
    case .tooFew(let observations, let needed):
      "\(observations) observations, but at least \(needed) are needed"
    }
  }
}
