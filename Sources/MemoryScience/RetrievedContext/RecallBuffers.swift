/// The memory of a recall, taken once for lists of one length.
struct RecallBuffers: ~Copyable {
  private let itemCount: Int
  private let width: Int
  /// Vectors that hold a number for each item.
  let vectors: Int
  /// Items not recalled yet, in any order.
  let remaining: UnsafeMutablePointer<Int>
  /// Where each of them stands among those.
  private let places: UnsafeMutablePointer<Int>
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
  /// Row k: the context that item k brings back, where known.
  private let inputs: ContextVectors
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
    places = .allocate(capacity: itemCount)
    places.initialize(repeating: 0, count: itemCount)
    isLeft = .allocate(capacity: vectors)
    isLeft.initialize(repeating: SIMD4(), count: vectors)
    exponents = numbers(vectors)
    supports = numbers(vectors)
    startSupports = numbers(vectors)
    brought = numbers(itemCount * vectors)
    inputs = numbers(itemCount * width)
    isKnown = .allocate(capacity: itemCount)
    isKnown.initialize(repeating: false, count: itemCount)
    startContext = numbers(width)
  }

  deinit {
    remaining.deallocate()
    places.deallocate()
    isLeft.deallocate()
    exponents.deallocate()
    supports.deallocate()
    startSupports.deallocate()
    brought.deallocate()
    inputs.deallocate()
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
      places[item] = item
      isLeft[item / 4][item % 4] = -1
    }
  }

  /// Takes an item from those that are left, as the last of so many; one that is not left changes nothing.
  mutating func remove(_ item: Int, of left: Int) {
    guard isLeft[item / 4][item % 4] != 0 else { return }
    isLeft[item / 4][item % 4] = 0
    let last = remaining[left - 1]
    remaining[places[item]] = last
    places[last] = places[item]
  }

  /// The context that an item brings back, and with it what it adds to the supports: found when first
  /// needed.
  ///
  /// - Parameters:
  ///   - item: the recalled item.
  ///   - network: where it is retrieved.
  /// - Returns: a row of the network's width.
  mutating func input(of item: Int, from network: inout ContextNetwork) -> ContextVectors {
    let input = inputs + item * width
    guard !isKnown[item] else { return input }
    network.retrieve(item: item)
    input.update(from: network.input, count: width)
    let row = brought + item * vectors
    for other in 0..<itemCount {
      row[other / 4][other % 4] = network.temporalSupport(of: other, by: input)
    }
    isKnown[item] = true
    return input
  }

  /// Lets the supports follow context: a = rho a + beta M^CF c_in.
  ///
  /// - Parameters:
  ///   - item: the recalled item, whose ``input(of:from:)`` came into context.
  ///   - rho: how much of temporal context stays.
  ///   - beta: how much of what was retrieved comes in.
  mutating func follow(_ item: Int, rho: Double, beta: Double) {
    let row = brought + item * vectors
    for index in 0..<vectors { supports[index] = rho * supports[index] + beta * row[index] }
  }
}
