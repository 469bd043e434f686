import Care
import Knowledge
import Testing
import Time

@Suite struct StagingTests {
  private let judge: TrialJudge

  init() throws { judge = try TrialJudge(Bundled.knowledge.get()) }

  private func result(
    _ method: StagingResult.Method, _ trials: [TreatmentTrial], months: Double? = nil,
    severity: String? = nil
  ) throws -> StagingResult {
    let person = StagingCase(
      trials: trials, episodeMonths: Recorded(months), severity: Recorded(severity))
    return try #require(judge.assessment(of: person).results.first { $0.method == method })
  }

  private func score(_ points: Double, _ label: String? = nil) -> StagingResult.Score {
    StagingResult.Score(points: points, label: label)
  }

  /// Doses that are adequate by every form, of distinct antidepressants.
  private static let agents: [(String, Double)] = [
    ("citalopram", 40), ("sertraline", 100), ("venlafaxine", 225), ("mirtazapine", 30),
    ("nortriptyline", 100), ("phenelzine", 60), ("vortioxetine", 20), ("agomelatine", 50),
    ("fluoxetine", 40), ("escitalopram", 20), ("moclobemide", 600), ("reboxetine", 8),
  ]

  private func failures(_ count: Int) -> [TreatmentTrial] {
    Self.agents.prefix(count).map { .failed($0.0, dose: $0.1) }
  }

  @Test func `the Maudsley score runs from 3 to 15`() throws {
    let least = try result(.maudsley, failures(1), months: 12, severity: "subsyndromal")
    #expect(least.outcome == .exactly(score(3, "mild")))
    let all =
      failures(11) + [
        .failed("lithium", dose: 0.8, unit: "mmol/L", role: .augmentation), .course("ect"),
      ]
    let most = try result(.maudsley, all, months: 25, severity: "severe-psychotic")
    #expect(most.outcome == .exactly(score(15, "severe")))
  }

  @Test(arguments: [
    (1, 12.0, "mild", 4.0), (2, 13, "mild", 5), (3, 24, "moderate", 7), (5, 24, "moderate", 8),
    (7, 25, "severe", 11), (10, 25, "severe", 11), (11, 25, "severe", 12),
  ])
  func `the Maudsley score adds the points of the table`(
    _ failed: Int, _ months: Double, _ severity: String, _ points: Double
  ) throws {
    let outcome = try result(.maudsley, failures(failed), months: months, severity: severity)
      .outcome
    guard case .exactly(let score) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(score.points == points)
  }

  @Test func `without a failed trial a person is outside the Maudsley method`() throws {
    let none = try result(.maudsley, [], months: 12, severity: "mild").outcome
    guard case .outside = none else {
      Issue.record("\(none)")
      return
    }
    let short = try result(
      .maudsley, [.failed("citalopram", weeks: 5)], months: 12, severity: "mild")
    guard case .outside = short.outcome else {
      Issue.record("\(short.outcome)")
      return
    }
  }

  @Test func `what is missing makes a range and is named`() throws {
    let result = try result(.maudsley, failures(1))
    #expect(result.outcome == .between(score(3, "mild"), score(9, "moderate")))
    #expect(result.missing == ["months of the present episode", "severity at the baseline"])
    let unknown = try self.result(
      .maudsley, [.failed("citalopram", response: nil)], months: 1, severity: "mild")
    guard case .undetermined = unknown.outcome else {
      Issue.record("\(unknown.outcome)")
      return
    }
  }

