/// What keeps an analysis from being made, with what would mend it.
public enum InferenceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are too few observations.
  case tooFew(observed: Int, needed: Int, what: String)
  /// A number cannot be used.
  case unusable(String)
  /// A regressor adds nothing that the others do not hold.
  case collinear(name: String)
  /// A column does not vary, or has nothing of its own besides slow drift and weekdays.
  case noVariation(name: String)
  /// Most readings lie at one end of the scale.
  case atLimit(name: String, share: Double)
  /// Too many days are missing.
  case mostlyMissing(name: String, share: Double)
  /// An option is outside its range.
  case option(String)

  public var description: String {
    switch self {
    case .tooFew(let observed, let needed, let what):
      "not enough data yet for \(what): \(observed) observed, \(needed) needed"
    case .unusable(let reason), .option(let reason): reason
    case .collinear(let name):
      "\"\(name)\" is constant or a combination of the other regressors; leave it out"
    case .noVariation(let name):
      "\"\(name)\" does not vary from day to day; there is nothing to compare"
    case .atLimit(let name, let share):
      "\(InferenceError.percent(share)) of \"\(name)\" lies at one end of its scale; what happens "
        + "beyond that end cannot be seen"
    case .mostlyMissing(let name, let share):
      "\"\(name)\" is missing on \(InferenceError.percent(share)) of the days; the rest may not "
        + "stand for them"
    }
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((100 * min(max(share, 0), 1)).rounded())) %"
  }
}
