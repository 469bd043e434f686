import MemoryScience
import Testing

@Suite struct WordPoolTests {
  /// Edit distance by the full table, as an oracle for the quick test of 0 or 1.
  static func editDistance(_ first: String, _ second: String) -> Int {
    let (one, two) = (Array(first), Array(second))
    var row = Array(0...two.count)
    for i in one.indices {
      var next = [i + 1]
      for j in two.indices {
        next.append(min(row[j] + (one[i] == two[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1))
      }
      row = next
    }
    return row[two.count]
  }

  @Test func `near identity is an edit distance of at most 1`() {
    let words = ["", "a", "ab", "ba", "cat", "cart", "care", "scar", "act", "cars", "tac", "aab"]
    for first in words {
      for second in words {
        #expect(
          WordPool.areNearlyIdentical(first, second) == (Self.editDistance(first, second) <= 1))
      }
    }
  }

  @Test(arguments: ["Grief", "ice cream", "naïve", "a", "x1", "", "grief"])
  func `a word that cannot be used is refused by name`(text: String) {
    let words = [
      TaskWord(text: "grief", valence: .negative), TaskWord(text: text, valence: .positive),
    ]
    #expect(throws: MemoryScienceError.self) { try WordPool(name: "pool", words: words) }
  }

  @Test func `what ships holds no near-identical words and no word in two classes`() throws {
    for pool in [try Pools.traits.get(), try Pools.nouns.get()] {
      let words = pool.words.map(\.text)
      #expect(Set(words).count == words.count)
      for (index, word) in words.enumerated() {
        for other in words[..<index] where WordPool.areNearlyIdentical(word, other) {
          Issue.record("\(word) and \(other) in \(pool.name)")
        }
      }
    }
    let nouns = try Pools.nouns.get()
    #expect(nouns.words.count >= 600)
    #expect(try Pools.traits.get().words.count >= 160)
  }

  @Test func `feelings of what ships differ little in length`() throws {
    for pool in [try Pools.traits.get(), try Pools.nouns.get()] {
      let means = WordValence.allCases.map { pool.words($0) }.filter { !$0.isEmpty }
        .map { words in Double(words.reduce(0) { $0 + $1.length }) / Double(words.count) }
      #expect((means.max() ?? 9) - (means.min() ?? 0) < 0.6)
    }
  }
}
