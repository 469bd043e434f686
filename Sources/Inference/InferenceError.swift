/// What keeps an analysis from being made, with what would mend it.
public enum InferenceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are too few observations.
  case tooFew(observed: Int, needed: Int, what: String)
  /// A number cannot be used.
  case unusable(String)
  /// A regressor adds nothing that the others do not hold.
  case collinear(name: String)
  /// An option is outside its range.
  case option(String)

  public var description: String {
    switch self {
    case .tooFew(let observed, let needed, let what):
      "not enough data yet for \(what): \(observed) observed, \(needed) needed"
    case .unusable(let reason), .option(let reason): reason
    case .collinear(let name):
      "\"\(name)\" is constant or a combination of the other regressors; leave it out"
    }
  }
}
