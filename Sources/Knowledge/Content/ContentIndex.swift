import Time

/// Writes the page of contents: what there is, how well it is known and what is signed.
struct ContentIndex {
  let families: [ContentFamily]

  var text: String {
    (["# Clinical content", ""] + introduction + [""] + totals + [""] + contents)
      .joined(separator: "\n")
  }

  private var documents: [ContentDocument] { families.flatMap(\.members).map(\.document) }

  private var introduction: [String] {
    [
      "Every rule and every number that Anamnesis uses, with its source, for a clinical reviewer to check and",
      "sign. These pages are written by `anamnesis knowledge docs` from the resources in",
      "[`Sources/Knowledge/Resources`](../Sources/Knowledge/Resources) and are not edited by hand: a test",
      "compares the two.",
      "",
      "How well a group of facts is known: **S** was read in a source that is named. **K** is well established and",
      "names a source that has not yet been second-read. **D** is derived from other facts or a rule of the house.",
      "What is uncertain is left out. Each page ends with a table to sign and with its sources in full.",
    ]
  }

  private var totals: [String] {
    let claims = documents.filter { $0.reviewed != nil }
    let signed = claims.count { $0.reviewed == true }
    let counts = Certainty.allCases.map { certainty in
      "\(documents.reduce(0) { $0 + ($1.groups[certainty] ?? 0) }) \(certainty.rawValue)"
    }
    return [
      "\(documents.count) resources with \(counts.joined(separator: ", ")) groups of facts. "
        + "\(signed) of \(claims.count) resources that make claims are signed."
    ]
  }

  private var contents: [String] {
    Markdown.table(
      ["page", "resources", "records", "S", "K", "D", "review by", "signed", "reviewer", "date"],
      families.map { family in
        let documents = family.members.map(\.document)
        let count = { (certainty: Certainty) in
          "\(documents.reduce(0) { $0 + ($1.groups[certainty] ?? 0) })"
        }
        let claims = documents.compactMap(\.reviewed)
        return [
          "[\(Markdown.text(family.title))](clinical-content/\(family.fileName))",
          "\(documents.count)", "\(documents.reduce(0) { $0 + $1.records })", count(.read),
          count(.established), count(.derived),
          documents.compactMap(\.reviewBy).min()?.description ?? "–",
          claims.isEmpty ? "–" : "\(claims.count { $0 }) of \(claims.count)", "", "",
        ]
      })
  }
}
