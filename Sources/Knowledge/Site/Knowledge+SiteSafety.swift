extension Knowledge {
  /// Sets a site's deadlines where no source has one.
  ///
  /// - Parameter deadlines: the deadlines by rule.
  /// - Throws: an error that names the rule when there is none, when a source has a deadline that a
  ///   site cannot loosen, or when words or name are empty.
  mutating func set(_ deadlines: [SignalRuleID: SiteDeadline]) throws(KnowledgeError) {
    for (id, deadline) in deadlines.sorted(by: { $0.key < $1.key }) {
      guard let index = safety.rules.firstIndex(where: { $0.id == id }) else {
        throw Knowledge.setting(id, "no signal is raised by a rule of this name")
      }
      guard safety.rules[index].deadline == .ownProtocol else {
        throw Knowledge.setting(id, "its source has a deadline, which a site does not change")
      }
      guard !deadline.words.allSatisfy(\.isWhitespace), !deadline.setBy.allSatisfy(\.isWhitespace)
      else { throw Knowledge.setting(id, "a site's deadline needs words and a name") }
      safety.rules[index].deadline = .site(deadline.words, setBy: deadline.setBy)
    }
  }

  private static func setting(_ id: SignalRuleID, _ reason: String) -> KnowledgeError {
    KnowledgeError(
      .inconsistent(reason), document: "site settings", record: id.rawValue, field: "deadline")
  }

  /// Adds a site's own contacts: after the emergency numbers and before the other lines.
  mutating func add(_ own: [HelpContact]) {
    contacts =
      contacts.filter { $0.kind == .emergency } + own + contacts.filter { $0.kind != .emergency }
  }

  /// The help lines of the site's country; where none is set, the directory and then all by country:
  /// a list, never a guess.
  ///
  /// - Returns: the contacts, in the order in which they are shown.
  public func helpContactsOfSite() -> [HelpContact] {
    guard country == nil else { return helpContacts(forCountry: nil) }
    return helpContacts(forCountry: nil) + helpContactsByCountry().flatMap(\.contacts)
  }

  /// All help lines by country, for a person whose country is not known: a list, never a guess.
  ///
  /// - Returns: each country that has contacts with them, in the order of its code.
  public func helpContactsByCountry() -> [(country: String, contacts: [HelpContact])] {
    Set(contacts.compactMap(\.country)).sorted().map { country in
      (country, contacts.filter { $0.country == country })
    }
  }
}
