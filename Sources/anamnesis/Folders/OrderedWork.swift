import Dispatch
import Foundation

/// Many pieces of work done at once, whose results are handed over in order.
///
/// No piece is begun far ahead of the one whose turn it is to be handed over, so that few results
/// wait and memory stays flat.
struct OrderedWork {
  /// How many pieces there are.
  let count: Int
  /// How many are done at once, at most.
  let threads: Int

  /// How many pieces may be begun beyond the one whose turn it is, for each thread.
  private static let lead = 8

  /// Does the work and waits for its end.
  ///
  /// - Parameters:
  ///   - job: does one piece; called by several threads at once.
  ///   - deliver: takes the results in order on the caller's thread; when it throws, no further piece
  ///     is begun.
  /// - Throws: what `deliver` throws.
  func run<Product: Sendable>(
    _ job: @escaping @Sendable (Int) -> Product, deliver: (Product) throws -> Void
  ) throws {
    let queue = DeliveryQueue<Product>(count: count, lead: threads * Self.lead)
    let workers = DispatchGroup()
    for _ in 0..<min(threads, count) {
      DispatchQueue.global().async(group: workers) {
        while let index = queue.begin() { queue.finish(index, job(index)) }
      }
    }
    defer {
      queue.close()
      workers.wait()
    }
    for index in 0..<count { try deliver(queue.product(of: index)) }
  }
}

/// Which piece is next, and what waits to be handed over.
///
/// It is shared between threads: every variable is read and changed only while `condition` is held.
private final class DeliveryQueue<Product: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let lead: Int
  private var count: Int
  private var begun = 0
  private var delivered = 0
  private var waiting: [Int: Product] = [:]

  init(count: Int, lead: Int) {
    self.count = count
    self.lead = lead
  }

  /// The next piece of work, once it is near enough to its turn; `nil` when there is none left.
  func begin() -> Int? {
    condition.withLock {
      while begun < count, begun >= delivered + lead { condition.wait() }
      guard begun < count else { return nil }
      defer { begun += 1 }
      return begun
    }
  }

  func finish(_ index: Int, _ product: Product) {
    condition.withLock {
      waiting[index] = product
      condition.broadcast()
    }
  }

  /// Waits for the product whose turn it is.
  func product(of index: Int) -> Product {
    condition.withLock {
      while true {
        if let product = waiting.removeValue(forKey: index) {
          delivered = index + 1
          condition.broadcast()
          return product
        }
        condition.wait()
      }
    }
  }

  /// Lets no further piece begin.
  func close() {
    condition.withLock {
      count = begun
      condition.broadcast()
    }
  }
}
