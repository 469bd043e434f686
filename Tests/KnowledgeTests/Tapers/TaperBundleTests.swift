import Knowledge
import Testing

@Suite struct TaperBundleTests {
  private let knowledge: Knowledge
  private let methods: TaperMethods

  init() throws {
    knowledge = try Shipped.knowledge.get()
    methods = try #require(knowledge.tapers.methods)
  }

  @Test func `models ship for the medicines whose parameters are not uncertain`() {
    let models = knowledge.tapers.records.filter { $0.value.occupancy.model != nil }
    #expect(
      Set(models.keys) == [
        "citalopram", "escitalopram", "paroxetine", "sertraline", "fluoxetine", "venlafaxine",
        "duloxetine", "vortioxetine",
      ])
    for model in models.values.compactMap(\.occupancy.model) {
      #expect(model.spread == 0.4 && model.evidence.certainty != .read)
    }
  }

  @Test func `shares and points are those of the notes`() {
    #expect(methods.proportional.ratio == 0.5 && methods.proportional.lowRatio == 0.75)
    #expect(methods.occupancy.paces[.usual] == TaperMethods.Fall(step: 10, lastStep: 10))
    #expect(methods.occupancy.paces[.cautious] == TaperMethods.Fall(step: 5, lastStep: 5))
    #expect(methods.occupancy.paces[.fast]?.step == 20)
    #expect(methods.withdrawal.features.map(\.points) == [3, 3, 1, 1, 3, 0])
    #expect(methods.withdrawal.features.map(\.pointsAgainst) == [-3, 0, -2, -1, -3, -2])
    #expect(methods.withdrawal.probableWithdrawal == 4 && methods.withdrawal.probableRelapse == -3)
    #expect(methods.checklist.items == 43 && methods.checklist.event == 4)
  }

  @Test func `what the notes give only as plus or minus is not called more than that`() throws {
    let texts = knowledge.tapers.records.values.flatMap(\.anchors).compactMap(\.text)
    #expect(texts.count { $0.contains("±") } == 2)
    #expect(!texts.contains { $0.contains("standard") })
    let findings = try #require(knowledge.windows).kernels.flatMap(\.findings).map(\.text)
    #expect(findings.contains { $0.contains("+35.5 ± 3.3 %") })
    #expect(!findings.contains { $0.contains("standard error") })
  }

  @Test(arguments: ["KET-16", "ECT-07"])
  func `a threshold of this project's own is called derived, with its reason`(
    _ id: String
  ) throws {
    let rule = try #require(knowledge.rules.rule(id))
    #expect(rule.evidence.certainty == .derived)
    #expect(rule.evidence.note?.contains("this project's convention") == true)
    #expect(rule.rationale.contains("convention of this project"))
    #expect(rule.rationale.contains("not yet second-read"))
  }

  @Test func `a class tells what a medicine without a record is`() throws {
    let tricyclic = try #require(knowledge.medicines.medicine(named: "nortriptyline"))
    guard case .withheld(let withheld) = knowledge.tapers.occupancy(of: tricyclic) else {
      Issue.record("a tricyclic has a model")
      return
    }
    #expect(!withheld.allowsFallback)
    let unlisted = try #require(knowledge.medicines.medicine(named: "milnacipran"))
    #expect(knowledge.tapers.occupancy(of: unlisted) == nil)
  }

  @Test func `no medicine is in two tiers`() {
    for medicine in knowledge.medicines.medicines.values {
      #expect(methods.risk.tiers.count { medicine.flags[$0.flag] != nil } <= 1, "\(medicine.id)")
    }
  }
}
