/// The memory of a recall, taken once for lists of one length.
struct RecallBuffers: ~Copyable {
  private let itemCount: Int
  private let width: Int
  /// Items not recalled yet, in any order.
  let remaining: UnsafeMutablePointer<Int>
  /// For each of them, the logarithm of its weight in the choice.
  let exponents: UnsafeMutablePointer<Double>
  /// How strongly temporal context supports each item.
  let supports: UnsafeMutablePointer<Double>
  /// ``supports`` when recall begins.
  private let startSupports: UnsafeMutablePointer<Double>
  /// Row k: what the context that item k brings back adds to the support of each item, where known.
  private let brought: UnsafeMutablePointer<Double>
  private let isKnown: UnsafeMutablePointer<Bool>
  private let startContext: ContextVectors

  init(itemCount: Int, width: Int) {
    self.itemCount = itemCount
    self.width = width
    func numbers(_ count: Int) -> UnsafeMutablePointer<Double> {
      let memory = UnsafeMutablePointer<Double>.allocate(capacity: count)
      memory.initialize(repeating: 0, count: count)
      return memory
    }
    remaining = .allocate(capacity: itemCount)
    remaining.initialize(repeating: 0, count: itemCount)
    exponents = numbers(itemCount)
    supports = numbers(itemCount)
    startSupports = numbers(itemCount)
    brought = numbers(itemCount * itemCount)
    isKnown = .allocate(capacity: itemCount)
    isKnown.initialize(repeating: false, count: itemCount)
    startContext = .allocate(capacity: width)
    startContext.initialize(repeating: SIMD4(), count: width)
  }

  deinit {
    remaining.deallocate()
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
      startSupports[item] = network.temporalSupport(of: item, by: network.context)
      isKnown[item] = false
    }
  }

  /// Goes back to the beginning of recall.
  mutating func restore(_ network: inout ContextNetwork) {
    network.context.update(from: startContext, count: width)
    supports.update(from: startSupports, count: itemCount)
    for item in 0..<itemCount { remaining[item] = item }
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
    let row = brought + item * itemCount
    if !isKnown[item] {
      for other in 0..<itemCount {
        row[other] = network.temporalSupport(of: other, by: network.input)
      }
      isKnown[item] = true
    }
    for other in 0..<itemCount { supports[other] = rho * supports[other] + beta * row[other] }
  }
}
