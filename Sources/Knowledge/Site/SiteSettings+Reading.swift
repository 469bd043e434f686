extension SiteSettings {
  /// Reads a site's settings.
  ///
  /// - Parameter document: a YAML document of kind `site` with a list `reliableChanges`, each with
  ///   `instrument`, `points`, `reason` and `setBy`, the `country` of the help lines, and
  ///   `switchedOffRules`, a list of families of rules.
  /// - Throws: an error that names the field.
  public init(document: KnowledgeDocument) throws(KnowledgeError) {
    let root = try document.parsed()
    guard try root.kind() == .site else { throw root.failure(expected: "a document of kind site") }
    let object = try root.called("site").object(
      keys: ["kind", "schemaVersion", "reliableChanges", "country", "switchedOffRules"])
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
      switchedOffRules: try object.texts("switchedOffRules"))
  }
}