  @Test func `the stages of Thase and Rush rise one on top of the other`() throws {
    func stage(_ trials: [TreatmentTrial]) throws -> StagingResult.Outcome {
      try result(.thaseRush, trials).outcome
    }
    let ssri = TreatmentTrial.failed("citalopram")
    let other = TreatmentTrial.failed("sertraline", dose: 200)
    let snri = TreatmentTrial.failed("venlafaxine", dose: 225)
    let tricyclic = TreatmentTrial.failed("nortriptyline", dose: 100)
    let inhibitor = TreatmentTrial.failed("phenelzine", dose: 60)
    #expect(try stage([]) == .exactly(score(0, "0")))
    #expect(try stage([ssri]) == .exactly(score(1, "I")))
    #expect(try stage([ssri, other]) == .exactly(score(1, "I")))
    #expect(try stage([ssri, snri]) == .exactly(score(2, "II")))
    #expect(try stage([ssri, inhibitor]) == .exactly(score(2, "II")))
    #expect(try stage([ssri, tricyclic]) == .exactly(score(3, "III")))
    #expect(try stage([ssri, tricyclic, inhibitor]) == .exactly(score(4, "IV")))
    #expect(
      try stage([ssri, tricyclic, inhibitor, .course("ect-bilateral")]) == .exactly(score(5, "V")))
    #expect(
      try stage([ssri, tricyclic, inhibitor, .course("ect")]) == .exactly(score(4, "IV")))
    #expect(
      try stage([ssri, .failed("nortriptyline", dose: 100, weeks: 5)])
        == .between(score(1, "I"), score(3, "III")))
  }

  @Test func `the Massachusetts score counts failures, optimisation, augmentation and ECT`() throws
  {
    let trials: [TreatmentTrial] = [
      .failed("citalopram", optimised: true), .failed("venlafaxine", dose: 225),
      .failed("lithium", dose: 0.8, unit: "mmol/L", role: .augmentation), .course("ect"),
    ]
    #expect(try result(.massachusetts, trials).outcome == .exactly(score(2 + 0.5 + 0.5 + 3)))
    let open = try result(.massachusetts, [.failed("citalopram", optimised: nil)])
    #expect(open.outcome == .between(score(1), score(1.5)))
    #expect(open.missing == ["citalopram: whether it was optimised"])
  }

  @Test func `resistance needs two failed trials, and says when it cannot tell`() {
    func verdict(_ trials: [TreatmentTrial]) -> StagingAssessment.Resistance.Verdict {
      judge.assessment(of: StagingCase(trials: trials)).resistance.verdict
    }
    #expect(verdict(failures(1)) == .notMet)
    #expect(verdict(failures(2)) == .met)
    #expect(verdict(failures(1) + [.failed("venlafaxine", dose: 100)]) == .cannotTell)
    #expect(verdict(failures(1) + [.failed("venlafaxine", dose: nil)]) == .cannotTell)
    #expect(verdict(failures(1) + [.failed("venlafaxine", dose: 37.5)]) == .notMet)
    #expect(verdict([]) == .notMet)
  }

  @Test func `each trial that does not count says why`() throws {
    let trials: [TreatmentTrial] = [
      .failed("citalopram"), .failed("citalopram", label: "again", weeks: 6),
      .failed("sertraline", label: "past", dose: 100, episode: .past),
      .failed("venlafaxine", label: "answered", dose: 225, response: .response),
      .failed("duloxetine", label: "intolerant", dose: 60, response: .intolerant),
      .failed("lithium", label: "beside", dose: 0.8, unit: "mmol/L", role: .augmentation),
      .failed("esketamine", label: "spray", dose: 84), .course("cbt", sessions: 20),
      .failed("mirtazapine", label: "short", dose: 30, weeks: 2),
    ]
    let counts = try result(.maudsley, trials).failures.trials
    #expect(
      counts.map(\.status) == [
        .counted, .notCounted(["the same as citalopram, counted once"]),
        .notCounted(["before the present episode"]), .notCounted(["response"]),
        .notCounted(["not tolerated"]), .notCounted(["augmentation"]),
        .notCounted(["its class is not one of the method's"]),
        .notCounted(["no antidepressant medicine"]),
        .notCounted(["2 weeks; 6 are asked for"]),
      ])
  }

  @Test func `a medicine tried twice counts by its strongest trial`() throws {
    let weak = TreatmentTrial.failed("citalopram", label: "weak", weeks: 1)
    let unclear = TreatmentTrial.failed("citalopram", label: "unclear", weeks: nil)
    let strong = TreatmentTrial.failed("citalopram", label: "strong")
    for trials in [[weak, unclear, strong], [strong, unclear, weak], [unclear, strong, weak]] {
      let count = try result(.maudsley, trials).failures
      #expect(count.least.map(\.trial) == ["strong"] && count.most.map(\.trial) == ["strong"])
    }
  }

  @Test func `the order of the trials changes no result`() throws {
    let trials = failures(6) + [.course("ect"), .failed("fluvoxamine", dose: 75)]
    for method in StagingResult.Method.allCases {
      let one = try result(method, trials, months: 20, severity: "moderate")
      let other = try result(method, trials.reversed(), months: 20, severity: "moderate")
      #expect(one.outcome == other.outcome)
    }
  }

  @Test func `the checklist finds, clears or leaves open`() throws {
    let person = StagingCase(
      trials: [.failed("citalopram", dose: 10, weeks: 2, adherence: 0.5)],
      checks: ["bipolar": true, "dementia": false])
    let findings = Dictionary(
      uniqueKeysWithValues: judge.assessment(of: person).checklist.map { ($0.check.id, $0.finding) }
    )
    #expect(findings["adherence"] == .found(["citalopram"]))
    #expect(findings["dose"] == .found(["citalopram: 10 mg is below 20 mg"]))
    #expect(findings["duration"] == .found(["citalopram: 2 weeks; 4 are asked for"]))
    #expect(findings["bipolar"] == .found([]))
    #expect(findings["dementia"] == .notFound)
    #expect(findings["ptsd"] == .open(["not asked"]))
  }

  @Test func `an overlap for a whole trial leaves open whether it was a combination`() throws {
    func trial(_ id: String, _ dose: Double, _ first: String, _ last: String) throws
      -> TreatmentTrial
    {
      TreatmentTrial(
        label: id, agent: .medicine(MedicineID(rawValue: id)),
        exposures: [
          .init(dose: .recorded(.init(dose, "mg")), weeks: .recorded(10))
        ], response: .recorded(.none), optimised: .recorded(false), episode: .recorded(.current),
        firstDay: .recorded(try #require(.init(first))),
        lastDay: .recorded(try #require(.init(last))))
    }
    let first = try trial("sertraline", 100, "2026-01-01", "2026-06-01")
    let beside = try trial("mirtazapine", 30, "2026-02-01", "2026-06-01")
    let after = try trial("mirtazapine", 30, "2026-05-25", "2026-09-01")
    #expect(
      try result(.massachusetts, [first, beside]).outcome == .between(score(2), score(2.5)))
    #expect(try result(.massachusetts, [first, after]).outcome == .exactly(score(2)))
  }

  @Test func `adding a failed trial never lowers a stage`() throws {
    for count in 0..<Self.agents.count {
      for method in StagingResult.Method.allCases {
        let fewer = try result(method, failures(count), months: 6, severity: "mild").points
        let more = try result(method, failures(count + 1), months: 6, severity: "mild").points
        #expect(more >= fewer, "\(method)")
      }
    }
  }

  @Test func `knowledge without methods is refused`() throws {
    let bare = try Knowledge(
      documents: KnowledgeDocument.bundled().filter { !$0.name.hasPrefix("staging/") })
    #expect(throws: StagingError.noDefinitions) { try TrialJudge(bare) }
  }
}

extension StagingResult {
  /// The least points, 0 outside the method.
  fileprivate var points: Double {
    switch outcome {
    case .exactly(let score), .between(let score, _): score.points
    default: 0
    }
  }
}
