/// What raises signals, and the standard texts and the plan about safety.
public struct SafetyKnowledge: Hashable, Sendable {
  /// What raises signals, in the order of the resource.
  public internal(set) var rules: [SignalRule]
  /// The provenance of the rules; nil when no document holds any.
  public let provenance: Provenance?
  /// The standard texts by identifier.
  public let texts: [String: SafetyText]
  /// The components of a safety plan, in their order.
  public let plan: [PlanComponent]

  /// Finds a rule.
  ///
  /// - Parameter id: the rule's identifier.
  /// - Returns: the rule; nil when there is none.
  public func rule(_ id: SignalRuleID) -> SignalRule? { rules.first { $0.id == id } }

  /// Finds a standard text.
  ///
  /// - Parameter id: the text's identifier.
  /// - Returns: the text.
  /// - Throws: an error that names the identifier when there is no such text.
  public func text(_ id: String) throws(KnowledgeError) -> SafetyText {
    guard let text = texts[id] else {
      throw KnowledgeError(
        .inconsistent("there is no safety text '\(id)'; add it to a document of safety texts"))
    }
    return text
  }
}
