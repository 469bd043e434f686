/// A document seen as records of rows, whatever it holds: each row a group of facts that share their
/// certainty and sources.
///
/// It knows no kind of document, so that a new one is shown whole from its first day.
struct ContentTree {
  let root: Field
  /// The lists of records, each with its name.
  let lists: [(name: String, records: [Field])]

  /// What every document says about itself, which stands above its records.
  static let headerKeys = Library.recordKeys.subtracting(["certainty", "sources"])

  init(_ root: Field) {
    self.root = root
    lists = (root.members ?? []).compactMap { key, value in
      let elements = value.elements
      guard let name = key.scalar, !elements.isEmpty,
        elements.allSatisfy({ $0.value(of: "id") != nil })
      else { return nil }
      return (name, elements)
    }
  }

  /// The records: those of the document's list, or else the document itself.
  var records: [Field] { lists.isEmpty ? [root] : lists.flatMap(\.records) }

  /// How many groups of facts have each certainty.
  var groups: [Certainty: Int] {
    var groups: [Certainty: Int] = [:]
    count(root, &groups)
    return groups
  }

  /// The rows of what stands in the document beside its lists of records.
  var ownRows: [ContentRow] {
    let skipped = ContentTree.headerKeys.union(lists.map(\.name))
    return rows(root, [], evidence(root, under: nil), skipping: skipped)
  }

  /// The rows of a record.
  func rows(of record: Field) -> [ContentRow] {
    rows(record, [], evidence(record, under: evidence(root, under: nil)))
  }

  private func count(_ field: Field, _ groups: inout [Certainty: Int]) {
    if let mark = field.value(of: "certainty")?.scalar, let certainty = Certainty(rawValue: mark) {
      groups[certainty, default: 0] += 1
    }
    for part in field.parts { count(part, &groups) }
  }

  /// A mapping as a row of its own facts, followed by the rows of the groups in it.
  private func rows(
    _ field: Field, _ path: [String], _ evidence: ContentEvidence,
    skipping skipped: Set<String> = []
  ) -> [ContentRow] {
    var facts: [ContentFact] = []
    var rows: [ContentRow] = []
    for (key, value) in field.members ?? [] {
      let name = key.scalar ?? "?"
      guard !skipped.contains(name), !isEvidence(name, value) else { continue }
      if value.holdsGroups {
        rows += groups(value, path + [name.spacedWords], evidence)
      } else {
        facts.append(ContentFact(name: name.spacedWords, value: value.inline))
      }
    }
    return (facts.isEmpty ? [] : [ContentRow(path: path, facts: facts, evidence: evidence)]) + rows
  }

  private func groups(
    _ field: Field, _ path: [String], _ evidence: ContentEvidence
  ) -> [ContentRow] {
    guard field.isList else { return rows(field, path, self.evidence(field, under: evidence)) }
    return field.elements.flatMap { element in
      element.members == nil
        ? [
          ContentRow(
            path: path, facts: [ContentFact(name: "", value: element.inline)], evidence: evidence)
        ] : rows(element, path, self.evidence(element, under: evidence))
    }
  }

  private func evidence(_ field: Field, under outer: ContentEvidence?) -> ContentEvidence {
    let cited = field.value(of: "sources")?.elements.compactMap(\.scalar) ?? []
    return ContentEvidence(
      certainty: field.value(of: "certainty")?.scalar.flatMap(Certainty.init) ?? outer?.certainty,
      sources: cited.isEmpty ? outer?.sources ?? [] : cited)
  }

  private func isEvidence(_ name: String, _ value: Field) -> Bool {
    name == "certainty" || name == "sources" && value.elements.allSatisfy { $0.scalar != nil }
  }
}
