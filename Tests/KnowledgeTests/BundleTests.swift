import Knowledge
import Testing

@Suite struct BundleTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  @Test func `the ten first instruments ship`() {
    let expected: [InstrumentID] = [
      "gad7", "hdrs17", "isi", "madrs", "phq2", "phq8", "phq9", "qids-sr16", "who5", "wsas",
    ]
    #expect(knowledge.instruments.keys.sorted() == expected)
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
      #expect(groups.contains(.caseThreshold) == (instrument.caseThreshold != nil))
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
    cited += knowledge.rules.rules.flatMap(\.evidence.sources)
    let course = knowledge.course
    cited += course.provenance.sources + course.responseEvidence.sources
    cited += course.remissionEvidence.sources + course.plateau.evidence.sources
    cited += course.earlyImprovement.evidence.sources
    cited += course.relapse.values.flatMap(\.evidence.sources)
    #expect(Set(knowledge.sources.keys).subtracting(cited.map(\.id)) == [])
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
