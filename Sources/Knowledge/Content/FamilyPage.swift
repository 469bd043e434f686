/// Writes the page of a family: each document with its facts, their certainty and their sources, a
/// table to sign and the sources in full.
struct FamilyPage {
  let family: ContentFamily
  let sources: ContentSources
  let rules: RuleBook

  var text: String {
    var lines = ["# \(Markdown.text(family.title))", "", "[Contents](../clinical-content.md)", ""]
    for member in family.members { lines += body(member) }
    return (lines + signOff + sourceList).joined(separator: "\n") + "\n"
  }

  private func body(_ member: ContentFamily.Member) -> [String] {
    let document = member.document
    var lines = ["## `\(document.name)`", ""]
    if !member.preface.isEmpty { lines += [Markdown.text(member.preface), ""] }
    lines += ContentHeader(document: document).lines
    lines += table(member.tree.ownRows)
    let rules = rules.rules(readFrom: member)
    guard rules.isEmpty else {
      return lines + rules.flatMap { RuleSection(rule: $0, book: self.rules).lines }
    }
    for list in member.tree.lists { lines += records(list.name, list.records, member.tree) }
    return lines
  }

  /// A list of records: one table when each is one row, or else a table for each.
  private func records(_ name: String, _ records: [Field], _ tree: ContentTree) -> [String] {
    let rows = records.map(tree.rows(of:))
    let heading = name.spacedWords.prefix(1).uppercased() + name.spacedWords.dropFirst()
    guard rows.contains(where: { $0.count > 1 }) else {
      return ["### \(heading)", ""] + table(rows.flatMap(\.self))
    }
    return ["### \(heading)", ""]
      + zip(records, rows).flatMap { record, rows in
        ["#### `\(record.value(of: "id")?.scalar ?? "?")`", ""] + table(rows)
      }
  }

  private func table(_ rows: [ContentRow]) -> [String] {
    guard !rows.isEmpty else { return [] }
    return Markdown.table(
      ["facts", "how well known", "sources"],
      rows.map { row in
        [
          cell(row), row.evidence.certainty?.legend ?? "",
          row.evidence.sources.map(Markdown.text).joined(separator: ", "),
        ]
      })
  }

  private func cell(_ row: ContentRow) -> String {
    let heading = row.path.isEmpty ? [] : ["**\(Markdown.text(row.path.joined(separator: ", ")))**"]
    return
      (heading
      + row.facts.map { fact in
        fact.name.isEmpty
          ? Markdown.text(fact.value) : "\(Markdown.text(fact.name)): \(Markdown.text(fact.value))"
      }).joined(separator: "<br>")
  }

  private var signOff: [String] {
    ["## Sign-off", ""] + SignOff.explanation + [""]
      + Markdown.table(
        ["resource", "checksum", "reviewer", "role", "date", "signature"],
        family.members.map {
          ["`\($0.document.name)`", "`\($0.document.digest.prefix(16))`", "", "", "", ""]
        })
  }

  private var sourceList: [String] {
    let cited = family.members.flatMap { member in
      member.tree.root.citedSources.map { (id: $0, document: member.document.name) }
    }
    let document = Dictionary(cited.map { ($0.id, $0.document) }) { first, _ in first }
    guard !document.isEmpty else { return [] }
    return ["## Sources", ""]
      + Markdown.table(
        ["key", "source", "looked at"],
        document.sorted { $0.key < $1.key }.map { id, name in
          let source = sources.source(id, in: name)
          let place = source?.url.map { " <\($0)>" } ?? ""
          return [
            Markdown.text(id), Markdown.text(source?.citation ?? "not in the list") + place,
            source?.reading.rawValue.spacedWords ?? "",
          ]
        })
  }
}

extension Field {
  /// All sources that are cited in it.
  fileprivate var citedSources: Set<String> {
    let own = value(of: "sources")?.elements.compactMap(\.scalar) ?? []
    return parts.reduce(into: Set(own)) { $0.formUnion($1.citedSources) }
  }
}

extension RuleBook {
  /// The rules of a document in its order; empty when it is not one of rules.
  fileprivate func rules(readFrom member: ContentFamily.Member) -> [Rule] {
    guard let family = member.tree.root.value(of: "family")?.scalar, families[family] != nil else {
      return []
    }
    return rules.filter { $0.family == family }
  }
}
