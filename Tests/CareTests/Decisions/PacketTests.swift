import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct PacketTests {
  private static let today = Day("2026-06-01") ?? Day(number: 0)

  private func packet(
    _ fixture: SignalFixture, _ policy: PayerPolicyID = "cp-bh-200",
    trials: [TreatmentTrial]? = nil,
    stated: [String: Bool] = [:]
  ) throws -> PriorAuthorisationPacket {
    try PriorAuthorisationPacket(
      chart: fixture.chart, on: Self.today,
      policy: try #require(fixture.knowledge.payerPolicies[policy]),
      trials: trials.map { StagingCase(trials: $0) }, statements: stated,
      knowledge: fixture.knowledge)
  }

  private func finding(
    _ id: String, _ packet: PriorAuthorisationPacket
  ) throws -> PriorAuthorisationPacket.Finding {
    try #require(packet.criteria.first { $0.criterion.id == id }).finding
  }

  /// 0 met, 1 not met, 2 not documented.
  private func code(_ finding: PriorAuthorisationPacket.Finding) -> Int {
    switch finding {
    case .met: 0
    case .notMet: 1
    case .notDocumented: 2
    }
  }

  private func trial(
    _ medicine: MedicineID, response: StagingDefinitions.Response?, weeks: Double = 12,
    milligrams: Double = 200
  ) -> TreatmentTrial {
    TreatmentTrial(
      label: medicine.rawValue, agent: .medicine(medicine), role: .recorded(.primary),
      exposures: [.init(dose: .recorded(.init(milligrams, "mg")), weeks: .recorded(weeks))],
      adherence: .recorded(1), response: Recorded(response), ending: .recorded(.lackOfEffect),
      episode: .recorded(.current))
  }

  @Test func `an empty record documents nothing, and refuses nothing`() throws {
    let packet = try packet(try SignalFixture())
    #expect(packet.met.isEmpty && packet.notMet.isEmpty)
    #expect(packet.notDocumented.count == packet.criteria.count && packet.criteria.count == 12)
    #expect(packet.standing == .datesNotRecorded && packet.trials.isEmpty)
    for criterion in packet.criteria {
      guard case .notDocumented(let missing) = criterion.finding else { continue }
      #expect(!missing.isEmpty)
    }
  }

  @Test(arguments: [(14, 1), (15, 0), (27, 0)])
  func `the score is held against the policy's own threshold`(total: Double, expected: Int) throws {
    var fixture = try SignalFixture()
    try fixture.total("phq9", total, day: 0)
    #expect(code(try finding("scale", packet(fixture))) == expected)
  }

  @Test(arguments: [
    (Diagnosis.Status.confirmed, 0, 1), (.refuted, 1, 0), (.resolved, 1, 2), (.provisional, 2, 2),
  ])
  func `a diagnosis counts as it stands, for the policy and against it`(
    status: Diagnosis.Status, asked: Int, excluded: Int
  ) throws {
    var fixture = try SignalFixture()
    for name in ["Severe major depression", "Bipolar disorder"] {
      fixture.add(.diagnosis(Diagnosis(name: try Name(name), status: status)), day: 0)
    }
    let packet = try packet(fixture)
    #expect(code(try finding("severe-depression", packet)) == asked)
    #expect(code(try finding("no-bipolar", packet)) == excluded)
    #expect(packet.diagnoses.isEmpty == (status != .confirmed))
  }

  @Test func `a code is enough for a diagnosis, and another code is not`() throws {
    for (code, expected) in [("F33.2", 0), ("F33.1", 2)] {
      var fixture = try SignalFixture()
      let coding = Coding(system: try Name("http://hl7.org/fhir/sid/icd-10"), code: try Name(code))
      fixture.add(
        .diagnosis(Diagnosis(name: try Name("Depression"), coding: coding, status: .confirmed)),
        day: 0)
      #expect(self.code(try finding("severe-depression", packet(fixture))) == expected)
    }
  }

  /// Each of two medicines never named, taken, or stopped: all nine ways.
  @Test func `every way in which two medicines may be taken`() throws {
    for first in 0..<3 {
      for second in 0..<3 {
        var fixture = try SignalFixture()
        for (name, state) in [("ketamine", first), ("esketamine", second)] where state > 0 {
          try fixture.dose(name, 50, day: 0)
          if state == 2 { try fixture.dose(name, 0, day: 10) }
        }
        let expected = first == 1 || second == 1 ? 1 : first == 2 && second == 2 ? 0 : 2
        #expect(code(try finding("no-ketamine", packet(fixture))) == expected, "\(first) \(second)")
      }
    }
  }

  /// Two trials, each failed, of unknown result, or successful; of one class or of two.
  @Test func `every way in which two trials may have ended`() throws {
    let fixture = try SignalFixture()
    let results: [StagingDefinitions.Response?] = [
      StagingDefinitions.Response.none, nil, .remission,
    ]
    for (one, first) in results.enumerated() {
      for (two, second) in results.enumerated() {
        for other in ["venlafaxine", "escitalopram"] as [MedicineID] {
          let trials = [
            trial("sertraline", response: first),
            trial(other, response: second, milligrams: other == "venlafaxine" ? 225 : 20),
          ]
          let isOneClass = other == "escitalopram"
          let possible = (one < 2 ? 1 : 0) + (two < 2 ? 1 : 0)
          let most = isOneClass ? min(1, possible) : possible
          let expected = one == 0 && two == 0 && !isOneClass ? 0 : most < 2 ? 1 : 2
          let found = try finding("failed-trials", packet(fixture, trials: trials))
          #expect(code(found) == expected, "\(one) \(two) \(other)")
        }
      }
    }
  }

  @Test func `intolerance stands in for a failed trial where the policy says so`() throws {
    let fixture = try SignalFixture()
    let trials = [trial("sertraline", response: .intolerant, weeks: 1)]
    #expect(
      code(try finding("failed-trials", packet(fixture, "lcd-l34998", trials: trials))) == 0)
    #expect(code(try finding("failed-trials", packet(fixture, trials: trials))) == 1)
    let short = [trial("sertraline", response: StagingDefinitions.Response.none, weeks: 1)]
    #expect(code(try finding("failed-trials", packet(fixture, "lcd-l34998", trials: short))) == 1)
  }

  @Test func `the record's own trials stay possible until somebody records what came of them`()
    throws
  {
    var fixture = try SignalFixture()
    try fixture.dose("sertraline", 200, day: 0)
    try fixture.dose("sertraline", 0, day: 60)
    let found = try finding("failed-trials", packet(fixture, "lcd-l34998"))
    guard case .notDocumented(let missing) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(missing.contains { $0.contains("response") })
  }

  @Test func `a short record never shows that trials were too few, a list of them does`() throws {
    var fixture = try SignalFixture()
    try fixture.dose("sertraline", 50, day: 60)
    guard
      case .notDocumented(let missing) = try finding(
        "failed-trials", packet(fixture))
    else {
      Issue.record("a record alone said no")
      return
    }
    #expect(missing.contains { $0.contains("before this record") })
    let listed = [trial("sertraline", response: .remission)]
    #expect(code(try finding("failed-trials", packet(fixture, trials: listed))) == 1)
  }

  @Test func `a recent session is named, and refuses only where it says what was given`() throws {
    for (name, day, expected) in [
      (nil, 91, 2), ("ketamine", 91, 1), ("IV ketamine", 91, 1), ("ketamine", 10, 2),
    ] as [(String?, Int, Int)] {
      var fixture = try SignalFixture()
      fixture.add(
        .session(
          Session(kind: .ketamine, name: try name.map { try Name($0) }, outcome: .completed)),
        day: day)
      let found = try finding("no-ketamine", packet(fixture))
      #expect(code(found) == expected, "\(name ?? "unnamed") \(day)")
      #expect("\(found)".contains("session") == (day == 91))
    }
  }

  @Test func `a statement counts only where the record says nothing`() throws {
    var fixture = try SignalFixture()
    try fixture.total("phq9", 12, day: 0)
    let packet = try packet(
      fixture, stated: ["adult": true, "sessions": false, "scale": true, "no-such": true])
    #expect(try finding("adult", packet) == .met(["stated by the clinician"]))
    #expect(try finding("sessions", packet) == .notMet(["stated by the clinician"]))
    #expect(code(try finding("scale", packet)) == 1)
    #expect(packet.criteria.filter(\.isStated).map(\.criterion.id) == ["adult", "sessions"])
  }

  @Test func `scores come with baseline and trend, and therapies with their dates`() throws {
    var fixture = try SignalFixture()
    for (week, total) in [20.0, 18, 16].enumerated() {
      try fixture.total("phq9", total, day: 7 * week)
    }
    let course = Course(kind: .psychotherapy, name: try Name("Talking"), status: .active)
    fixture.add(.course(course), day: 2)
    fixture.add(.safetyPlan(try SafetyPlan(ownSteps: [FreeText("walk")])), day: 3)
    let packet = try packet(fixture)
    let trend = try #require(packet.scores.first)
    #expect(trend.scores.compactMap(\.total) == [20, 18, 16])
    #expect(trend.baseline?.total == 20 && trend.latest?.total == 16)
    #expect(trend.change?.points == -4)
    #expect(packet.therapies.map(\.name) == ["Talking"] && packet.hasSafetyPlan)
    #expect(code(try finding("psychotherapy", packet)) == 0)
    #expect(code(try finding("scale", self.packet(fixture, "lcd-l34522"))) == 0)
  }

  @Test func `every shipped policy gives a packet of an empty record`() throws {
    let fixture = try SignalFixture()
    #expect(fixture.knowledge.payerPolicies.count == 6)
    for id in fixture.knowledge.payerPolicies.keys {
      let packet = try packet(fixture, id)
      #expect(packet.met.isEmpty && packet.notMet.isEmpty, "\(id)")
    }
  }
}
