import Time

/// When a rule applies: questions to facts, joined by all, any and not.
public indirect enum Condition: Hashable, Sendable {
  /// All of several hold.
  case all([Condition])
  /// At least one of several holds.
  case any([Condition])
  /// The contrary holds.
  case not(Condition)
  /// One fact is asked.
  case fact(FactTest)

  /// The questions to facts, from the first to the last.
  public var tests: [FactTest] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    case .not(let part): part.tests
    case .fact(let test): [test]
    }
  }

  /// Tells whether the condition holds.
  ///
  /// - Parameters:
  ///   - values: the values by slot; nil for what is unknown.
  ///   - day: the day on which it is asked.
  /// - Returns: the truth by Kleene's strong logic.
  func truth(_ values: [FactValue?], on day: Day) -> Truth {
    switch self {
    case .fact(let test): return test.truth(values[test.slot], on: day)
    case .not(let part): return part.truth(values, on: day).negated
    case .all(let parts):
      var truth = Truth.yes
      for part in parts where truth != .no { truth = truth.and(part.truth(values, on: day)) }
      return truth
    case .any(let parts):
      var truth = Truth.no
      for part in parts where truth != .yes { truth = truth.or(part.truth(values, on: day)) }
      return truth
    }
  }

  /// What is missing for an answer; only what can still make a difference.
  ///
  /// - Parameters:
  ///   - values: the values by slot.
  ///   - day: the day on which it is asked.
  /// - Returns: empty when the truth is known.
  func missing(_ values: [FactValue?], on day: Day) -> [MissingFact] {
    guard truth(values, on: day) == .unknown else { return [] }
    switch self {
    case .fact(let test): return [test.missing(values[test.slot])]
    case .not(let part): return part.missing(values, on: day)
    case .all(let parts), .any(let parts):
      var seen: Set<MissingFact> = []
      return parts.flatMap { $0.missing(values, on: day) }.filter { seen.insert($0).inserted }
    }
  }
}
