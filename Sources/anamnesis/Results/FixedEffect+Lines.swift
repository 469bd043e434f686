import Inference
import JSON
import Statistics

extension FixedEffect {
  /// The 95 % interval of the normal law.
  var interval: (lower: Double, upper: Double) {
    let reach = Normal.standard.quantile(0.975) * standardError
    return (estimate - reach, estimate + reach)
  }

  /// The effect for programs.
  var json: JSONValue {
    .object([
      "name": .string(name),
      "estimate": .number(estimate) ?? .null,
      "standardError": .number(standardError) ?? .null,
      "lower95": .number(interval.lower) ?? .null,
      "upper95": .number(interval.upper) ?? .null,
    ])
  }
}

extension [FixedEffect] {
  /// The effects as a table for people.
  var lines: [String] {
    var table = TextTable("effect", "estimate", "standard error", "95 % from", "to")
    for effect in self {
      table.add(
        effect.name, effect.estimate.digits(4), effect.standardError.digits(4),
        effect.interval.lower.digits(4), effect.interval.upper.digits(4))
    }
    return table.lines
  }
}

extension Matrix {
  /// The rows for programs.
  var json: JSONValue {
    .array((0..<rows).map { .array(row($0).map { .number($0) ?? .null }) })
  }
}
