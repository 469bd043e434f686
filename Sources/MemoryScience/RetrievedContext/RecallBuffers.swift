/// The memory of a recall, taken once for lists of one length.
struct RecallBuffers: ~Copyable {
  private let itemCount: Int
  private let width: Int
  /// Vectors that hold a number for each item.
  let vectors: Int
  /// Items not recalled yet, in any order.
  let remaining: UnsafeMutablePointer<Int>
  /// For each item, all bits set until it is recalled, and none from then on.
  let isLeft: UnsafeMutablePointer<SIMD4<Int64>>
  /// For each item that is left, the logarithm of its weight in the choice.
  let exponents: ContextVectors
  /// How strongly temporal context supports each item.
  let supports: ContextVectors
  /// ``supports`` when recall begins.
  private let startSupports: ContextVectors
  /// Row k: what the context that item k brings back adds to the support of each item, where known.
  private let brought: ContextVectors
  private let isKnown: UnsafeMutablePointer<Bool>
  private let startContext: ContextVectors

  init(itemCount: Int, width: Int) {
    self.itemCount = itemCount
    self.width = width
    vectors = (itemCount + 3) / 4
    func numbers(_ count: Int) -> ContextVectors {
      let memory = ContextVectors.allocate(capacity: count)
      memory.initialize(repeating: SIMD4(), count: count)
      return memory
    }
    remaining = .allocate(capacity: itemCount)
    remaining.initialize(repeating: 0, count: itemCount)
    isLeft = .allocate(capacity: vectors)
    isLeft.initialize(repeating: SIMD4(), count: vectors)
    exponents = numbers(vectors)
    supports = numbers(vectors)
    startSupports = numbers(vectors)
    brought = numbers(itemCount * vectors)
    isKnown = .allocate(capacity: itemCount)
    isKnown.initialize(repeating: false, count: itemCount)
    startContext = numbers(width)
  }

  deinit {
    remaining.deallocate()
    isLeft.deallocate()
    exponents.deallocate()
    supports.deallocate()
    startSupports.deallocate()
    brought.deallocate()
    isKnown.deallocate()
    startContext.deallocate()
  }

  /// Remembers the context in which recall of a list begins, and forgets what items brought before.
  mutating func keep(_ network: borrowing ContextNetwork) {
    startContext.update(from: network.context, count: width)
    for item in 0..<itemCount {
      startSupports[item / 4][item % 4] = network.temporalSupport(of: item, by: network.context)
      isKnown[item] = false
    }
  }

  /// Goes back to the beginning of recall.
  mutating func restore(_ network: inout ContextNetwork) {
    network.context.update(from: startContext, count: width)
    supports.update(from: startSupports, count: vectors)
    for item in 0..<itemCount {
      remaining[item] = item
      isLeft[item / 4][item % 4] = -1
    }
  }

  /// Takes an item from those that are left, as the last of so many.
  mutating func remove(_ item: Int, of left: Int) {
    isLeft[item / 4][item % 4] = 0
    for index in 0..<left where remaining[index] == item {
      remaining[index] = remaining[left - 1]
      break
    }
  }

  /// Lets the supports follow context: a = rho a + beta M^CF c_in.
  ///
  /// - Parameters:
  ///   - item: the recalled item, which the network retrieved last.
  ///   - network: where it was retrieved.
  ///   - rho: how much of temporal context stays.
  ///   - beta: how much of what was retrieved comes in.
  mutating func follow(
    _ item: Int, in network: borrowing ContextNetwork, rho: Double, beta: Double
  ) {
    let row = brought + item * vectors
    if !isKnown[item] {
      for other in 0..<itemCount {
        row[other / 4][other % 4] = network.temporalSupport(of: other, by: network.input)
      }
      isKnown[item] = true
    }
    for index in 0..<vectors { supports[index] = rho * supports[index] + beta * row[index] }
  }
}
