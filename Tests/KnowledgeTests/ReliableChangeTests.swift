import Knowledge
import Testing

@Suite struct ReliableChangeTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  // Worked on the PHQ-9 of 403 people (BGGM data): SEm 1.888, S_diff 2.670, threshold 5.23.
  @Test func `PHQ-9 ships 6 points with where they come from`() throws {
    let change = try #require(try knowledge.instrument("phq9").reliableChange)
    #expect(change.points == 6 && change.shippedPoints == 6)
    #expect(change.standardDeviation == 5.963 && change.reliability == 0.8998)
    #expect(change.kind == .internalConsistency && change.origin == .derived)
    #expect(abs(change.standardErrorOfMeasurement - 1.888) < 0.0005)
    #expect(abs(change.exact95 / 1.96 - 2.670) < 0.001)
    #expect(abs(change.exact95 - 5.23) < 0.005)
  }

  // The table of thresholds to one digit: SD, r -> threshold.
  @Test(
    arguments: [
      ("phq8", 6.0), ("gad7", 3.7), ("qids-sr16", 4.5), ("madrs", 6.1), ("hdrs17", 5.5),
      ("who5", 21.5), ("wsas", 8.3), ("isi", 4.2), ("madrs-s", 9.4), ("psqi", 3.9),
      ("asrm", 4.1), ("ymrs", 5.1), ("cadss", 7.7), ("pdq5", 4.8), ("asex", 4.6),
      ("qlesq-sf", 16.6), ("rrs-brooding", 4.7), ("csq8", 4), ("moca", 3.9),
    ] as [(InstrumentID, Double)])
  func `the formula gives the published threshold`(_ id: InstrumentID, _ expected: Double) throws {
    let change = try #require(try knowledge.instrument(id).reliableChange)
    #expect(abs(change.exact95 - expected) <= 0.05)
  }

  @Test func `every shipped value is the first whole point that reaches the threshold`() {
    for change in knowledge.instruments.values.compactMap(\.reliableChange) {
      #expect(change.points >= change.exact95 && change.points - 1 < change.exact95)
    }
  }

  @Test func `a site's own value counts and its origin stays visible`() throws {
    let site = SiteSettings(reliableChanges: [
      "phq9": SiteReliableChange(points: 7, reason: "our SD is 6.8", setBy: "Dr. Example")
    ])
    let change = try #require(
      try knowledge.adjusted(by: site).instrument("phq9").reliableChange)
    #expect(change.points == 7 && change.shippedPoints == 6)
    #expect(change.origin == .site("Dr. Example: our SD is 6.8"))
    #expect(try knowledge.instrument("phq9").reliableChange?.points == 6)
  }

  @Test(
    arguments: [
      ("phq9", 0, "why", "who"), ("phq9", -1, "why", "who"), ("phq9", 28, "why", "who"),
      ("phq9", .nan, "why", "who"), ("phq9", .infinity, "why", "who"), ("phq9", 7, " ", "who"),
      ("phq9", 7, "why", ""), ("phq2", 2, "why", "who"), ("nothing", 2, "why", "who"),
    ] as [(InstrumentID, Double, String, String)])
  func `a site's value that makes no sense is refused`(
    _ id: InstrumentID, _ points: Double, _ reason: String, _ setBy: String
  ) {
    let site = SiteSettings(reliableChanges: [
      id: SiteReliableChange(points: points, reason: reason, setBy: setBy)
    ])
    #expect(throws: KnowledgeError.self) { try knowledge.adjusted(by: site) }
  }

  @Test func `a site writes its settings as YAML`() throws {
    let document = KnowledgeDocument(
      name: "site.yaml",
      text: """
        kind: site
        schemaVersion: 1
        reliableChanges:
          - { instrument: phq9, points: 7, reason: own data, setBy: clinic board }
        """)
    let site = try SiteSettings(document: document)
    #expect(site.reliableChanges["phq9"]?.points == 7)
    let wrong = document.replacing("points", with: "pionts")
    let error = #expect(throws: KnowledgeError.self) { try SiteSettings(document: wrong) }
    #expect(error?.problem == .unknownKey("pionts"))
    #expect(error?.line == 4)
  }
}
