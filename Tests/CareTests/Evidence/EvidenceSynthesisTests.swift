import Care
import Inference
import Knowledge
import Testing

@Suite struct EvidenceSynthesisTests {
  static let shipped = Result { try MemoryEvidence.bundled() }

  private func synthesis(
    _ treatment: String? = nil, uncertain: Bool = false
  ) throws -> EvidenceSynthesis {
    try EvidenceSynthesis(
      of: Self.shipped.get(), treatment: treatment, includesUncertain: uncertain)
  }

  private func pool(_ domain: EffectDomain, in synthesis: EvidenceSynthesis) throws -> EvidencePool
  {
    try #require(synthesis.pools.first { $0.domain == domain })
  }

  private func expect(_ found: Double?, _ expected: Double) {
    #expect(abs((found ?? .nan) - expected) < 1e-8, "\(String(describing: found))")
  }

  /// metafor 3.8-1: `rma(yi, sei^2, method = "REML", test = "adhoc")` on the rows named here.
  @Test func `cold memory is pooled over four bodies of trials as metafor does`() throws {
    let pool = try pool(.coldMemory, in: synthesis())
    #expect(pool.members.map(\.row.id) == ["AD-01", "TDCS-03", "EX-01", "CR-03"])
    let analysis = try #require(pool.analysis.value)
    #expect(analysis.tauSquared == 0)
    expect(analysis.estimate, 0.257728014302)
    expect(analysis.interval.lowerBound, 0.128326847999)
    expect(analysis.interval.upperBound, 0.387129180606)
  }

  @Test func `hot memory rests on two trials and says next to nothing`() throws {
    let pool = try pool(.hotMemory, in: synthesis())
    #expect(pool.members.map(\.row.id) == ["CMEST-03", "MEMFLEX-01"])
    let analysis = try #require(pool.analysis.value)
    expect(analysis.estimate, 0.394136286078)
    #expect(analysis.interval.lowerBound < -1 && analysis.predictionInterval == nil)
  }

  @Test func `mood is pooled over seven bodies of trials as metafor does`() throws {
    let pool = try pool(.mood, in: synthesis())
    #expect(
      Set(pool.members.map(\.row.id)) == [
        "KET-02", "TMS-02", "TDCS-03", "EMDR-01", "CMEST-04", "MEMFLEX-01", "CR-02",
      ])
    let analysis = try #require(pool.analysis.value)
    #expect(abs(analysis.tauSquared - 0.0167650454444) < 1e-8)
    expect(analysis.estimate, 0.483255948018)
    expect(analysis.interval.upperBound, 0.694091689459)
  }

  @Test func `nobody's trials count twice in a domain`() throws {
    for uncertain in [false, true] {
      for pool in try synthesis(uncertain: uncertain).pools {
        let bodies = pool.members.map(\.row.trials)
        #expect(Set(bodies).count == bodies.count, "\(pool.domain)")
      }
    }
  }

  @Test func `general knowledge enters only when asked for`() throws {
    let plain = try synthesis()
    #expect(
      plain.pools.flatMap(\.members).allSatisfy {
        $0.row.evidence.certainty == .read && $0.row.check.citation == .confirmed
          && $0.row.design == .controlled
      })
    let uncertain = try synthesis(uncertain: true)
    let mood = try pool(.mood, in: uncertain).members.map(\.row.id)
    #expect(mood.contains("AD-04") && mood.contains("ECT-05"))
    #expect(try pool(.hotMemory, in: uncertain).members.map(\.row.id).contains("MEST-03"))
  }

  @Test func `every effect is pooled or left out with a reason, and never both`() throws {
    for uncertain in [false, true] {
      let found = try synthesis(uncertain: uncertain)
      let pooled = found.pools.flatMap(\.members).count
      let all = found.rows.reduce(0) { $0 + 1 + $1.alongside.count }
      #expect(pooled + found.leftOut.count == all)
    }
  }

  @Test(arguments: [
    ("VOR-02", EvidenceObstacle.otherUnit(.points)), ("ECT-01", .design(.uncontrolled)),
    ("MEST-01", .noError), ("AD-03", .noEstimate), ("SLP-03", .otherPeople),
    ("AD-04", .generalKnowledge), ("MEST-03", .design(.unclear)),
    ("EX-02", .sharedTrials(with: "EX-01")), ("FEST-01", .otherOutcome),
    ("TDCS-02", .otherUnit(.coefficient)), ("HOT-01", .otherUnit(.words)),
  ])
  func `the reason is the one that holds`(
    _ id: String, _ obstacle: EvidenceObstacle
  ) throws {
    let left = try synthesis().leftOut.first { $0.row.id.rawValue == id }
    #expect(left?.obstacle == obstacle)
  }

  @Test func `four pairs are too few for a slope, and it is said`() throws {
    let coupling = try synthesis().coupling
    #expect(
      coupling.pairs.map(\.memory.row.id) == ["TDCS-03", "CMEST-03", "MEMFLEX-01", "CR-03"])
    // The rehabilitation of thinking has its mood effect from elsewhere.
    #expect(coupling.pairs.map(\.isOnePublication) == [true, true, true, false])
    #expect(coupling.analysis.missing?.observed == 4)
    #expect(coupling.analysis.missing?.needed == 5)
  }

  @Test func `with general knowledge there is a slope, without an end to its interval`() throws {
    let fits = try #require(synthesis(uncertain: true).coupling.analysis.value)
    #expect(fits.map(\.assumedCorrelation) == [0, 0.3, 0.6])
    for fit in fits { #expect(fit.lower == nil || fit.upper == nil) }
  }

  @Test func `one treatment can be asked about, and an unknown one is named`() throws {
    let ect = try synthesis("ect")
    #expect(ect.rows.contains { $0.id == "ECT-01" } && !ect.rows.contains { $0.id == "AD-01" })
    let exercise = try synthesis("Exercise")
    #expect(try pool(.coldMemory, in: exercise).analysis.missing?.observed == 1)
    let error = try #require(
      #expect(throws: InferenceError.self) { try synthesis("bloodletting") })
    #expect("\(error)".contains("bloodletting") && "\(error)".contains("exercise"))
  }
}
