import Archive
import Testing

@testable import SQLiteStore

/// Statements that are stepped through directly, and readings that go on at the same time.
struct StatementTests {
  private static let numbers = """
    WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < $1)
    SELECT n FROM number
    """

  @Test func `a statement runs within its own rows`() async throws {
    let desk = try await Desk()
    let pairs = try await desk.engine.read { transaction in
      var pairs: [Int64] = []
      try transaction.each(Self.numbers, [.integer(3)]) { outer in
        try transaction.each(Self.numbers, [.integer(outer.integer(0))]) { inner in
          pairs.append(try outer.integer(0) * 10 + inner.integer(0))
        }
      }
      return pairs
    }
    #expect(pairs == [11, 21, 22, 31, 32, 33])
  }

  @Test(arguments: [0, 2]) func `too few or too many parameters are refused`(
    count: Int
  ) async throws {
    let desk = try await Desk()
    await #expect(throws: ArchiveError.self) {
      _ = try await desk.engine.read {
        try $0.run(Self.numbers, Array(repeating: .integer(1), count: count))
      }
    }
  }

  @Test func `nothing, no bytes and an empty text are told apart`() async throws {
    let desk = try await Desk()
    let row = try await desk.engine.read {
      try $0.first("SELECT $1, $2, $3, $4", [.null, .bytes([]), .text(""), .text("ä€😀")])
    }
    #expect(row?.values == [.null, .bytes([]), .text(""), .text("ä€😀")])
  }

  @Test func `what goes wrong within a row leaves the statement ready`() async throws {
    let desk = try await Desk()
    for _ in 0..<3 {
      await #expect(throws: ArchiveError.erased) {
        try await desk.engine.read { transaction in
          try transaction.each(Self.numbers, [.integer(3)]) { _ in throw ArchiveError.erased }
        }
      }
    }
    let rows = try await desk.engine.read { try $0.run(Self.numbers, [.integer(3)]) }
    #expect(rows.count == 3)
  }

  @Test func `many more readings than threads are all answered`() async throws {
    let desk = try await Desk()
    let sum = try await withThrowingTaskGroup(of: Int64.self) { group in
      for number in 1...40 * Int64(Readers.count) {
        group.addTask {
          try await desk.engine.read {
            try $0.first("SELECT $1", [.integer(number)])?.integer(0) ?? 0
          }
        }
      }
      return try await group.reduce(0, +)
    }
    let last = 40 * Int64(Readers.count)
    #expect(sum == last * (last + 1) / 2)
  }

  @Test func `a reading that nobody waits for is not begun`() async throws {
    let desk = try await Desk()
    let reading = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await desk.engine.read { _ in 1 }
    }
    await #expect(throws: CancellationError.self) { try await reading.value }
  }
}
