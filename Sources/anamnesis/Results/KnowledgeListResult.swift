import JSON
import Knowledge
import Time

/// What `anamnesis knowledge list` prints.
struct KnowledgeListResult: AnalysisResult {
  let documents: [ContentDocument]

  var json: JSONValue {
    .object(["resources": .array(documents.map(\.json))])
  }

  var lines: [String] {
    var table = TextTable(
      "resource", "kind", "records", "S", "K", "D", "review by", "signed")
    for document in documents {
      table.add(
        document.name, document.kind, String(document.records), count(.read, document),
        count(.established, document), count(.derived, document),
        document.reviewBy?.description ?? "-", document.reviewed.map { $0 ? "yes" : "no" } ?? "-")
    }
    return [
      "S read in a source, K not yet second-read, D derived: groups of facts in each resource", "",
    ] + table.lines
  }

  private func count(_ certainty: Certainty, _ document: ContentDocument) -> String {
    String(document.groups[certainty] ?? 0)
  }
}

extension ContentDocument {
  fileprivate var json: JSONValue {
    .object([
      "name": .string(name), "kind": .string(kind), "sha256": .string(digest),
      "records": .number(records), "groups": groups.json,
      "retrieved": retrieved.map { .string($0.description) } ?? .null,
      "reviewBy": reviewBy.map { .string($0.description) } ?? .null,
      "jurisdiction": .array(jurisdiction.map { .string($0) }),
      "reviewed": reviewed.map { .bool($0) } ?? .null,
    ])
  }
}

extension [Certainty: Int] {
  /// The counts by the letter of their certainty.
  var json: JSONValue {
    var object = JSONObject()
    for certainty in Certainty.allCases where certainty != .uncertain {
      object[certainty.rawValue] = .number(self[certainty] ?? 0)
    }
    return .object(object)
  }
}
