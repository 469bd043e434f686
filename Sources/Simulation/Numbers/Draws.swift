/// Everything random about one person, or about eight side by side: a function of the person, the day
/// and the purpose alone, without a generator that could fall out of step.
///
/// The key is (seed, person), the counter is (day + 100,000, block, purpose, replicate). So a treatment
/// never shifts anybody's chance, and all arms of a comparison share it.
struct Draws<N: ModelNumber>: Sendable {
  /// What a draw is for; each purpose has counters of its own.
  enum Purpose: UInt32 {
    case traits = 1
    case daily = 2
    case items = 3
    case dropout = 4
    case design = 5
    case rater = 6
  }

  let seed: UInt32
  let people: N.Word
  /// Which of many equally probable lives; 0 is the first.
  let replicate: UInt32

  init(seed: UInt32, people: N.Word, replicate: UInt32 = 0) {
    self.seed = seed
    self.people = people
    self.replicate = replicate
  }

  /// Four uniform numbers for each person.
  @inline(__always)
  func uniforms(_ purpose: Purpose, day: Int, block: UInt32) -> (N, N, N, N) {
    let words = words(purpose, counter: Draws.dayCounter(day), block: block)
    return (
      N(uniform: words.first), N(uniform: words.second), N(uniform: words.third),
      N(uniform: words.fourth)
    )
  }

  /// Four random words for each person.
  @inline(__always)
  func words(_ purpose: Purpose, counter: UInt32, block: UInt32) -> Block<N.Word> {
    N.Word.block(
      seed: seed, people: people, counter: SIMD4(counter, block, purpose.rawValue, replicate))
  }

  /// Days before the first have counters too.
  @inline(__always)
  private static func dayCounter(_ day: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: day &+ 100_000)
  }
}
