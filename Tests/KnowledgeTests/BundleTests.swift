import Knowledge
import Testing

@Suite struct BundleTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  @Test func `instruments ship in their licence classes`() {
    let expected: [Licence.Class: Set<InstrumentID>] = [
      .free: [
        "aims", "audit-c", "cesd", "cgi-i", "cgi-s", "core10", "gad2", "gad7", "hdrs17", "pcl5",
        "phq15", "phq2", "phq8", "phq9", "slums",
      ],
      .freeWithNotice: ["cssrs-screener"],
      .conditional: [
        "dars", "fibser", "promis-depression-4a", "promis-depression-8a", "rrs-brooding", "shaps",
        "who5", "whodas12",
      ],
      .restricted: [
        "asex", "asrm", "cadss", "cadss6", "csq8", "isi", "madrs", "madrs-s", "moca",
        "panas-sf-negative", "panas-sf-positive", "pdq-d20", "pdq5", "psqi", "qids-sr16",
        "qlesq-sf", "wsas", "ymrs",
      ],
    ]
    for (licence, ids) in expected {
      let found = knowledge.instruments.values.filter { $0.licence.licenceClass == licence }
      #expect(Set(found.map(\.id)) == ids)
    }
    #expect(knowledge.instruments.count == expected.values.joined().count)
  }

  @Test func `wording ships only of the instruments whose exact text was at hand`() {
    let items = knowledge.instruments.values.filter { $0.kind == .items }
    #expect(Set(items.map(\.id)) == ["phq9", "phq8", "phq2", "gad7", "gad2"])
    #expect(items.allSatisfy { $0.language == "en" })
  }

  @Test func `text ships only where the holder allows it`() {
    for instrument in knowledge.instruments.values where instrument.kind == .items {
      #expect(instrument.licence.licenceClass == .free)
    }
    for instrument in knowledge.instruments.values where instrument.kind == .scoreOnly {
      #expect(instrument.items.isEmpty && instrument.options.isEmpty && instrument.stem == nil)
    }
  }

  @Test func `every record and every group of facts has a source and is not uncertain`() {
    for instrument in knowledge.instruments.values {
      let provenance = instrument.provenance
      #expect(provenance.certainty != .uncertain && !provenance.sources.isEmpty)
      #expect(provenance.retrieved < provenance.reviewBy)
      for evidence in provenance.evidence.values {
        #expect(evidence.certainty != .uncertain && !evidence.sources.isEmpty)
      }
    }
  }

  @Test func `every fact that is there has the evidence of its group`() {
    for instrument in knowledge.instruments.values {
      let groups = Set(instrument.provenance.evidence.keys)
      #expect(groups.isSuperset(of: [.licence, .scoring]))
      #expect(groups.contains(.wording) == (instrument.kind == .items))
      #expect(groups.contains(.bands) == !instrument.bands.isEmpty)
      #expect(groups.contains(.remission) == (instrument.remission != nil))
      #expect(groups.contains(.response) == (instrument.response != nil))
      #expect(
        groups.contains(.caseThreshold)
          == (instrument.caseThreshold != nil || !instrument.groupThresholds.isEmpty))
      #expect(groups.contains(.criterion) == (instrument.criterion != nil))
      #expect(
        groups.contains(.minimalImportantDifference)
          == (instrument.minimalImportantDifference != nil))
      #expect(groups.contains(.reliableChange) == (instrument.reliableChange != nil))
      #expect(groups.contains(.safety) == !instrument.safetyItems.isEmpty)
    }
  }

  @Test func `the certainty of PHQ-9 facts is that of their own sources`() throws {
    let evidence = try knowledge.instrument("phq9").provenance.evidence
    #expect(evidence[.wording]?.certainty == .read)
    #expect(evidence[.bands]?.certainty == .read)
    #expect(evidence[.scoring]?.certainty == .established)
    #expect(evidence[.reliableChange]?.certainty == .derived)
  }

  @Test func `nothing is called reviewed before a clinician has signed it`() {
    #expect(knowledge.instruments.values.allSatisfy { !$0.provenance.reviewed })
    #expect(knowledge.itemParameters.values.allSatisfy { !$0.provenance.reviewed })
    #expect(knowledge.rules.families.values.allSatisfy { !$0.provenance.reviewed })
  }

  @Test func `every source in the list is cited somewhere`() throws {
    var cited = knowledge.contacts.flatMap(\.evidence.sources)
    for instrument in knowledge.instruments.values {
      cited += instrument.provenance.sources
      cited += instrument.provenance.evidence.values.flatMap(\.sources)
    }
    for parameters in knowledge.itemParameters.values {
      cited += parameters.provenance.sources + parameters.evidence.sources
    }
    cited += knowledge.crosswalks.flatMap { $0.provenance.sources + $0.evidence.sources }
    cited += knowledge.codes?.provenance.sources ?? []
    cited += knowledge.schedule?.provenance.sources ?? []
    cited += knowledge.schedule?.domains.flatMap(\.evidence.sources) ?? []
    cited += knowledge.rules.rules.flatMap(\.evidence.sources)
    let course = knowledge.course
    cited += course.provenance.sources + course.responseEvidence.sources
    cited += course.remissionEvidence.sources + course.plateau.evidence.sources
    cited += course.earlyImprovement.evidence.sources
    cited += course.relapse.values.flatMap(\.evidence.sources)
    // Every list of sources in documents of many records is read, as RecordControlTests show.
    let lists = try KnowledgeDocument.bundled().filter { !$0.name.hasPrefix("sources") }
      .flatMap { $0.text.matches(of: #/sources: \[([^\]]*)\]/#) }
    let named = lists.flatMap { $0.output.1.split(separator: ", ") }.map {
      SourceID(rawValue: String($0))
    }
    #expect(Set(knowledge.sources.keys).subtracting(cited.map(\.id) + named) == [])
  }

  @Test func `loading is the same every time and in any order`() throws {
    let documents = try KnowledgeDocument.bundled()
    #expect(try Knowledge(documents: documents) == knowledge)
    #expect(try Knowledge(documents: documents.reversed()) == knowledge)
  }

  @Test func `an instrument that does not exist is named in the error`() {
    #expect(throws: KnowledgeError.self) { try knowledge.instrument("phq-nine") }
  }
}
