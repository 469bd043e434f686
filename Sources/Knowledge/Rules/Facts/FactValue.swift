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
    }
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
