import Time

/// Reads a document of kind `rules`: one family.
struct RulesReader {
  private let library: Library
  private let record: Object
  private let defaults: Object
  private let familyStart: Day
  let family: RuleFamily

  private static let keys: Set<String> = Library.recordKeys.union([
    "family", "title", "isCrisis", "appliesTo", "validFrom", "overrideReasons", "rules",
  ])
  private static let ruleKeys: Set<String> = Library.evidenceKeys.union([
    "id", "version", "title", "level", "isSoft", "strength", "jurisdiction", "when", "then",
    "rationale", "overrideReasons", "validFrom", "validTo", "reviewBy", "pending",
  ])

  /// Reads what holds for the whole family.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key or field that cannot be read.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: RulesReader.keys)
    defaults = try record.required("overrideReasons").object(keys: ["stop", "other"])
    familyStart = try record.required("validFrom").day()
    family = RuleFamily(
      id: try record.required("family").text(), title: try record.required("title").text(),
      isCrisis: try record.required("isCrisis").flag(),
      provenance: try library.provenance(of: record)
    )
  }

  /// Reads the rules.
  ///
  /// - Parameter conditions: reads conditions and gathers the facts they ask for.
  /// - Returns: the rules in their order.
  /// - Throws: an error that names the rule and the field.
  func rules(_ conditions: inout ConditionReader) throws(KnowledgeError) -> [Rule] {
    var rules: [Rule] = []
    for field in try record.required("rules").list() {
      let rule = try rule(field.named(by: "id"), &conditions)
      guard !rules.contains(where: { $0.id == rule.id }) else {
        throw field.failure(.duplicate(rule.id))
      }
      rules.append(rule)
    }
    return rules
  }

  private func rule(
    _ field: Field, _ conditions: inout ConditionReader
  ) throws(KnowledgeError) -> Rule {
    let object = try field.object(keys: RulesReader.ruleKeys)
    let level = try object.required("level").choice(RuleLevel.self)
    let places = try object.texts("jurisdiction")
    let validFrom =
      try object.optional("validFrom")?.day() ?? familyStart
    return Rule(
      id: try object.required("id").text(), version: try object.required("version").text(),
      title: try object.required("title").text(), family: family.id, appliesTo: try roles(),
      condition: try conditions.condition(object.required("when")), advice: try advice(object),
      level: level, isSoft: try object.optional("isSoft")?.flag() ?? false,
      strength: try object.required("strength").choice(),
      evidence: try library.evidence(of: object),
      jurisdiction: places.isEmpty ? family.provenance.jurisdiction : places,
      rationale: try object.required("rationale").text(),
      overrideReasons: try overrideReasons(object, level), validFrom: validFrom,
      validTo: try validTo(object, from: validFrom),
      reviewBy: try object.optional("reviewBy")?.day() ?? family.provenance.reviewBy,
      isReviewed: family.provenance.reviewed, pending: try object.optionalText("pending"))
  }

  private func roles() throws(KnowledgeError) -> [RuleRole] {
    var roles: [RuleRole] = []
    for field in try record.required("appliesTo").list() { roles.append(try field.choice()) }
    guard !roles.isEmpty else { throw try record.required("appliesTo").failure(.missing) }
    return roles
  }

  private func overrideReasons(
    _ object: Object, _ level: RuleLevel
  ) throws(KnowledgeError) -> [String] {
    let own = try object.texts("overrideReasons")
    let key = level == .stop ? "stop" : "other"
    let reasons = own.isEmpty ? try defaults.texts(key) : own
    guard !reasons.isEmpty else { throw try defaults.required(key).failure(.missing) }
    return reasons
  }

  private func validTo(_ object: Object, from first: Day) throws(KnowledgeError) -> Day? {
    guard let field = object.optional("validTo") else { return nil }
    let last = try field.day()
    guard last >= first else {
      throw field.failure(.inconsistent("the last day comes before the first, \(first)"))
    }
    return last
  }

  /// What the rule says: options rather than one order, but for mere information.
  private func advice(_ rule: Object) throws(KnowledgeError) -> RuleAdvice {
    let field = try rule.required("then")
    let object = try field.object(keys: ["kind", "about", "text", "options", "calendar"])
    let options = try object.texts("options")
    guard options.count >= 2 else {
      throw field.place("options", field.node).failure(
        .inconsistent("a rule offers at least two options and never a single order"))
    }
    return RuleAdvice(
      kind: try object.required("kind").choice(), about: try object.texts("about"),
      text: try object.required("text").text(), options: options,
      calendar: try object.optionalText("calendar"))
  }
}
