import Yams

extension KnowledgeDocument {
  /// What a document holds, as its key `kind` says.
  enum Kind: String, CaseIterable {
    case sources, instrument, itemParameters, course, contacts, site, words
    case codes, crosswalk, schedule, wording
    case treatmentEffects, memoryDeficits
    case medicineVocabulary, medicines, medicinePairs, treatments, stagingMethods, trialResults
    case facts, rules
    case windows, simulatedTreatments
    case taperMethods, tapers
    case calendarTerms, calendars, checklists
    case signals, safetyTexts, safetyPlan, payerPolicy
  }

  /// Parses the text.
  ///
  /// - Returns: the whole document as one value with its place.
  /// - Throws: an error with the line when the text is not YAML or is empty.
  package func parsed() throws(KnowledgeError) -> Field {
    guard let tree else { return Field(tree: try composed()) }
    return Field(tree: tree)
  }

  /// Parses the text, whether or not a snapshot holds its values.
  ///
  /// - Returns: the values.
  /// - Throws: an error with the line when the text is not YAML or is empty.
  func composed() throws(KnowledgeError) -> DocumentTree {
    let parser: Parser
    let root: Node?
    // The basic resolver leaves every scalar text: types are this module's to decide, and the default
    // one runs seven regular expressions over each key.
    do {
      parser = try Parser(yaml: text, resolver: .basic)
      root = try parser.singleRoot()
    } catch { throw malformed(error) }
    // Nodes hold their anchors weakly: without the parser nobody would see that there are any.
    defer { withExtendedLifetime(parser) {} }
    guard let root else {
      throw KnowledgeError(.malformed("the document is empty"), document: name)
    }
    return try DocumentTree(root, name: name)
  }

  private func malformed(_ error: any Error) -> KnowledgeError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      KnowledgeError(.malformed(problem), document: name, line: mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context):
      KnowledgeError(
        .duplicate(duplicates.joined(separator: ", ")), document: name, line: context.mark.line)
    case .reader(let problem, let offset, _, _):
      KnowledgeError(.malformed(problem), document: name, line: line(at: offset ?? 0))
    default: KnowledgeError(.malformed("the text cannot be parsed"), document: name)
    }
  }

  private func line(at offset: Int) -> Int {
    1 + text.utf8.prefix(max(0, offset)).count { $0 == UInt8(ascii: "\n") }
  }
}

extension Field {
  /// Reads what the document holds.
  ///
  /// - Returns: the value of the key `kind`.
  /// - Throws: an error when the document is no mapping or says something else.
  func kind() throws(KnowledgeError) -> KnowledgeDocument.Kind {
    guard members != nil else { throw failure(expected: "keys with values") }
    guard let kind = value(of: "kind") else { throw place("kind", node).failure(.missing) }
    return try kind.choice()
  }
}
