import Care

extension Wording {
  /// What a part was computed from: how much, when, what is missing, and how.
  func used(
    _ basis: Basis, noun: String, plural: String? = nil, isDaily: Bool = true
  ) -> [String] {
    guard let days = basis.days else { return ["No \(plural ?? noun + "s")."] }
    var sentences = [
      "\(CountText.of(basis.observations, noun, plural)), \(DateText.range(days))."
    ]
    if basis.missingDays > 0, isDaily {
      sentences.append(
        "\(CountText.of(basis.missingDays, "day")) in between \(basis.missingDays == 1 ? "has" : "have") "
          + "none; the longest gap is \(CountText.of(basis.longestGap, "day")).")
    }
    return sentences + (isPatient ? [] : [basis.method])
  }

  /// Why there is no answer yet.
  func missing(_ reason: NotYet) -> String {
    guard isPatient else { return reason.reason }
    guard let observed = reason.observed, let needed = reason.needed, needed > observed else {
      return "This cannot be worked out from the answers so far."
    }
    return "Not enough days yet: \(observed) so far, \(needed) are needed. There is no hurry."
  }
}
