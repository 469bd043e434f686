public import Time

/// The value of a fact; its unit is the one of the catalogue.
public enum FactValue: Hashable, Sendable {
  /// A finite number in the unit of the catalogue.
  case number(Double)
  /// Yes or no.
  case flag(Bool)
  /// One of the words of the catalogue.
  case choice(String)
  /// A calendar day.
  case date(Day)
  /// What is known of a set.
  case set(KnownSet)
  /// The bounds of a number of which no more is known, both included; the greater may be infinite.
  case range(ClosedRange<Double>)
}

extension FactValue {
  /// The value in words.
  ///
  /// - Parameter unit: the unit of the catalogue, nil where it has none.
  /// - Returns: the words.
  public func words(unit: String?) -> String {
    switch self {
    case .number(let value): ([trimmed(value)] + [unit].compactMap(\.self)).joined(separator: " ")
    case .flag(let value): value ? "yes" : "no"
    case .choice(let word): word
    case .date(let day): day.description
    case .set(let set): FactValue.words(set)
    case .range(let range):
      ([FactValue.words(range)] + [unit].compactMap(\.self)).joined(separator: " ")
    }
  }

  private static func words(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (trimmed(range.lowerBound), trimmed(range.upperBound))
    if range.upperBound == .infinity { return "at least \(low)" }
    return low == high ? low : "\(low) to \(high)"
  }

  /// A number of which the bounds are known; the number itself where they are the same.
  ///
  /// - Parameter range: the least and the most it can be.
  /// - Returns: the value.
  public static func between(_ range: ClosedRange<Double>) -> FactValue {
    range.lowerBound == range.upperBound ? .number(range.lowerBound) : .range(range)
  }

  private static func words(_ set: KnownSet) -> String {
    let has = set.has.isEmpty ? "none" : set.has.sorted().joined(separator: ", ")
    if set.isComplete { return has }
    let not = set.hasNot.isEmpty ? "" : "; not \(set.hasNot.sorted().joined(separator: ", "))"
    return "\(has) (perhaps more\(not))"
  }
}

/// A number without a trailing `.0`.
func trimmed(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
