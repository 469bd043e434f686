import Testing

@testable import Knowledge

/// The time courses that ship, and what a broken resource is told.
struct WindowsReadingTests {
  let knowledge: Knowledge
  let windows: WindowDefinitions

  init() throws {
    knowledge = try Shipped.knowledge.get()
    windows = try #require(knowledge.windows)
  }

  @Test func `the statement is that of the clinical notes`() {
    #expect(
      windows.statement
        == "Model of published group-level time courses, many from animals or motor cortex. It does "
        + "not measure this person’s brain and is not validated to time treatment.")
    #expect(windows.openAbove == 0.25)
  }

  @Test func `each layer has its kernels`() {
    let layers = Dictionary(grouping: windows.kernels, by: \.layer).mapValues { $0.count }
    #expect(layers == [.effect: 9, .biomarker: 4, .rodent: 4])
    #expect(windows.kernels.allSatisfy { $0.logSigma > 0 && $0.logSigma <= 0.7 })
    #expect(windows.kernel("esketamine-effect")?.amplitude == 0.35)
    #expect(windows.kernel("ect-session-effect")?.amplitude == 0.25)
    #expect(windows.kernel("itbs-evoked-potential")?.refractoryDays == 50.0 / 1440)
  }

  @Test func `a hypothesis has no weight`() throws {
    let reconsolidation = try #require(windows.hypotheses.first)
    #expect(reconsolidation.id == "reconsolidation" && reconsolidation.weight == 0)
    #expect(abs(reconsolidation.days.lowerBound * 1440 - 10) < 1e-9)
    #expect(abs(reconsolidation.days.upperBound * 24 - 6) < 1e-9)
  }

  @Test func `nothing is uncertain and everything has a source`() {
    let evidence =
      windows.kernels.map(\.evidence) + windows.modifiers.map(\.evidence)
      + windows.hypotheses.map(\.evidence) + windows.findings.map(\.evidence)
      + windows.kernels.flatMap { $0.findings.map(\.evidence) }
    #expect(evidence.allSatisfy { $0.certainty != .uncertain && !$0.sources.isEmpty })
    #expect(windows.kernels.allSatisfy { !$0.provenance.reviewed })
  }

  @Test func `no rule asks for a window`() {
    let facts = knowledge.rules.definitions.keys.map { $0.rawValue.lowercased() }
    #expect(!facts.isEmpty)
    #expect(!facts.contains { $0.contains("window") || $0.contains("kernel") })
  }

  /// The shipped documents with one replacement in one of them.
  private func error(
    in name: String, replacing right: String, with wrong: String
  ) throws -> KnowledgeError? {
    var documents = try KnowledgeDocument.bundled()
    let index = try #require(documents.firstIndex { $0.name == name })
    #expect(documents[index].text.contains(right))
    documents[index] = KnowledgeDocument(
      name: name, text: documents[index].text.replacing(right, with: wrong))
    do throws(KnowledgeError) {
      _ = try Knowledge(documents: documents)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("effect", "quarter: 10\n", "quarter: 3.6\n", "no sooner than 3.69"),
    ("effect", "peak: 1\n", "peak: 0\n", "above 0"),
    ("effect", "logSigma: 0.5\n", "logSigma: -1\n", "from 0 to 2"),
    ("effect", "amplitude: 0.35", "amplitude: 1.5", "at most 1"),
    ("effect", "treatments: [snt]", "treatments: [nothing-known]", "no treatment"),
    ("effect", "medicineClasses: [ssri, snri]\n", "sessionKinds: [tms]\n", "anchor 'dosing'"),
    ("effect", "box: [2, 7]", "box: [7, 2]", "lower number first"),
    ("effect", "id: ketamine-effect", "id: ketamine-spines", "used twice"),
    ("rodent", "layer: rodent\n", "layer: everything\n", "effect, biomarker, rodent"),
    ("status", "weight: 0", "weight: 0.2", "given weight by a study"),
    ("status", "factor: 1.3", "factor: 2.3", "holds the factor"),
    ("status", "sessionsPerDay: [2, 100]", "sessionsPerDay: [1, 100]", "two gains"),
    ("status", "openAbove: 0.25", "openAbove: 25", "below 1"),
  ])
  func `a broken resource names its file, its line and the cure`(
    file: String, right: String, wrong: String, words: String
  ) throws {
    let error = try #require(
      try error(in: "windows/\(file).yaml", replacing: right, with: wrong))
    #expect(error.description.contains(words), "\(error)")
    #expect(error.document?.hasPrefix("windows/") == true && error.line != nil)
  }

  @Test func `a resource that is uncertain is refused`() throws {
    let error = try #require(
      try error(
        in: "windows/rodent.yaml", replacing: "certainty: K\n    sources: [nardou-2023",
        with: "certainty: U\n    sources: [nardou-2023"))
    #expect(error.problem == .uncertain)
  }

  @Test func `without the status there are no windows but an error`() throws {
    let documents = try KnowledgeDocument.bundled()
    #expect(throws: KnowledgeError.self) {
      try Knowledge(documents: documents.filter { $0.name != "windows/status.yaml" })
    }
    // Treatments of the simulation name time courses.
    let none = try Knowledge(
      documents: documents.filter {
        !$0.name.hasPrefix("windows/") && !$0.name.hasPrefix("simulation/")
      })
    #expect(none.windows == nil)
  }
}
