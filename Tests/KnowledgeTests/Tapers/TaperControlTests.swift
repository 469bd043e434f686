import Knowledge
import Testing

/// The negative control on tapers: each mark, list and number is spoiled in turn, and loading fails.
@Suite struct TaperControlTests {
  private let documents: [KnowledgeDocument]
  private let context: [KnowledgeDocument]

  init() throws {
    let all = try Shipped.documents.get()
    documents = all.filter { $0.name.hasPrefix("tapers/") }
    let vocabulary = try #require(all.first { $0.name == "medicines/vocabulary.yaml" })
    context = [
      vocabulary, Self.medicines(Set(try Shipped.knowledge.get().tapers.records.keys)),
      Samples.sources(citedIn: documents + [vocabulary]), Samples.course, Samples.instrument,
    ]
  }

  private static func medicines(_ ids: Set<MedicineID>) -> KnowledgeDocument {
    let lines = ids.sorted().map { id in
      """
        - id: \(id)
          name: \(id)
          class: ssri
          forms: [immediate-release, extended-release]
          certainty: K
          sources: [unseen]
      """
    }
    let head = """
      kind: medicines
      schemaVersion: 1
      certainty: K
      sources: [unseen]
      retrieved: 2026-01-01
      reviewBy: 2027-01-01
      jurisdiction: [world]
      reviewed: false
      medicines:

      """
    return KnowledgeDocument(name: "m.yaml", text: head + lines.joined(separator: "\n"))
  }

  private func failure(_ document: KnowledgeDocument) -> KnowledgeError? {
    do {
      _ = try Knowledge(documents: [document] + context)
      return nil
    } catch { return error }
  }

  private func changed(_ name: String, _ old: String, _ new: String) throws -> KnowledgeError? {
    let document = try #require(documents.first { $0.name == "tapers/\(name).yaml" })
    #expect(document.text.contains(old), "\(old) is not there to be changed")
    return failure(KnowledgeDocument(name: name, text: document.text.replacing(old, with: new)))
  }

  @Test func `the documents load as they are`() {
    #expect(documents.count == 2)
    for document in documents { #expect(failure(document) == nil, "\(document.name)") }
  }

  @Test func `each certainty and each list of sources is one the loader reads`() {
    var marks = 0
    for document in documents {
      for spoiled in document.spoiling("certainty: ", by: { "U" + $0.dropFirst() }) {
        #expect(failure(spoiled)?.problem == .uncertain)
        marks += 1
      }
      for spoiled in document.spoiling("sources: [", by: { "nobody-" + $0 }) {
        guard case .unknownSource = failure(spoiled)?.problem else {
          Issue.record("the sources are not looked up")
          continue
        }
      }
    }
    #expect(marks > 45)
  }

  @Test func `a model that misses its published points is refused`() throws {
    let error = try changed("medicines", "halfMaximalDose: 2.85", "halfMaximalDose: 3.35")
    #expect(error?.record == "citalopram" && error?.field?.contains("occupancy") == true)
    #expect(try changed("medicines", "halfMaximalDose: 1.45", "halfMaximalDose: 2.3") != nil)
  }

  @Test(arguments: [
    ("medicines", "doses: [40, 30, 20, 10]", "doses: [40, 40, 20, 10]"),
    ("medicines", "{ dose: 30, text", "{ dose: 35, text"),
    ("medicines", "id: sertraline", "id: nobody"),
    ("medicines", "id: sertraline", "id: citalopram"),
    ("medicines", "form: extended-release", "form: transdermal"),
    ("medicines", "maximum: 100", "maximum: 101"),
    ("medicines", "halfMaximalDose: 5", "halfMaximalDose: 0"),
    ("medicines", "classes: [tca", "classes: [tcaa"),
    ("medicines", "spread: 0.4", "spread: -1"),
    ("methods", "ratio: 0.5", "ratio: 1"),
    ("methods", "event: 4", "event: 44"),
    ("methods", "probableRelapse: -3", "probableRelapse: 3"),
    ("methods", "usual: 14", "usual: 3"),
    ("methods", "flag: long-lived-metabolite", "flag: long-lived"),
    ("methods", "unsplittable: [extended-release", "unsplittable: [extended"),
    ("methods", "tier: moderate", "tier: high"),
    ("methods", "id: quality", "id: onset"),
    ("methods", "pointsAgainst: -2", "pointsAgainst: 2"),
    ("methods", "cautious: {", "careful: {"),
    ("methods", "mostTablets: 6", "mostTablets: 60"),
    ("methods", "timesUsualMaximum: 3", "timesUsualMaximum: 0"),
    ("methods", "speed: longLived", "speed: slow"),
  ])
  func `a broken value is refused with its place`(
    _ name: String, _ old: String, _ new: String
  ) throws {
    let error = try #require(try changed(name, old, new), "\(new)")
    #expect(error.document == name && error.line != nil && error.field != nil)
  }
}
