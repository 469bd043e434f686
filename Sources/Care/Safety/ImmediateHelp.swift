public import Knowledge
public import PatientRecord

/// What a person is shown at once after an answer about self-harm: words, ways to help, and who sees it.
///
/// It follows from the one entry alone, with no history, no score and no wait, and it blocks nothing:
/// going on is always one of the choices. It holds no urgency, no level and no word about risk.
public struct ImmediateHelp: Hashable, Sendable {
  /// One thing the person may do next.
  public struct Choice: Hashable, Sendable {
    /// What it does.
    public enum Action: String, Hashable, Sendable, CaseIterable {
      /// Calls somebody.
      case call
      /// Writes to somebody.
      case write
      /// Opens the person's own plan.
      case plan
      /// Reaches the care team.
      case team
      /// Goes on.
      case `continue`
    }

    /// What it does.
    public let action: Action
    /// What it says.
    public let label: String
  }

  /// What is said.
  public let text: String
  /// What the person may do next.
  public let choices: [Choice]
  /// Ways to reach somebody, emergency first; never empty in what ships.
  public let contacts: [HelpContact]
  /// That nobody watches.
  public let notWatched: String

  /// Prepares help after an entry; nil when the entry says nothing about self-harm, or is no account
  /// by the person.
  ///
  /// - Parameters:
  ///   - entry: what the person has just entered.
  ///   - country: the country of the help lines; nil for the one that the site has set.
  ///   - knowledge: rules, texts and help lines.
  /// - Throws: an error when a text is missing.
  public init?(
    after entry: Entry, country: String? = nil, knowledge: Knowledge
  ) throws(KnowledgeError) {
    let raised = SafetySignals.derive(from: entry, using: knowledge)
      .contains { $0.kind == .safety && $0.finding == .seen }
    guard raised, let text = entry.helpText else { return nil }
    let contacts = knowledge.helpContacts(forCountry: country)
    let safety = knowledge.safety
    let general = try ImmediateHelp.generalWords(contacts, in: safety)
    let words = contacts.reduce(into: general) { words, contact in
      guard contact.country != nil, let number = contact.number else { return }
      switch contact.kind {
      case .emergency where words["hasEmergency"] == nil:
        (words["emergency"], words["hasEmergency"]) = (number, "")
      case .crisisLine where words["hasLine"] == nil,
        .emotionalSupport where words["hasLine"] == nil:
        (words["crisisLine"], words["hasLine"]) = ("\(contact.name), \(number)", "")
      default: return
      }
    }
    self.text = try safety.text(text).filled(words)
    var choices: [Choice] = []
    for action in Choice.Action.allCases {
      choices.append(
        Choice(action: action, label: try safety.text("choice-\(action.rawValue)").text))
    }
    self.choices = choices
    self.contacts = contacts
    notWatched = try safety.text("not-watched").text
  }

  /// What stands where no number of the country is known: general words, never a guess.
  private static func generalWords(
    _ contacts: [HelpContact], in safety: SafetyKnowledge
  ) throws(KnowledgeError) -> [String: String] {
    let directory = contacts.first { $0.kind == .directory }?.url ?? ""
    return [
      "emergency": try safety.text("local-emergency").text,
      "crisisLine": try safety.text("local-crisis-line").filled(["directory": directory]),
    ]
  }
}

extension Entry {
  /// The text that fits what the person entered; nil when somebody else rated them.
  fileprivate var helpText: String? {
    switch fact {
    case .response(let response): response.rater == .selfReport ? "after-self-harm-answer" : nil
    case .sideEffect: author == .patient ? "after-self-harm-report" : nil
    default: nil
    }
  }
}
