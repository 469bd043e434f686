import JSON
import Time

extension Decision {
  private enum CodingKeys: String, CodingKey {
    case about, outcome, rule, ruleVersion, reason, isShared, options, choice, participants,
      disagreement, reviewOn
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      about: container.decode(Name.self, forKey: .about),
      outcome: container.decode(Outcome.self, forKey: .outcome),
      rule: container.decodeIfPresent(Name.self, forKey: .rule),
      ruleVersion: container.decodeIfPresent(Name.self, forKey: .ruleVersion),
      reason: container.decodeIfPresent(FreeText.self, forKey: .reason),
      isShared: container.decodeIfPresent(Bool.self, forKey: .isShared),
      options: container.decodeIfPresent([Option].self, forKey: .options) ?? [],
      choice: container.decodeIfPresent(Name.self, forKey: .choice),
      participants: container.decodeIfPresent([Name].self, forKey: .participants) ?? [],
      disagreement: container.decodeIfPresent(FreeText.self, forKey: .disagreement),
      reviewOn: container.decodeIfPresent(Day.self, forKey: .reviewOn))
  }

  /// Writes the fact; what is not recorded is left out, as in records written before.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(about, forKey: .about)
    try container.encode(outcome, forKey: .outcome)
    try container.encodeIfPresent(rule, forKey: .rule)
    try container.encodeIfPresent(ruleVersion, forKey: .ruleVersion)
    try container.encodeIfPresent(reason, forKey: .reason)
    try container.encodeIfPresent(isShared, forKey: .isShared)
    if !options.isEmpty { try container.encode(options, forKey: .options) }
    try container.encodeIfPresent(choice, forKey: .choice)
    if !participants.isEmpty { try container.encode(participants, forKey: .participants) }
    try container.encodeIfPresent(disagreement, forKey: .disagreement)
    try container.encodeIfPresent(reviewOn, forKey: .reviewOn)
  }
}
