import Time

/// The lines under a document's name: how old it is, where it applies and whether it was signed.
struct ContentHeader {
  let document: ContentDocument

  var lines: [String] {
    let counts = Certainty.allCases.compactMap { certainty in
      document.groups[certainty].map { "\($0) \(certainty.legend)" }
    }
    let facts = [
      document.retrieved.map { "Sources consulted: \($0)." },
      document.reviewBy.map { "Review by: \($0)." },
      document.jurisdiction.isEmpty
        ? nil : "Applies in: \(document.jurisdiction.joined(separator: ", ")).",
      document.reviewed.map { $0 ? "Signed by a reviewer." : "**Not signed by a reviewer.**" },
      counts.isEmpty ? nil : "Groups of facts: \(counts.joined(separator: "; ")).",
      "Checksum: `\(document.digest)`.",
    ]
    return [facts.compactMap(\.self).joined(separator: " "), ""]
  }
}
