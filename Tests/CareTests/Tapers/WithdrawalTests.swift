import Care
import Knowledge
import Testing

@Suite struct WithdrawalTests {
  private let methods: TaperMethods

  init() throws { methods = try #require(try Bundled.knowledge.get().tapers.methods) }

  private func assess(
    _ answers: [String: WithdrawalAssessment.Answer], suicidal: Recorded<Bool> = .recorded(false)
  ) throws -> WithdrawalAssessment {
    try WithdrawalAssessment(answers, suicidalThoughts: suicidal, by: methods.withdrawal)
  }

  private func all(
    _ answer: WithdrawalAssessment.Answer, but others: [String: WithdrawalAssessment.Answer] = [:]
  ) -> [String: WithdrawalAssessment.Answer] {
    Dictionary(uniqueKeysWithValues: methods.withdrawal.features.map { ($0.id, answer) })
      .merging(others) { $1 }
  }

  @Test func `the points add up as suggested`() throws {
    #expect(try assess(all(.likeWithdrawal)).score == 11...11)
    #expect(try assess(all(.likeRelapse)).score == -11 ... -11)
    #expect(try assess(all(.neither)).score == 0...0)
    #expect(try assess([:]).score == -11...11)
  }

  @Test func `four points make withdrawal probable, three leave it unclear`() throws {
    let four = all(.neither, but: ["onset": .likeWithdrawal, "quality": .likeWithdrawal])
    #expect(try assess(four).verdict == .probableWithdrawal)
    let three = all(.neither, but: ["onset": .likeWithdrawal])
    #expect(try assess(three).verdict == .unclear)
  }

  @Test func `three points against make relapse probable, two leave it unclear`() throws {
    #expect(try assess(all(.neither, but: ["onset": .likeRelapse])).verdict == .probableRelapse)
    #expect(try assess(all(.neither, but: ["core": .likeRelapse])).verdict == .unclear)
  }

  @Test func `a verdict does not wait for answers that cannot change it`() throws {
    var answers = all(.likeWithdrawal)
    answers["quality"] = nil
    #expect(try assess(answers).verdict == .probableWithdrawal)
    var relapse = all(.likeRelapse)
    relapse["course"] = .notAsked
    #expect(try assess(relapse).verdict == .probableRelapse)
  }

  @Test func `missing answers that decide are named, and are never read as no`() throws {
    let answers = all(.neither, but: ["onset": .likeWithdrawal, "physical": .notAsked])
    #expect(try assess(answers).verdict == .cannotTell(missing: ["physical"]))
    #expect(try assess([:]).verdict == .cannotTell(missing: methods.withdrawal.features.map(\.id)))
  }

  @Test func `suicidal thoughts are acted on whatever the verdict, and asked about when missing`()
    throws
  {
    for answers in [all(.likeWithdrawal), all(.likeRelapse), [:]] {
      #expect(
        try assess(answers, suicidal: .recorded(true)).safety == .actNow(rule: "SAF-01"))
      #expect(try assess(answers, suicidal: .notRecorded).safety == .ask(rule: "SAF-01"))
      #expect(try assess(answers).safety == .denied)
    }
    let rules = try Bundled.knowledge.get().rules
    #expect(rules.rules.contains { "\($0.id)" == methods.withdrawal.safetyRule })
  }

  @Test func `a feature that is not there is refused by name`() {
    #expect(throws: TaperError.self) { try assess(["onsett": .likeRelapse]) }
  }

  @Test(arguments: [
    (4, 43, WithdrawalEvent.event), (4, 4, .event), (3, 43, .noEvent),
    (3, 42, .cannotTell(unanswered: 1)),
    (0, 40, .noEvent), (0, 39, .cannotTell(unanswered: 4)), (43, 43, .event),
  ])
  func `four new or worse symptoms are an event`(
    _ symptoms: Int, _ answered: Int, _ expected: WithdrawalEvent
  ) throws {
    #expect(
      try WithdrawalEvent(newOrWorse: symptoms, answered: answered, of: methods.checklist)
        == expected)
  }

  @Test(arguments: [(-1, 43), (5, 4), (0, 44), (0, -1), (Int.max, Int.max), (Int.min, 0)])
  func `counts that contradict each other are refused`(_ symptoms: Int, _ answered: Int) {
    #expect(throws: TaperError.self) {
      try WithdrawalEvent(newOrWorse: symptoms, answered: answered, of: methods.checklist)
    }
  }
}
