import Foundation
import MemoryScience
import Testing

@Suite struct DesignTests {
  /// A design as JSON and back, and its JSON.
  private func roundTrip<Design: TaskDesign>(_ design: Design) throws -> String {
    let data = try JSONEncoder().encode(design)
    #expect(try JSONDecoder().decode(Design.self, from: data) == design)
    #expect(!design.instructions.isEmpty)
    return String(decoding: data, as: UTF8.self)
  }

  /// The longest row of one value.
  private func longestRun<Value: Equatable>(_ values: [Value]) -> Int {
    var (longest, run) = (0, 0)
    for index in values.indices {
      run = index > 0 && values[index] == values[index - 1] ? run + 1 : 1
      longest = max(longest, run)
    }
    return longest
  }

  @Test func `five forms of the self-reference task share no word`() throws {
    let pool = try Pools.traits.get()
    var seen: Set<String> = []
    for form in 1...SelfReferenceDesign.forms {
      let design = try SelfReferenceDesign(form: form, seed: 4, pool: pool)
      let scored = design.trials.filter { !$0.isBuffer }.map(\.word)
      #expect(scored.count == 40 && scored.count { $0.valence == .negative } == 20)
      #expect(design.trials.map(\.isBuffer).prefix(2) == [true, true])
      #expect(design.trials.map(\.isBuffer).suffix(2) == [true, true])
      #expect(longestRun(scored.map(\.valence)) <= 2)
      let words = design.trials.map(\.word.text)
      #expect(seen.isDisjoint(with: words))
      seen.formUnion(words)
      _ = try roundTrip(design)
    }
    #expect(seen.count == 5 * 44)
    #expect(throws: MemoryScienceError.self) {
      try SelfReferenceDesign(form: 6, seed: 4, pool: pool)
    }
    #expect(throws: MemoryScienceError.self) {
      try SelfReferenceDesign(form: 0, seed: 4, pool: pool)
    }
    #expect(throws: MemoryScienceError.self) {
      try SelfReferenceDesign(form: 1, seed: -1, pool: pool)
    }
  }

  @Test func `a recall that may be expected is announced`() throws {
    let pool = try Pools.traits.get()
    let first = try SelfReferenceDesign(form: 1, seed: 4, pool: pool)
    let later = try SelfReferenceDesign(form: 2, seed: 4, pool: pool, announcesRecall: true)
    #expect(!first.instructions.contains("self-reference.recall-announced"))
    #expect(later.instructions.contains("self-reference.recall-announced"))
  }

  @Test func `lists of emotional recall hold each feeling in each third`() throws {
    let pool = try Pools.nouns.get()
    var seen: Set<String> = []
    for form in 1...EmotionalRecallDesign.forms {
      let design = try EmotionalRecallDesign(form: form, seed: 2, pool: pool)
      #expect(design.lists.map(\.count) == [18, 18, 18])
      for list in design.lists {
        for block in stride(from: 0, to: 18, by: 3) {
          #expect(Set(list[block..<block + 3].map(\.valence)).count == 3)
        }
      }
      let words = design.lists.flatMap { $0 }.map(\.text)
      #expect(seen.isDisjoint(with: words) && Set(words).count == 54)
      seen.formUnion(words)
    }
    #expect(throws: MemoryScienceError.self) {
      try EmotionalRecallDesign(form: 12, seed: 2, pool: pool)
    }
  }

  @Test func `cues of memories are balanced and new in each form`() throws {
    let pool = try Pools.cues.get()
    var seen: Set<String> = []
    for form in 1...AutobiographicalMemoryDesign.forms {
      let design = try AutobiographicalMemoryDesign(form: form, seed: 3, pool: pool)
      #expect(design.cues.count == 12)
      for block in stride(from: 0, to: 12, by: 3) {
        #expect(Set(design.cues[block..<block + 3].map(\.valence)).count == 3)
      }
      #expect(seen.isDisjoint(with: design.cues.map(\.text)))
      seen.formUnion(design.cues.map(\.text))
    }
    _ = try roundTrip(try AutobiographicalMemoryDesign(form: 1, seed: 3, pool: pool))
  }

  @Test func `good and bad days change places from form to form`() throws {
    let first = try GoodDayBadDayDesign(form: 1, seed: 8)
    let second = try GoodDayBadDayDesign(form: 2, seed: 8)
    #expect(first.parts.map(\.valence) == second.parts.map(\.valence).reversed())
    _ = try roundTrip(first)
  }

  /// The strokes between points with coordinates -1 to 1, turned and mirrored in all eight ways.
  private func drawing(_ symbol: GridSymbol) -> Set<Set<[Int]>> {
    let ways: [((Int, Int)) -> (Int, Int)] = [
      { ($0.0, $0.1) }, { (-$0.0, $0.1) }, { ($0.0, -$0.1) }, { (-$0.0, -$0.1) },
      { ($0.1, $0.0) }, { (-$0.1, $0.0) }, { ($0.1, -$0.0) }, { (-$0.1, -$0.0) },
    ]
    return Set(
      ways.map { way -> Set<[Int]> in
        let points = symbol.points.map { way(($0 % 3 - 1, $0 / 3 - 1)) }.map { $0.0 * 10 + $0.1 }
        return Set(zip(points, points.dropFirst()).map { [min($0, $1), max($0, $1)] })
      })
  }

  @Test func `symbols differ however they are turned and each block holds all digits`() throws {
    #expect(GridSymbol.count >= 9 * 10 && SymbolDigitDesign.forms >= 10)
    var seen: Set<Set<Set<[Int]>>> = []
    for form in 1...SymbolDigitDesign.forms {
      let design = try SymbolDigitDesign(form: form, seed: 6)
      #expect(design.symbols.count == 9 && design.sequence.count == 360)
      #expect(longestRun(design.sequence) == 1)
      for block in stride(from: 0, to: 360, by: 9) {
        #expect(Set(design.sequence[block..<block + 9]) == Set(1...9))
      }
      for symbol in design.symbols {
        #expect(symbol.points.count == 6 && Set(symbol.points).count == 6)
        #expect(seen.insert(drawing(symbol)).inserted)
      }
    }
    _ = try roundTrip(try SymbolDigitDesign(form: 1, seed: 6))
    #expect(throws: MemoryScienceError.self) {
      try SymbolDigitDesign(form: SymbolDigitDesign.forms + 1, seed: 6)
    }
  }

  @Test(arguments: [0, 1, 2, 3])
  func `n-back blocks have their targets and no others`(level: Int) throws {
    let design = try NBackDesign(level: level, form: 2, seed: 12)
    #expect(design.blocks.count == 3)
    for block in design.blocks {
      #expect(block.count == 24 + level)
      #expect(block.count { $0.isTarget && $0.isScored } == 8)
      #expect(!block.prefix(level).contains { $0.isTarget || $0.isScored })
      for (place, trial) in block.enumerated() {
        let earlier =
          level == 0 ? design.targetLetter : place >= level ? block[place - level].letter : nil
        #expect(trial.isTarget == (trial.letter == earlier))
      }
      #expect(block.count { $0.isLure } <= 6)
    }
    if level > 0 { #expect(design.blocks.joined().contains { $0.isLure }) }
    _ = try roundTrip(design)
  }

  @Test func `span sequences neither repeat nor count`() throws {
    let digits = try SpanDesign(.digitSpan, form: 1, seed: 5)
    #expect(digits.lengths.map(\.length) == Array(3...9) && digits.blocks.isEmpty)
    for length in digits.lengths {
      #expect(length.sequences.count == 2)
      for sequence in length.sequences {
        #expect(Set(sequence).count == length.length && sequence.allSatisfy((1...9).contains))
        let steps = zip(sequence.dropFirst(), sequence).map { $0 - $1 }
        #expect(!zip(steps, steps.dropFirst()).contains { $0 == $1 && abs($0) == 1 })
      }
    }
    #expect(throws: MemoryScienceError.self) { try SpanDesign(.nBack, form: 1, seed: 5) }
    _ = try roundTrip(digits)
  }

  @Test func `blocks keep apart and stay where they are from form to form`() throws {
    let one = try SpanDesign(.corsi, .backward, form: 1, seed: 5)
    let two = try SpanDesign(.corsi, form: 2, seed: 5)
    #expect(one.blocks == two.blocks && one.lengths != two.lengths && one.blocks.count == 9)
    for (index, block) in one.blocks.enumerated() {
      #expect((0...1).contains(block.x) && (0...1).contains(block.y))
      for other in one.blocks[..<index] {
        #expect(max(abs(block.x - other.x), abs(block.y - other.y)) > 0.09)
      }
    }
  }

  @Test(arguments: [1, 2, 4])
  func `reactions are balanced over keys and waits last 1 to 4 s`(choices: Int) throws {
    let design = try ReactionTimeDesign(choices: choices, form: 1, seed: 9)
    #expect(design.trials.count == 48)
    for key in 1...choices {
      #expect(design.trials.count { $0.stimulus == key } == 48 / choices)
    }
    #expect(design.trials.allSatisfy { (1...4).contains($0.foreperiodSeconds) })
    let mean = design.trials.reduce(0) { $0 + $1.foreperiodSeconds } / 48
    // 1 s + the mean of the exponential law cut at 3 s, 0.843; standard error 0.1.
    #expect(abs(mean - 1.843) < 0.4)
    _ = try roundTrip(design)
  }

  @Test(arguments: [(3, 48), (2, 47), (2, 0), (4, 404)])
  func `impossible reaction designs are refused`(choices: Int, trials: Int) {
    #expect(throws: MemoryScienceError.self) {
      try ReactionTimeDesign(choices: choices, form: 1, seed: 1, trials: trials)
    }
  }

  @Test func `the same key gives the same design and another seed another one`() throws {
    let pool = try Pools.traits.get()
    let one = try SelfReferenceDesign(form: 2, seed: 31, pool: pool)
    #expect(one == (try SelfReferenceDesign(form: 2, seed: 31, pool: pool)))
    #expect(one != (try SelfReferenceDesign(form: 2, seed: 32, pool: pool)))
    #expect(
      try NBackDesign(form: 1, seed: 1).blocks != (try NBackDesign(form: 2, seed: 1).blocks))
  }

  @Test func `every task has a description`() {
    #expect(TaskDescription.all.map(\.name) == TaskName.allCases)
    #expect(TaskDescription.all.allSatisfy { $0.minutes > 0 && !$0.practice.isEmpty })
  }
}
