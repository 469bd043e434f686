import Knowledge
import Testing

@Suite struct CourseTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  @Test func `response is half and partial response a quarter, everywhere the same`() {
    #expect(knowledge.course.response == 0.5 && knowledge.course.partialResponse == 0.25)
    for instrument in knowledge.instruments.values where instrument.response != nil {
      #expect(instrument.response == knowledge.course.response)
      #expect(instrument.partialResponse == knowledge.course.partialResponse)
    }
  }

  // Rush et al. 2006 (ACNP): three weeks, four months.
  @Test func `remission is sustained after three weeks and recovery comes after four months`() {
    #expect(knowledge.course.sustainedRemissionWeeks == 3)
    #expect(knowledge.course.recoveryMonths == 4)
    #expect(knowledge.course.remissionEvidence.certainty == .read)
  }

  @Test func `relapse on the PHQ-9 is a house rule and says so`() throws {
    let relapse = try #require(knowledge.course.relapse["phq9"])
    #expect(relapse.atLeast == 10 && relapse.aboveRemissionLevelBy == 5)
    #expect(relapse.consecutiveRatings == 2 && relapse.isHouseRule)
    let published = try #require(knowledge.course.relapse["qids-sr16"])
    #expect(published.atLeast == 11 && published.aboveRemissionLevelBy == nil)
    #expect(!published.isHouseRule)
  }

  @Test func `plateau and early improvement are as defined`() {
    let plateau = knowledge.course.plateau
    #expect(plateau.instrument == "phq9" && plateau.projectionDays == 28)
    #expect(plateau.changeBelow == 2 && plateau.probabilityAtLeast == 0.9)
    #expect(plateau.weeksAboveRemission == 4 && plateau.weeksOfTreatment == 4)
    #expect(plateau.isHouseRule)
    let early = knowledge.course.earlyImprovement
    #expect(early.drop == 0.2 && early.byWeek == 2)
    #expect(early.sensitivity == 0.85 && early.specificity == 0.54)
  }

  @Test func `a definition for an instrument that does not exist is refused`() {
    let course = Samples.course.replacing("instrument: mini", with: "instrument: maxi")
    let error = #expect(throws: KnowledgeError.self) {
      try Knowledge(documents: [Samples.sources, course, Samples.instrument])
    }
    #expect(error?.problem == .unknownInstrument("maxi"))
    #expect(error?.field == "plateau.instrument")
  }
}
