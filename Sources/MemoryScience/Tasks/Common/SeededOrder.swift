internal import Statistics

/// Random orders and choices that depend on a seed alone, not on the version of a library.
struct SeededOrder {
  private var stream: RandomStream

  init(seed: Int, stream: UInt64) {
    self.stream = RandomStream(seed: UInt64(max(seed, 0)), stream: stream)
  }

  /// A whole number from 0 on, all equally likely.
  ///
  /// - Parameter count: how many numbers; 0 where it is 1 or less.
  /// - Returns: a number below `count`.
  mutating func index(below count: Int) -> Int {
    guard count > 1 else { return 0 }
    let size = UInt64(count)
    // Numbers beyond the last whole multiple would favour the small ones.
    let edge = UInt64.max - UInt64.max % size
    while true {
      let bits = stream.next()
      if bits < edge { return Int(bits % size) }
    }
  }

  /// A number of the uniform law from 0 to 1.
  mutating func uniform() -> Double { stream.uniform() }

  /// The elements in a random order, all orders equally likely (Fisher & Yates 1938).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, index(below: last + 1))
    }
    return result
  }
}
