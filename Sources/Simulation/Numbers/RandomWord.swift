private import Statistics

/// Random words, one for each person: `UInt32`, or ``WordLanes`` for eight people.
protocol RandomWord: Sendable {
  /// Four words of the generator Philox4x32-10 for each person.
  ///
  /// - Parameters:
  ///   - seed: the first word of the key, the same for everybody.
  ///   - people: the second word of the key.
  ///   - counter: the same counter for everybody.
  /// - Returns: the words.
  static func block(seed: UInt32, people: Self, counter: SIMD4<UInt32>) -> Block<Self>

  /// Puts the words of people side by side.
  init(people: (Int) -> UInt32)
}

/// The four random words of a counter.
struct Block<Word: RandomWord>: Sendable {
  let first, second, third, fourth: Word
}

extension UInt32: RandomWord {
  init(people: (Int) -> UInt32) { self = people(0) }

  @inline(__always)
  static func block(seed: UInt32, people: UInt32, counter: SIMD4<UInt32>) -> Block<UInt32> {
    let words = Philox(key: SIMD2(seed, people)).block(counter)
    return Block(first: words[0], second: words[1], third: words[2], fourth: words[3])
  }
}
