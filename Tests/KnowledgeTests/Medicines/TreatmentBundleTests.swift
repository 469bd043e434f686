import Knowledge
import Testing

@Suite struct TreatmentBundleTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  @Test func `therapies, protocols, habits and supplements ship with what they ask for`() {
    let kinds = Dictionary(grouping: knowledge.treatments.values, by: \.kind).mapValues(\.count)
    #expect(
      kinds == [
        .psychotherapy: 11, .neuromodulation: 8, .ect: 2, .rapidActing: 3, .lifestyle: 7,
        .supplement: 1,
      ])
    for treatment in knowledge.treatments.values {
      #expect(!treatment.records.isEmpty, "\(treatment.id)")
      #expect(treatment.provenance.retrieved < treatment.standing.reviewBy, "\(treatment.id)")
      #expect(!treatment.standing.jurisdiction.isEmpty)
    }
  }

  @Test func `what is investigational or recorded only says so`() throws {
    #expect(knowledge.treatment(named: "psilocybin")?.standing.status == .investigational)
    let supplements = knowledge.treatments.values.filter { $0.kind == .supplement }
    for supplement in supplements {
      #expect(supplement.standing.status == .recordOnly)
      let medicine = try #require(supplement.medicine.flatMap { knowledge.medicines.medicines[$0] })
      #expect(
        knowledge.medicines.interactions.contains {
          $0.first.include(medicine) || $0.second.include(medicine)
        })
    }
  }

  @Test func `nothing is called reviewed before a clinician has signed it`() throws {
    #expect(knowledge.medicines.medicines.values.allSatisfy { !$0.provenance.reviewed })
    #expect(knowledge.treatments.values.allSatisfy { !$0.provenance.reviewed })
    #expect(try #require(knowledge.staging).provenance.reviewed == false)
  }

  @Test(arguments: [
    ("ect", 6.0, 8.0), ("itbs", 20, 30), ("cbt", 8, 12), ("esketamine-course", 7, 8),
  ])
  func `sessions of an adequate trial are those of the reference table`(
    _ id: TreatmentID, _ low: Double, _ high: Double
  ) throws {
    #expect(try #require(knowledge.treatments[id]).adequate?.sessions == low...high)
  }
}
