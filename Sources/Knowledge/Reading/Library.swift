import Time

/// The sources that facts may cite, and the reading of what facts say about their own evidence.
struct Library {
  let sources: [SourceID: Source]

  /// The keys of every group of facts beside its own.
  static let evidenceKeys: Set<String> = ["certainty", "sources", "note"]

  /// The keys of every record beside its own.
  static let recordKeys: Set<String> = [
    "kind", "schemaVersion", "certainty", "sources", "retrieved", "reviewBy", "jurisdiction",
    "reviewed",
  ]

  /// Reads the certainty and the sources of a group of facts.
  ///
  /// - Parameter object: the group.
  /// - Returns: its evidence.
  /// - Throws: an error when the facts are uncertain, without source, or marked as read without a
  ///   source that was.
  func evidence(of object: Object) throws(KnowledgeError) -> Evidence {
    let (certainty, cited) = try certaintyAndSources(of: object)
    return Evidence(certainty: certainty, sources: cited, note: try object.optionalText("note"))
  }

  /// Reads what every record says about itself.
  ///
  /// - Parameters:
  ///   - object: the record.
  ///   - evidence: the evidence of its groups of facts.
  /// - Returns: the record's provenance.
  /// - Throws: an error when something is absent, uncertain or without source.
  func provenance(
    of object: Object, evidence: [FactGroup: Evidence] = [:]
  ) throws(KnowledgeError) -> Provenance {
    let (certainty, cited) = try certaintyAndSources(of: object)
    let retrieved = try object.required("retrieved").day()
    let reviewBy = try object.required("reviewBy").day()
    guard retrieved < reviewBy else {
      throw try object.required("reviewBy").failure(
        .inconsistent("the day of review is not after the day the sources were consulted"))
    }
    return Provenance(
      certainty: certainty, sources: cited, retrieved: retrieved, reviewBy: reviewBy,
      jurisdiction: try object.required("jurisdiction").texts(),
      schemaVersion: try object.required("schemaVersion").integer(in: 1...1),
      reviewed: try object.required("reviewed").flag(), evidence: evidence)
  }

  private func certaintyAndSources(
    of object: Object
  ) throws(KnowledgeError) -> (Certainty, [Source]) {
    let field = try object.required("certainty")
    let certainty = try field.choice(Certainty.self)
    guard certainty != .uncertain else { throw field.failure(.uncertain) }
    guard let citing = object.optional("sources") else {
      throw object.place.place("sources", object.place.node).failure(.unsourced)
    }
    let cited = try cited(by: citing)
    guard certainty != .read || cited.contains(where: { $0.reading != .notRead }) else {
      throw field.failure(.unread)
    }
    return (certainty, cited)
  }

  private func cited(by field: Field) throws(KnowledgeError) -> [Source] {
    let keys = try field.list()
    guard !keys.isEmpty else { throw field.failure(.unsourced) }
    var cited: [Source] = []
    for key in keys {
      let id = SourceID(rawValue: try key.text())
      guard let source = sources[id] else { throw key.failure(.unknownSource(id)) }
      cited.append(source)
    }
    return cited
  }
}
