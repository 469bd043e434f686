import Knowledge
import TestKit
import Testing
import Time

/// Numbers of which only the bounds are known.
@Suite struct BoundsTests {
  private let thresholds = [-1.0, 0, 1, 2, 3]

  /// By trying every half number within the bounds.
  private func brute(
    _ comparison: Comparison, _ range: ClosedRange<Double>, _ threshold: Double
  ) -> Truth {
    let tried = stride(from: range.lowerBound, through: min(range.upperBound, 50), by: 0.5)
      .map { comparison.holds($0, threshold) }
    return Set(tried).count > 1 ? .unknown : Truth(tried[0])
  }

  @Test(arguments: Comparison.allCases)
  func `an answer is certain just where every number within the bounds gives it`(
    comparison: Comparison
  ) {
    let ends = [0, 0.5, 1, 1.5, 2, 2.5, .infinity]
    for low in ends.dropLast() {
      for high in ends where high >= low {
        for threshold in thresholds {
          #expect(
            comparison.truth(of: low...high, threshold) == brute(comparison, low...high, threshold),
            "\(low) to \(high) \(comparison) \(threshold)")
        }
      }
    }
  }

  @Test func `bounds that are the same are the number, and words say what they are`() {
    #expect(FactValue.between(3...3) == .number(3))
    #expect(FactValue.between(3...4).words(unit: "wk") == "3 to 4 wk")
    #expect(FactValue.between(3...Double.infinity).words(unit: "wk") == "at least 3 wk")
  }

  @Test func `bounds are admitted where numbers are, with a finite lower one`() throws {
    let definitions = try Shipped.knowledge.get().rules.definitions
    let age = try #require(definitions["age"])
    #expect(age.admits(.range(20...Double.infinity)) && age.admits(.range(20...21)))
    #expect(!age.admits(.range(-Double.infinity...3)))
    #expect(definitions["conditions"]?.admits(.range(1...2)) == false)
  }

  @Test func `a fact that nobody can read from a record says why, and no other does`() {
    for (facts, message) in [
      ("{ id: age, type: number, unit: a, origin: given, about: Age. }", "needs 'statedBecause'"),
      (
        "{ id: age, type: number, unit: a, origin: record, statedBecause: Asked., about: Age. }",
        "belongs to facts of origin 'given' alone"
      ),
    ] {
      let document = KnowledgeDocument(
        name: "facts.yaml", text: "kind: facts\nschemaVersion: 1\nfacts:\n  - \(facts)\n")
      do {
        _ = try Knowledge(
          documents: [Samples.sources, Samples.course, Samples.instrument, document])
        Issue.record("it was read")
      } catch {
        #expect(error.description.contains(message), "\(error)")
      }
    }
  }

  @Test func `a country of the Union has its rules and those of the world, and no other's`() throws
  {
    let book = try Shipped.knowledge.get().rules
    let european = book.rules.filter { $0.jurisdiction.contains("EU") }
    let american = book.rules.filter { $0.jurisdiction == ["US"] }
    #expect(!european.isEmpty && !american.isEmpty)
    for rule in european { #expect(rule.isShown(in: "de") && rule.isShown(in: "EU")) }
    for rule in american {
      #expect(!rule.isShown(in: "DE") && !rule.isShown(in: RuleBook.everywhere))
    }
    #expect(RuleBook.places(around: "US") == ["US"])
  }
}
