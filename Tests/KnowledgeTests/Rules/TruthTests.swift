import Knowledge
import Testing

@Suite struct TruthTests {
  /// Kleene's tables (1952), written out: rows no, unknown, yes; columns likewise.
  static let conjunction: [[Truth]] = [
    [.no, .no, .no], [.no, .unknown, .unknown], [.no, .unknown, .yes],
  ]
  static let disjunction: [[Truth]] = [
    [.no, .unknown, .yes], [.unknown, .unknown, .yes], [.yes, .yes, .yes],
  ]
  static let negation: [Truth] = [.yes, .unknown, .no]

  /// How many places of a table an operation gets wrong.
  private func errors(_ table: [[Truth]], _ operation: (Truth, Truth) -> Truth) -> Int {
    Truth.allCases.reduce(0) { sum, left in
      sum + Truth.allCases.count { operation(left, $0) != table[left.rawValue][$0.rawValue] }
    }
  }

  @Test func `and, or and not follow the tables in every place`() {
    #expect(errors(Self.conjunction) { $0.and($1) } == 0)
    #expect(errors(Self.disjunction) { $0.or($1) } == 0)
    for truth in Truth.allCases { #expect(truth.negated == Self.negation[truth.rawValue]) }
  }

  @Test func `the tables tell Kleene's logic from others`() {
    // Bochvar's logic lets the unknown infect everything; two values take it for no.
    let bochvar = { (left: Truth, right: Truth) -> Truth in
      left == .unknown || right == .unknown ? .unknown : left.and(right)
    }
    let twoValued = { (left: Truth, right: Truth) -> Truth in Truth(left == .yes || right == .yes) }
    #expect(errors(Self.conjunction, bochvar) == 2)
    #expect(errors(Self.disjunction, twoValued) == 3)
    #expect(errors(Self.conjunction) { $0.or($1) } > 0)
  }

  @Test func `more knowledge never turns an answer round`() {
    let completions: [Truth: [Truth]] = [.no: [.no], .yes: [.yes], .unknown: [.no, .yes]]
    for left in Truth.allCases {
      for right in Truth.allCases {
        for known in completions[left] ?? [] {
          for other in completions[right] ?? [] {
            if left.and(right) != .unknown { #expect(known.and(other) == left.and(right)) }
            if left.or(right) != .unknown { #expect(known.or(other) == left.or(right)) }
          }
        }
      }
    }
  }

  @Test func `a set answers by what is named and whether that is all`() {
    let part = KnownSet(has: ["a"], hasNot: ["b"], isComplete: false)
    #expect(part.contains("a") == .yes && part.contains("b") == .no)
    #expect(part.contains("c") == .unknown && KnownSet(all: ["a"]).contains("c") == .no)
    #expect(part.count(of: ["a", "b", "c"]) == 1...2)
    #expect(KnownSet(all: ["a", "d"]).count(of: []) == 2...2)
    #expect(part.count(of: []).lowerBound == 1 && part.count(of: []).upperBound == Int.max)
  }

  @Test func `a union is as complete as its parts`() {
    let whole = KnownSet(all: ["a"])
    #expect(whole.union(KnownSet(all: ["b"])) == KnownSet(all: ["a", "b"]))
    #expect(whole.union(nil).contains("b") == .unknown && whole.union(nil).contains("a") == .yes)
    let part = KnownSet(has: [], hasNot: ["b"], isComplete: false)
    #expect(whole.union(part).contains("b") == .no && whole.union(part).contains("c") == .unknown)
  }

  @Test(arguments: Comparison.allCases)
  func `a comparison of a count is known only when every count agrees`(comparison: Comparison) {
    for lower in 0...4 {
      for upper in lower...4 {
        for threshold in 0...4 {
          let each = Set((lower...upper).map { comparison.holds(Double($0), Double(threshold)) })
          let expected: Truth = each.count > 1 ? .unknown : Truth(each.contains(true))
          #expect(comparison.truth(of: lower...upper, threshold) == expected)
        }
      }
    }
  }
}
