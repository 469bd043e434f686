/// Why a simulation cannot be run as asked.
public enum SimulationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A number lies outside its range.
  case outOfRange(name: String, value: String, allowed: String)
  /// Nobody of those screened is ill enough to be included.
  case nobodyIncluded(screened: Int, leastTotal: Int)
  /// A treatment is not among those that are known.
  case unknownTreatment(name: String, known: [String])
  /// A parameter is not among those of the model.
  case unknownParameter(symbol: String)
  /// Two arms that are to be compared do not fit together.
  case armsDiffer(reason: String)

  /// What is wrong and what helps, in a sentence or two.
  public var description: String {
    switch self {
    case .outOfRange(let name, let value, let allowed):
      "\(name) is \(value); use \(allowed)."
    case .nobodyIncluded(let screened, let leastTotal):
      "None of \(screened) simulated people scores \(leastTotal) or more. "
        + "Screen more people or lower the score."
    case .unknownTreatment(let name, let known):
      "There is no treatment \"\(name)\"; known are \(known.joined(separator: ", "))."
    case .unknownParameter(let symbol):
      "The model has no parameter \"\(symbol)\"; the table of parameters lists all."
    case .armsDiffer(let reason):
      "The arms cannot be compared: \(reason)."
    }
  }

  /// Refuses a whole number outside a range.
  static func check(
    _ value: Int, _ name: String, in allowed: ClosedRange<Int>
  ) throws(SimulationError) {
    guard allowed.contains(value) else {
      throw .outOfRange(
        name: name, value: "\(value)",
        allowed: "a whole number from \(allowed.lowerBound) to \(allowed.upperBound)")
    }
  }

  /// Refuses a number outside a range, and what is not a number.
  static func check(
    _ value: Double, _ name: String, in allowed: ClosedRange<Double>
  ) throws(SimulationError) {
    guard allowed.contains(value) else {
      throw .outOfRange(
        name: name, value: "\(value)",
        allowed: "a number from \(allowed.lowerBound) to \(allowed.upperBound)")
    }
  }
}
