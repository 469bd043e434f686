import Knowledge
import Testing

@Suite struct ScoringTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  private func score(_ id: InstrumentID, _ answers: [Int?]) throws -> Score {
    let instrument = try knowledge.instrument(id)
    let given = zip(instrument.items, answers).compactMap { item, value in
      value.map { (item.id, $0) }
    }
    return try instrument.score(Dictionary(uniqueKeysWithValues: given))
  }

  @Test(
    arguments: [("phq9", 9), ("phq8", 8), ("phq2", 2), ("gad7", 7), ("gad2", 2)]
      as [(InstrumentID, Int)])
  func `all zeros and all threes are the ends of the range`(_ id: InstrumentID, _ count: Int)
    throws
  {
    #expect(try score(id, Array(repeating: 0, count: count)).total == .complete(0))
    #expect(
      try score(id, Array(repeating: 3, count: count)).total == .complete(Double(3 * count)))
  }

  // Plain sums, added by hand; the second is the answer set of the US Core example (total 12).
  @Test(
    arguments: [
      ([1, 1, 2, 2, 0, 3, 1, 0, 0], 10.0), ([2, 2, 2, 2, 1, 1, 2, 0, 0], 12),
      ([0, 0, 0, 0, 0, 0, 0, 0, 3], 3),
    ] as [([Int], Double)])
  func `a complete PHQ-9 is the sum of its answers`(_ answers: [Int], _ total: Double) throws {
    #expect(try score("phq9", answers).total == .complete(total))
  }

  /// Brute force: the first items skipped, every other answer the same value.
  @Test(arguments: 0...9, 0...3)
  func `PHQ-9 allows two skipped items and no more`(_ skipped: Int, _ value: Int) throws {
    let answers =
      Array(repeating: Int?.none, count: skipped)
      + Array(repeating: value, count: 9 - skipped)
    let score = try score("phq9", answers)
    let missing = (1...9).prefix(skipped).map { ItemID(rawValue: "q\($0)") }
    switch skipped {
    case 0: #expect(score.total == .complete(Double(9 * value)))
    case 1, 2: #expect(score.total == .prorated(Double(9 * value), missing: missing))
    default: #expect(score.value == nil && score.missing == missing)
    }
  }

  // mean × 9 by hand: 4/8·9 = 4.5 → 5; 5/8·9 = 5.625 → 6; 10/7·9 = 12.857 → 13; 3/7·9 = 3.857 → 4;
  // 12/8·9 = 13.5 → 14; 1/7·9 = 1.286 → 1.
  @Test(
    arguments: [
      ([nil, 1, 1, 1, 1, 0, 0, 0, 0], 5.0), ([nil, 1, 1, 1, 1, 1, 0, 0, 0], 6),
      ([nil, nil, 3, 3, 2, 2, 0, 0, 0], 13), ([nil, nil, 3, 0, 0, 0, 0, 0, 0], 4),
      ([3, 3, 3, 3, 0, nil, 0, 0, 0], 14), ([0, nil, 0, nil, 1, 0, 0, 0, 0], 1),
    ] as [([Int?], Double)])
  func `a prorated PHQ-9 is rounded to whole points, halves upwards`(
    _ answers: [Int?], _ total: Double
  ) throws {
    #expect(try score("phq9", answers).value == total)
  }

  // 8 items: 7/7·8 = 8; 4/7·8 = 4.571 → 5. 7 items: 3/6·7 = 3.5 → 4; 6/6·7 = 7.
  @Test(
    arguments: [
      ("phq8", [nil, 1, 1, 1, 1, 1, 1, 1], 8.0), ("phq8", [nil, 1, 1, 1, 1, 0, 0, 0], 5),
      ("gad7", [nil, 1, 1, 1, 0, 0, 0], 4), ("gad7", [1, 1, 1, 1, 1, 1, nil], 7),
    ] as [(InstrumentID, [Int?], Double)])
  func `PHQ-8 and GAD-7 allow one skipped item`(
    _ id: InstrumentID, _ answers: [Int?], _ total: Double
  ) throws {
    #expect(try score(id, answers).value == total)
  }

  @Test(
    arguments: [
      ("phq8", [nil, nil, 1, 1, 1, 1, 1, 1]), ("gad7", [nil, nil, 1, 1, 1, 1, 1]),
      ("phq2", [nil, 3]), ("phq2", [nil, nil]), ("phq9", [nil, nil, nil, 3, 3, 3, 3, 3, 3]),
    ] as [(InstrumentID, [Int?])])
  func `too many skipped items leave no total and a reason`(
    _ id: InstrumentID, _ answers: [Int?]
  ) throws {
    guard case .unscorable(let missing, let reason) = try score(id, answers).total else {
      Issue.record("a total was given")
      return
    }
    #expect(missing.count == answers.count { $0 == nil })
    #expect(!reason.isEmpty)
  }

  @Test(
    arguments: [
      ([nil, nil, nil, nil, nil, nil, nil, nil, 2], .given(2), true),
      ([1, 1, 1, 1, 1, 1, 1, 1, 0], .given(0), false),
      ([3, 3, 3, 3, 3, 3, 3, 3, 1], .given(1), true),
      ([3, 3, 3, 3, 3, 3, 3, 3, nil], .unknown, nil),
      ([nil, nil, nil, nil, nil, nil, nil, nil, nil], .unknown, nil),
    ] as [([Int?], SafetyAnswer.Answer, Bool?)])
  func `item 9 is read as given or unknown, whatever the total`(
    _ answers: [Int?], _ answer: SafetyAnswer.Answer, _ isPositive: Bool?
  ) throws {
    let safety = try score("phq9", answers).safety
    #expect(safety.map(\.item) == ["q9"])
    #expect(safety.map(\.answer) == [answer])
    #expect(safety.map(\.isPositive) == [isPositive])
  }

  @Test func `a skipped item 9 leaves a prorated total and is named as missing`() throws {
    let score = try score("phq9", [3, 3, 3, 3, 3, 3, 3, 3, nil])
    #expect(score.total == .prorated(27, missing: ["q9"]))
  }

  @Test func `the difficulty item does not count and is no item`() throws {
    let phq9 = try knowledge.instrument("phq9")
    #expect(phq9.followUp?.item.id == "difficulty")
    #expect(throws: KnowledgeError.self) { try phq9.score(["difficulty": 1]) }
  }

  /// Random PHQ-9s with gaps, from a fixed generator.
  @Test func `raising an answer never lowers the total`() throws {
    var generator = Congruential(state: 20_260_301)
    var compared = 0
    for _ in 0..<2_000 {
      var answers = (0..<9).map { _ in
        generator.next(below: 9) == 0 ? nil : generator.next(below: 4)
      }
      let before = try score("phq9", answers)
      guard let index = answers.indices.randomElement(using: &generator),
        let value = answers[index],
        value < 3, let total = before.value
      else { continue }
      answers[index] = value + 1
      let after = try #require(try score("phq9", answers).value)
      #expect(after >= total && after <= 27)
      compared += 1
    }
    #expect(compared > 500)
  }

  @Test func `an unknown item or a value that is no option is an error that names it`() throws {
    let phq9 = try knowledge.instrument("phq9")
    let unknown = #expect(throws: KnowledgeError.self) { try phq9.score(["q10": 1]) }
    #expect(unknown?.problem == .unknownItem("q10"))
    #expect(unknown?.record == "phq9")
    for value in [-1, 4, .max, .min] {
      let error = #expect(throws: KnowledgeError.self) { try phq9.score(["q3": value]) }
      #expect(error?.problem == .notAnOption(value, offered: [0, 1, 2, 3]))
      #expect(error?.field == "q3")
    }
  }
}

/// Knuth's linear congruential generator: the same numbers on every machine.
struct Congruential: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }

  mutating func next(below limit: Int) -> Int { Int(next() >> 33) % limit }
}
