private import Dispatch
internal import Synchronization

/// Computes over ranges of positions on all cores at once; the order of what is returned does not
/// depend on how many there are. It keeps its thread until everything is done, and so is used on the
/// threads of a database only.
///
/// - Parameters:
///   - count: how many positions there are.
///   - body: computes over a range of them.
/// - Returns: what `body` gave for each range, in the order of the ranges.
func inParallel<Value: Sendable>(
  _ count: Int, _ body: @Sendable (Range<Int>) -> Value
) -> [Value] {
  let size = 256
  let pieces = (count + size - 1) / size
  let results = Mutex<[Value?]>(Array(repeating: nil, count: pieces))
  DispatchQueue.concurrentPerform(iterations: pieces) { piece in
    let value = body(piece * size..<min(piece * size + size, count))
    results.withLock { $0[piece] = value }
  }
  return results.withLock { $0.compactMap(\.self) }
}
