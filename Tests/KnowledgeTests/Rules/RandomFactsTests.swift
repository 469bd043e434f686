import Knowledge
import TestKit
import Testing
import Time

/// Random facts through every rule: no trap, nothing moved by what no rule asks for, and no fired
/// stop turned off by learning more.
@Suite struct RandomFactsTests {
  #if DEBUG
    private static let runs = 120
  #else
    private static let runs = 10_000
  #endif

  private let book: RuleBook
  private let references: [FactReference]
  private let thresholds: [FactReference: [Double]]
  private let words: [FactReference: [String]]
  private let today = Day(number: 20_528)

  init() throws {
    book = try Shipped.knowledge.get().rules
    var thresholds: [FactReference: [Double]] = [:]
    var words: [FactReference: [String]] = [:]
    for test in book.rules.flatMap(\.condition.tests) {
      words[test.reference, default: []] += []
      switch test.question {
      case .number(_, let threshold): thresholds[test.reference, default: []].append(threshold)
      case .choice(let named), .containsAny(let named), .containsAll(let named),
        .count(let named, _, _):
        words[test.reference, default: []] += named
      case .flag, .daysSince: break
      }
    }
    for part in ["medicines.current", "medicines.proposed"] {
      words[FactReference(FactID(rawValue: part))] = words[FactReference("medicines.together")]
    }
    self.thresholds = thresholds
    self.words = words
    references = words.keys.sorted()
  }

  private func value(
    _ reference: FactReference, _ random: inout SeededRandom
  ) -> FactValue {
    switch book.definitions[reference.fact]?.kind {
    case .number:
      let around = thresholds[reference]?.randomElement(using: &random) ?? 0
      let low = around + Double(Int.random(in: -2...2, using: &random))
      guard Bool.random(using: &random) else { return .number(low) }
      let widths: [Double] = [0, 1, 3, .infinity]
      return .between(low...low + (widths.randomElement(using: &random) ?? 0))
    case .choice(let all): return .choice(all.randomElement(using: &random) ?? "")
    case .date: return .date(today.advanced(by: Int.random(in: -400...10, using: &random)))
    case .set: return .set(set(words[reference] ?? [], &random))
    case .flag, nil: return .flag(Bool.random(using: &random))
    }
  }

  private func set(_ words: [String], _ random: inout SeededRandom) -> KnownSet {
    let named = Set(words).sorted()
    let has = named.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    let hasNot = named.filter { _ in Bool.random(using: &random) }
    return KnownSet(
      has: Set(has), hasNot: Set(hasNot), isComplete: Int.random(in: 0..<3, using: &random) == 0)
  }

  private func facts(_ random: inout SeededRandom) -> KnownFacts {
    var facts = KnownFacts()
    let share = Double.random(in: 0...1, using: &random)
    for reference in references where Double.random(in: 0...1, using: &random) < share {
      facts[reference] = KnownFact(value(reference, &random))
    }
    return facts
  }

  private func stops(_ facts: KnownFacts) -> Set<String> {
    let fired = book.evaluate(facts, on: today, in: nil).filter { $0.outcome == .fired }
    return Set(fired.filter { $0.rule.level == .stop }.map(\.rule.id))
  }

  /// How many fired stops are lost when facts change.
  private func lost(
    seed: UInt64, runs: Int, _ change: (KnownFacts, inout SeededRandom) -> KnownFacts
  ) -> (lost: Int, fired: Int) {
    var random = SeededRandom(seed: seed)
    var (lost, fired) = (0, 0)
    for _ in 0..<runs {
      let before = facts(&random)
      let stops = stops(before)
      fired += stops.count
      lost += stops.subtracting(self.stops(change(before, &random))).count
    }
    return (lost, fired)
  }

  @Test func `learning a missing fact never turns a fired stop off`() {
    let result = lost(seed: 5, runs: Self.runs) { facts, random in
      var more = facts
      for reference in references where facts[reference] == nil {
        if Int.random(in: 0..<4, using: &random) == 0 {
          more[reference] = KnownFact(value(reference, &random))
        }
      }
      return more
    }
    #expect(result.fired > Self.runs)
    #expect(result.lost == 0)
  }

  /// The same facts, of which more is known: bounds are narrower and sets have more members named.
  private func refined(_ value: FactValue, _ random: inout SeededRandom) -> FactValue {
    switch value {
    case .range(let range):
      let low = range.lowerBound
      return .number(low + (range.upperBound.isFinite ? range.upperBound - low : 7))
    case .set(let set) where !set.isComplete:
      return .set(
        KnownSet(
          has: set.has, hasNot: set.hasNot, isComplete: Bool.random(using: &random)))
    default: return value
    }
  }

  @Test func `learning more of a fact that is known in part never turns a fired stop off`() {
    let result = lost(seed: 8, runs: Self.runs) { facts, random in
      KnownFacts(
        facts.facts.mapValues { KnownFact(refined($0.value, &random), on: $0.day) })
    }
    #expect(result.fired > Self.runs)
    #expect(result.lost == 0)
  }

  @Test func `changing a known fact does turn stops off, so the check can fail`() {
    let result = lost(seed: 5, runs: 100) { facts, random in
      KnownFacts(facts.facts.mapValues { $0 })
        .merged(with: self.facts(&random))
    }
    #expect(result.lost > 0)
  }

  @Test func `a fact that no rule asks for changes nothing`() {
    var random = SeededRandom(seed: 6)
    for _ in 0..<Self.runs / 4 {
      let before = facts(&random)
      var after = before
      after[FactReference("dose", "nothing-of-the-kind")] = KnownFact(.number(7))
      after[FactReference("no-such-fact")] = KnownFact(.flag(true))
      #expect(
        book.evaluate(before, on: today, in: nil) == book.evaluate(after, on: today, in: nil))
    }
  }

  @Test func `values of another type count as unknown`() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<50 {
      var facts = KnownFacts()
      for reference in references {
        let other = references.randomElement(using: &random) ?? reference
        facts[reference] = KnownFact(value(other, &random))
      }
      let evaluations = book.evaluate(facts, on: today, in: nil)
      #expect(evaluations.count == book.rules.count)
      for input in evaluations.flatMap(\.inputs) {
        #expect(book.definitions[input.reference.fact]?.admits(input.value) == true)
      }
    }
  }

  @Test func `numbers that are none and days at the ends of time give no trap`() {
    for extreme in [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude] {
      for day in [Day.range.lowerBound, Day.range.upperBound] {
        var facts = KnownFacts()
        for reference in references {
          let isDate = book.definitions[reference.fact]?.kind == .date
          facts[reference] = KnownFact(isDate ? .date(day) : .number(extreme))
        }
        let opposite = day == Day.range.lowerBound ? Day.range.upperBound : Day.range.lowerBound
        #expect(book.evaluate(facts, on: opposite, in: nil).count <= book.rules.count)
        let input = book.evaluate(facts, on: today, in: nil).flatMap(\.inputs).first
        #expect(input?.value.words(unit: "a").isEmpty == false || input == nil)
      }
    }
  }
}
