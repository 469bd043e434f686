import Time

extension FactTest {
  /// Answers the question.
  ///
  /// - Parameters:
  ///   - value: the fact's value; nil while it is unknown.
  ///   - day: the day on which it is asked.
  /// - Returns: unknown for an unknown fact and for a value of another type.
  func truth(_ value: FactValue?, on day: Day) -> Truth {
    switch (question, value) {
    case (.number(let comparison, let threshold), .number(let number)):
      Truth(comparison.holds(number, threshold))
    case (.number(let comparison, let threshold), .range(let range)):
      comparison.truth(of: range, threshold)
    case (.flag(let wanted), .flag(let flag)): Truth(flag == wanted)
    case (.choice(let words), .choice(let word)): Truth(words.contains(word))
    case (.daysSince(let comparison, let days), .date(let date)):
      Truth(comparison.holds(Double(day.days(since: date)), Double(days)))
    case (_, .set(let set)): truth(set)
    default: .unknown
    }
  }

  private func truth(_ set: KnownSet) -> Truth {
    switch question {
    case .containsAny(let members): members.reduce(.no) { $0.or(set.contains($1)) }
    case .containsAll(let members): members.reduce(.yes) { $0.and(set.contains($1)) }
    case .count(let members, let comparison, let threshold):
      comparison.truth(of: set.count(of: members), threshold)
    default: .unknown
    }
  }

  /// What of the fact is missing when the answer is unknown.
  ///
  /// - Parameter value: the fact's value; nil while it is unknown.
  /// - Returns: the fact, and for a set of which something is known the members in question.
  func missing(_ value: FactValue?) -> MissingFact {
    guard case .set(let set) = value else { return MissingFact(reference: reference, members: []) }
    let members: [String] =
      switch question {
      case .containsAny(let members), .containsAll(let members), .count(let members, _, _): members
      default: []
      }
    return MissingFact(
      reference: reference, members: members.filter { set.contains($0) == .unknown })
  }
}
