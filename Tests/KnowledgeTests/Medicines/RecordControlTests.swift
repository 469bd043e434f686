import Knowledge
import Testing

/// The negative control on medicines, treatments, trials and staging: every mark of certainty and
/// every list of sources is spoiled in turn, and each time loading must fail.
///
/// Each record is loaded by itself with only what it names, so that the many loads stay quick.
@Suite struct RecordControlTests {
  private let knowledge: Knowledge
  private let documents: [KnowledgeDocument]

  init() throws {
    knowledge = try Shipped.knowledge.get()
    let folders = ["medicines/", "treatments/", "trials/", "staging/", "windows/"]
    documents = try KnowledgeDocument.bundled().filter { document in
      folders.contains(where: document.name.hasPrefix)
    }
  }

  @Test func `each record loads by itself`() throws {
    #expect(documents.count >= 14)
    let records = documents.flatMap(singles)
    #expect(records.count > 120)
    for record in records {
      #expect(failure(record, with: context(of: record)) == nil, "\(record.name)")
    }
  }

  @Test func `each certainty and each list of sources is one the loader reads`() {
    var marks = 0
    for record in documents.flatMap(singles) {
      let context = context(of: record)
      for spoiled in record.spoiling("certainty: ", by: { "U" + $0.dropFirst() }) {
        #expect(failure(spoiled, with: context)?.problem == .uncertain, "\(spoiled.name)")
        marks += 1
      }
      for spoiled in record.spoiling("sources: [", by: { "nobody-" + $0 }) {
        guard case .unknownSource = failure(spoiled, with: context)?.problem else {
          Issue.record("the sources are not looked up: \(spoiled.name)")
          continue
        }
      }
    }
    #expect(marks > 500)
  }

  /// The document cut into documents of one record each.
  private func singles(_ document: KnowledgeDocument) -> [KnowledgeDocument] {
    let lists = ["\nmedicines:\n", "\ntreatments:\n", "\ntrials:\n", "\nkernels:\n"]
    guard let list = lists.first(where: document.text.contains),
      let start = document.text.firstRange(of: list)
    else { return [document] }
    let entries = document.text[start.upperBound...].split(separator: "\n  - id: ")
    return entries.enumerated().map { index, entry in
      // The marks of the head are spoiled with the first record only.
      let head = document.text[..<start.upperBound]
        .replacing("certainty: ", with: index == 0 ? "certainty: " : "certainty : ")
        .replacing("sources: [", with: index == 0 ? "sources: [" : "sources : [")
      let text = entry.hasPrefix("  - id: ") ? String(entry) : "  - id: " + entry
      return KnowledgeDocument(name: "\(document.name)#\(index)", text: head + text)
    }
  }

  private func context(of record: KnowledgeDocument) -> [KnowledgeDocument] {
    [sources(of: record), Samples.course, Samples.instrument] + surroundings(of: record)
  }

  private func failure(
    _ record: KnowledgeDocument, with context: [KnowledgeDocument]
  ) -> KnowledgeError? {
    do {
      _ = try Knowledge(documents: [record] + context)
      return nil
    } catch { return error }
  }

  /// The sources that a record may name, and those of the samples.
  private func sources(of record: KnowledgeDocument) -> KnowledgeDocument {
    let named = knowledge.sources.values.filter { record.text.contains($0.id.rawValue) }
    let lines = named.map {
      "  - { id: \($0.id), citation: \"A.\", reading: \($0.reading.rawValue) }\n"
    }
    return KnowledgeDocument(
      name: "sources.yaml", text: Samples.sources.text + "\n" + lines.sorted().joined())
  }

  private let head = """
    schemaVersion: 1
    certainty: K
    sources: [unseen]
    retrieved: 2026-01-01
    reviewBy: 2027-01-01
    jurisdiction: [world]
    reviewed: false

    """

  /// The status, without which no kernel loads.
  private func status(for record: KnowledgeDocument) -> [KnowledgeDocument] {
    guard record.text.contains("kind: windows\n"), !record.text.contains("\nstatus:\n") else {
      return []
    }
    let status = "status: { statement: A model., openAbove: 0.25 }\n"
    return [KnowledgeDocument(name: "w.yaml", text: "kind: windows\n" + head + status)]
  }

  /// The words, medicines and treatments that a record may name.
  private func surroundings(of record: KnowledgeDocument) -> [KnowledgeDocument] {
    guard !record.name.contains("vocabulary") else { return [] }
    let words = knowledge.medicines.vocabulary
    func list(_ name: String, _ ids: [String], _ more: String = "") -> String {
      let lines = ids.sorted().filter { record.text.contains($0) || $0 == "ssri" }
        .map { "  - { id: \($0), name: \($0)\(more) }\n" }
      return lines.isEmpty ? "\(name): []\n" : "\(name):\n" + lines.joined()
    }
    let vocabulary = KnowledgeDocument(
      name: "vocabulary.yaml",
      text: "kind: medicineVocabulary\n" + head
        + list("classes", words.classes.keys.map(\.rawValue))
        + list("flags", words.flags.keys.map(\.rawValue))
        + list("forms", words.forms.keys.map(\.rawValue))
        + list("monitoring", words.monitoring.keys.map(\.rawValue)))
    guard !record.text.contains("kind: medicines\n") else { return [vocabulary] }
    let medicines = KnowledgeDocument(
      name: "m.yaml",
      text: "kind: medicines\n" + head
        + list(
          "medicines", knowledge.medicines.medicines.keys.map(\.rawValue),
          ", class: ssri, certainty: K, sources: [unseen]"))
    guard !record.text.contains("kind: treatments\n") else { return [vocabulary, medicines] }
    let standing = ", standing: { status: established, certainty: K, sources: [unseen] }"
    let treatments = KnowledgeDocument(
      name: "t.yaml",
      text: "kind: treatments\n" + head
        + list(
          "treatments", knowledge.treatments.keys.map(\.rawValue),
          ", kind: ect, certainty: K, sources: [unseen]" + standing))
    return [vocabulary, medicines, treatments] + status(for: record)
  }
}
