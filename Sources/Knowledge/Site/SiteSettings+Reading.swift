extension SiteSettings {
  /// Reads a site's settings.
  ///
  /// - Parameter document: a YAML document of kind `site` with a list `reliableChanges`, each with
  ///   `instrument`, `points`, `reason` and `setBy`, the `country` of the help lines,
  ///   the site's own `contacts`, `signalDeadlines`, each with `signal`, `by` and `setBy`, and
  ///   `switchedOffRules`, a list of families of rules.
  /// - Throws: an error that names the field.
  public init(document: KnowledgeDocument) throws(KnowledgeError) {
    let root = try document.parsed()
    guard try root.kind() == .site else { throw root.failure(expected: "a document of kind site") }
    let object = try root.called("site").object(
      keys: [
        "kind", "schemaVersion", "reliableChanges", "country", "contacts", "signalDeadlines",
        "switchedOffRules",
      ])
    _ = try object.required("schemaVersion").integer(in: 1...1)
    var changes: [InstrumentID: SiteReliableChange] = [:]
    for field in try object.optional("reliableChanges")?.list() ?? [] {
      let entry = try field.object(keys: ["instrument", "points", "reason", "setBy"])
      let id = InstrumentID(rawValue: try entry.required("instrument").text())
      let change = SiteReliableChange(
        points: try entry.required("points").number(),
        reason: try entry.required("reason").text(), setBy: try entry.required("setBy").text())
      guard changes.updateValue(change, forKey: id) == nil else {
        throw field.failure(.duplicate(id.rawValue))
      }
    }
    self.init(
      reliableChanges: changes, country: try object.optional("country")?.text(),
      contacts: try SiteSettings.contacts(object.optional("contacts")),
      signalDeadlines: try SiteSettings.deadlines(object.optional("signalDeadlines")),
      switchedOffRules: try object.texts("switchedOffRules"))
  }

  /// Reads a site's contacts, each with `statedBy`: who answers for it.
  private static func contacts(_ field: Field?) throws(KnowledgeError) -> [HelpContact] {
    var contacts: [HelpContact] = []
    for element in try field?.list() ?? [] {
      let object = try element.object(keys: HelpContact.keys.union(["note", "statedBy"]))
      let source = Source(
        id: "site", citation: "Stated by the site: \(try object.required("statedBy").text())",
        url: nil, reading: .primary)
      let evidence = Evidence(
        certainty: .read, sources: [source], note: try object.optionalText("note"))
      contacts.append(try HelpContact(object, evidence: evidence))
    }
    return contacts
  }

  private static func deadlines(
    _ field: Field?
  ) throws(KnowledgeError) -> [SignalRuleID: SiteDeadline] {
    var deadlines: [SignalRuleID: SiteDeadline] = [:]
    for element in try field?.list() ?? [] {
      let object = try element.object(keys: ["signal", "by", "setBy"])
      let id = SignalRuleID(rawValue: try object.required("signal").text())
      let deadline = SiteDeadline(
        words: try object.required("by").text(), setBy: try object.required("setBy").text())
      guard deadlines.updateValue(deadline, forKey: id) == nil else {
        throw element.failure(.duplicate(id.rawValue))
      }
    }
    return deadlines
  }
}
