import Knowledge
import Testing

/// The screener's whole table of decisions, and no word of it for patients.
@Suite struct TriageTests {
  let screener: Instrument

  init() throws { screener = try Shipped.knowledge.get().instrument("cssrs-screener") }

  private static let items: [ItemID] = ["q1", "q2", "q3", "q4", "q5", "q6", "q6recent"]

  /// Every way to answer seven questions with no, yes or nothing.
  private static let forms: [[ItemID: Int]] = (0..<2187).map { number in
    var rest = number
    var answers: [ItemID: Int] = [:]
    for item in items {
      if rest % 3 < 2 { answers[item] = rest % 3 }
      rest /= 3
    }
    return answers
  }

  /// The published logic written out: high if 4 or 5 or recent behaviour, moderate if 3 or behaviour
  /// longer ago, low if 1 or 2.
  private func written(_ a: [ItemID: Int]) -> String {
    if a["q4"] == 1 || a["q5"] == 1 || a["q6recent"] == 1 { return "high" }
    if a["q3"] == 1 || a["q6"] == 1 { return "moderate" }
    return a["q1"] == 1 || a["q2"] == 1 ? "low" : "none"
  }

  private func result(_ answers: [ItemID: Int]) throws -> TriageResult {
    try #require(try screener.score(answers).triage)
  }

  @Test func `every complete form has the level of the published logic`() throws {
    var counted = 0
    for answers in TriageTests.forms where answers.count == 7 {
      guard case .level(let level) = try result(answers) else {
        Issue.record("a complete form is not certain")
        continue
      }
      #expect(level.id == written(answers))
      counted += 1
    }
    #expect(counted == 128)
  }

  /// Brute force: a form with gaps is certain when every way to fill them gives the same level. What
  /// the skip rules leave out is filled with no.
  @Test func `a form with gaps is certain exactly when no answer could change it`() throws {
    for answers in TriageTests.forms {
      var known = answers
      if answers["q2"] == 0 {
        for item in ["q3", "q4", "q5"] as [ItemID] where known[item] == nil { known[item] = 0 }
      }
      if answers["q6"] == 0, known["q6recent"] == nil { known["q6recent"] = 0 }
      let open = TriageTests.items.filter { known[$0] == nil }
      var levels: Set<String> = []
      for number in 0..<(1 << open.count) {
        var filled = known
        for (place, item) in open.enumerated() { filled[item] = number >> place & 1 }
        levels.insert(written(filled))
      }
      switch try result(answers) {
      case .level(let level): #expect(levels == [level.id])
      case .atLeast(let level, let missing):
        #expect(levels.count > 1 && level.id == written(known))
        #expect(!missing.isEmpty && Set(missing).isSubset(of: open))
      }
    }
  }

  @Test func `item 4 is high, never moderate`() throws {
    #expect(try result(["q4": 1]).level.id == "high")
    #expect(
      try result(["q1": 1, "q2": 1, "q3": 1, "q4": 1, "q5": 0, "q6": 0]).level.id == "high")
  }

  @Test func `no answers at all say nothing but what is missing`() throws {
    guard case .atLeast(let level, let missing) = try result([:]) else {
      Issue.record("an empty form is certain")
      return
    }
    #expect(level.id == "none" && Set(missing) == Set(TriageTests.items))
  }

  @Test func `the lowest level is no reassurance`() throws {
    let level = try result(["q1": 0, "q2": 0, "q6": 0]).level
    #expect(level.label == "no ideation or behaviour reported")
    #expect(!level.label.contains("risk"))
  }

  @Test func `a yes is a positive answer about safety at once`() throws {
    let score = try screener.score(["q2": 0, "q6": 1])
    #expect(score.safety.filter { $0.isPositive == true }.map(\.item) == ["q6"])
    // Items 3 to 5 are not asked after a no to item 2, so nobody skipped them.
    #expect(score.safety.map(\.item) == ["q1", "q2", "q6", "q6recent"])
    #expect(score.safety.first?.answer == .unknown)
  }

  @Test func `there is no total to draw or to type in`() throws {
    #expect(!screener.givesTotal && !screener.accepts(total: 1) && !screener.accepts(total: 0))
    #expect(try screener.score(["q1": 1]).value == nil)
    #expect(screener.bands.isEmpty && screener.remission == nil)
  }

  @Test func `an answer that is neither yes nor no is refused`() {
    for value in [-1, 2] {
      #expect(throws: KnowledgeError.self) { try screener.score(["q1": value]) }
    }
  }

  @Test func `certainty differs between the levels`() throws {
    guard case .triage(let triage) = screener.scoring?.rule else {
      Issue.record("the screener is no table of decisions")
      return
    }
    #expect(triage.levels.map(\.id) == ["high", "moderate", "low"])
    #expect(triage.levels.map(\.evidence.certainty) == [.read, .established, .established])
  }
}
