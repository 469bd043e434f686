/// Something that a human must look at.
public struct Signal: Hashable, Sendable, Codable {
  /// What a signal is about.
  public enum Kind: String, Choice {
    /// Thoughts of death or self-harm.
    case safety
    /// Things getting worse.
    case deterioration
    /// Signs of mania.
    case mania
    /// Memory or thinking getting worse.
    case cognition
    /// An unwanted effect.
    case sideEffect
    /// Anything else.
    case other
  }

  /// How soon a signal must be looked at.
  public enum Urgency: String, Choice {
    /// At once.
    case now
    /// On the same working day.
    case soon
    /// At the next visit.
    case routine
  }

  /// What it is about.
  public let kind: Kind
  /// How soon it must be looked at.
  public let urgency: Urgency
  /// What was seen.
  public let summary: FreeText
  /// The entries it comes from.
  public let causes: [EntryID]
  /// The rule that raised it.
  public let rule: Name?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - kind: what it is about.
  ///   - urgency: how soon it must be looked at.
  ///   - summary: what was seen.
  ///   - causes: the entries it comes from.
  ///   - rule: the rule that raised it.
  public init(
    kind: Kind, urgency: Urgency, summary: FreeText, causes: [EntryID] = [], rule: Name? = nil
  ) {
    self.kind = kind
    self.urgency = urgency
    self.summary = summary
    self.causes = causes
    self.rule = rule
  }

  private enum CodingKeys: String, CodingKey {
    case kind, urgency, summary, causes, rule
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      kind: container.decode(Kind.self, forKey: .kind),
      urgency: container.decode(Urgency.self, forKey: .urgency),
      summary: container.decode(FreeText.self, forKey: .summary),
      causes: container.decodeIfPresent([EntryID].self, forKey: .causes) ?? [],
      rule: container.decodeIfPresent(Name.self, forKey: .rule))
  }
}
