import Knowledge
import Testing
import Time

/// What ships, against the list of rows it was written from and dates worked out by hand.
@Suite struct ShippedRulesTests {
  let book: RuleBook
  let today: Day

  init() throws {
    book = try Shipped.knowledge.get().rules
    today = try #require(Day("2026-03-16"))
  }

  /// The rows of the list: family of rows and the numbers it has.
  static let rows: [(String, ClosedRange<Int>)] = [
    ("SAF", 1...13), ("DX", 1...10), ("MBC", 1...11), ("PH", 1...25), ("MAO", 1...7),
    ("SER", 1...5), ("AUG", 1...11), ("LI", 1...9), ("T3", 1...1), ("LAM", 1...1), ("KET", 1...18),
    ("TMS", 1...12), ("ECT", 1...9), ("TDC", 1...2), ("VNS", 1...1), ("DBS", 1...1), ("PRG", 1...6),
    ("AGE", 1...1), ("DSC", 1...11), ("PSY", 1...6), ("LIF", 1...5), ("PA", 1...3),
  ]

  @Test func `every row has its rule, but the uncertain one`() {
    let wanted = Self.rows.flatMap { name, numbers in
      numbers.map { "\(name)-\($0 < 10 ? "0" : "")\($0)" }
    }
    let covered = Set(
      book.rules.map { $0.id.split(separator: "-").prefix(2).joined(separator: "-") })
    #expect(wanted.count == 168)
    #expect(Set(wanted).subtracting(covered) == ["PSY-06"])
    #expect(covered.subtracting(wanted) == [])
  }

  @Test func `nothing uncertain ships and every rule has a source and options`() {
    for rule in book.rules {
      #expect(rule.evidence.certainty != .uncertain && !rule.evidence.sources.isEmpty)
      #expect(rule.advice.options.count >= 2 && !rule.overrideReasons.isEmpty)
    }
  }

  @Test func `what rests on general knowledge says so until its family is signed`() throws {
    for rule in book.rules where rule.evidence.certainty == .established {
      #expect(rule.cautions.contains("not yet second-read"), "\(rule.id)")
    }
    let read = try #require(book.rule("PH-01"))
    #expect(read.evidence.certainty == .read && read.cautions == [])
  }

  @Test func `every rule about esketamine says that the label of March 2026 was not read`() {
    let rules = book.rules.filter { rule in
      rule.family == "ketamine" && rule.advice.about.contains("esketamine")
    }
    #expect(rules.count >= 16)
    for rule in rules {
      #expect(rule.cautions.contains("label of March 2026 not yet read"), "\(rule.id)")
    }
  }

  @Test func `only the crisis family cannot be switched off`() {
    #expect(book.families.values.filter(\.isCrisis).map(\.id) == ["safety"])
    var site = book
    site.switchedOff = Set(book.families.keys)
    let left = site.evaluate(KnownFacts(), on: Day(number: 21_000), in: nil)
    #expect(Set(left.map(\.rule.family)) == ["safety"])
  }

  @Test func `without facts every rule is unknown, none silent`() {
    let evaluations = book.evaluate(KnownFacts(), on: today, in: nil)
    #expect(evaluations.count == book.rules.count)
    for evaluation in evaluations {
      guard case .unknown(let missing) = evaluation.outcome, !missing.isEmpty else {
        Issue.record("\(evaluation.rule.id) is \(evaluation.outcome)")
        continue
      }
    }
  }

  private func outcome(_ id: String, _ facts: [String: FactValue]) throws -> RuleEvaluation.Outcome
  {
    var known = KnownFacts()
    for (name, value) in facts { known[try #require(FactReference(name))] = KnownFact(value) }
    let evaluations = book.evaluate(known, on: today, in: "US")
    return try #require(evaluations.first { $0.rule.id == id }).outcome
  }

  private func set(_ members: String...) -> FactValue { .set(KnownSet(all: Set(members))) }

  @Test(arguments: [
    ("MAO-02", "stoppedClass(maoi-irreversible)", "medicines.proposedClasses", "ssri", 14),
    (
      "MAO-03-fluoxetine", "stopped(fluoxetine)", "medicines.proposedClasses",
      "monoamine-oxidase-inhibitor", 35
    ),
    (
      "MAO-03-vortioxetine", "stopped(vortioxetine)", "medicines.proposedClasses",
      "monoamine-oxidase-inhibitor", 21
    ),
    (
      "MAO-03-clomipramine", "stopped(clomipramine)", "medicines.proposedClasses",
      "monoamine-oxidase-inhibitor", 21
    ),
    (
      "MAO-03-other", "stoppedClass(ssri)", "medicines.proposedClasses",
      "monoamine-oxidase-inhibitor", 14
    ),
  ])
  func `the gates around MAO inhibitors open on their day and not before`(
    rule: String, stopped: String, proposed: String, member: String, days: Int
  ) throws {
    for waited in [0, 1, days - 1] {
      let facts = [stopped: FactValue.date(today.advanced(by: -waited)), proposed: set(member)]
      #expect(try outcome(rule, facts) == .fired, "\(waited) days")
    }
    for waited in [days, days + 1, 400] {
      let facts = [stopped: FactValue.date(today.advanced(by: -waited)), proposed: set(member)]
      // The other medicines of the same rule are not known, so it may still be unknown.
      #expect(try outcome(rule, facts) != .fired, "\(waited) days")
    }
  }

  @Test func `a screen above zero fires whatever the total, and a skipped answer is unknown`()
    throws
  {
    #expect(
      try outcome("SAF-01", ["item(phq9.q9)": .number(1), "score(phq9)": .number(1)]) == .fired)
    #expect(try outcome("SAF-01", ["item(phq9.q9)": .number(0)]) == .notFired)
    guard case .unknown = try outcome("SAF-01", ["score(phq9)": .number(1)]) else {
      Issue.record("a skipped answer is no zero")
      return
    }
  }

  @Test func `metabolic monitoring points to the due list and repeats no schedule`() throws {
    #expect(try #require(book.rule("AUG-04")).advice.calendar == "ada-apa-2004")
    let numbers = try #require(book.rule("AUG-04")).advice.text.filter(\.isNumber)
    #expect(numbers == "2004")
  }
}
