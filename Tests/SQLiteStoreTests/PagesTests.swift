import Archive
import Foundation
import Knowledge
import PatientRecord
import Synchronization
import TestKit
import Testing
import Time
import Vault

@testable import SQLiteStore

/// A record that is handed out page by page.
struct PagesTests {
  private func collected(_ pages: RecordPages) async throws -> [[Entry]] {
    var all: [[Entry]] = []
    for try await page in pages { all.append(page) }
    return all
  }

  @Test(arguments: [1, 7, 60, 259, 260, 261, 5000])
  func `the pages together are the record, whatever their size`(size: Int) async throws {
    let desk = try await Desk()
    var random = RandomEntries(seed: 4)
    _ = try await desk.archive.append(try random.entries(260), by: nurse)
    for patient: PatientID in ["person-1", "person-2"] {
      let whole = try await desk.archive.entries(of: patient, by: nurse)
      let pages = try await collected(desk.archive.pages(of: patient, by: nurse, size: size))
      #expect(pages.flatMap(\.self) == whole)
      #expect(pages.dropLast().allSatisfy { $0.count == size })
      #expect(pages.allSatisfy { !$0.isEmpty })
    }
    #expect(try await collected(desk.archive.pages(of: "nobody", by: nurse)).isEmpty)
  }

  @Test func `a record of several pages is read whole and in order`() async throws {
    let desk = try await Desk()
    let count = 3 * Archive.pageSize + 17
    let entries = try (0..<count).map {
      try Entry.sample(.note(Note(text: FreeText("n"), audience: .everyone)), $0)
    }
    _ = try await desk.archive.append(entries, by: nurse)
    let read = try await desk.archive.entries(of: .sample, by: nurse)
    #expect(read.map(\.id) == entries.map(\.id))
  }

  @Test func `the reading stands in the trail before the first page, and once`() async throws {
    let desk = try await Desk()
    var random = RandomEntries(seed: 5)
    _ = try await desk.archive.append(try random.entries(100), by: nurse)
    func readings() async throws -> Int {
      try await desk.archive.trail(of: "person-1", by: nurse).count { $0.action == .read }
    }
    let pages = desk.archive.pages(of: "person-1", by: nurse, size: 10)
    #expect(try await readings() == 0)
    var iterator = pages.makeAsyncIterator()
    #expect(try await iterator.next()?.count == 10)
    #expect(try await readings() == 1)
    while try await iterator.next() != nil {}
    #expect(try await readings() == 1)
    #expect(try await iterator.next() == nil)
  }

  @Test func `erasing in the middle ends the reading with an error, not with a short record`()
    async throws
  {
    let desk = try await Desk()
    var random = RandomEntries(seed: 6)
    _ = try await desk.archive.append(try random.entries(100), by: nurse)
    var iterator = desk.archive.pages(of: "person-1", by: nurse, size: 10).makeAsyncIterator()
    #expect(try await iterator.next()?.count == 10)
    _ = try await desk.archive.erase("person-1", by: nurse, keyFile: desk.keyFile)
    await #expect(throws: ArchiveError.erased) { try await iterator.next() }
    #expect(try await iterator.next() == nil)
  }

  @Test func `what is stored while a record is read is left out of the reading`() async throws {
    let desk = try await Desk()
    var random = RandomEntries(seed: 7)
    _ = try await desk.archive.append(try random.entries(100), by: nurse)
    let before = try await desk.archive.entries(of: "person-1", by: nurse)
    var read: [Entry] = []
    for try await page in desk.archive.pages(of: "person-1", by: nurse, size: 10) {
      read += page
      _ = try await desk.archive.append(try random.entries(20), by: nurse)
    }
    #expect(read == before)
  }

  @Test func `no more rows are read than the pages that were asked for`() async throws {
    let desk = try await Desk()
    let entries = try (0..<2000).map {
      try Entry.sample(.note(Note(text: FreeText("n"), audience: .everyone)), $0)
    }
    _ = try await desk.archive.append(entries, by: nurse)
    let counting = CountingEngine(desk.engine)
    let archive = try await Archive(
      on: counting, ring: desk.keyFile.load(), clock: FixedClock(now: noon),
      randomness: { SystemRandomNumberGenerator() })
    var given = 0
    for try await page in archive.pages(of: .sample, by: nurse, size: 50) {
      given += page.count
      // Each page is its rows and the row of the patient.
      #expect(counting.entryRows == given)
    }
    #expect(given == 2000)
    // The control: reading the record whole takes all rows at once.
    let atOnce = CountingEngine(desk.engine)
    let whole = try await Archive(
      on: atOnce, ring: desk.keyFile.load(), clock: FixedClock(now: noon),
      randomness: { SystemRandomNumberGenerator() })
    #expect(try await whole.entries(of: .sample, by: nurse).count == 2000)
    #expect(atOnce.mostAtOnce > 50)
    #expect(counting.mostAtOnce == 50)
  }

  @Test func `of several damaged rows the first is named, whichever is opened first`() async throws
  {
    let desk = try await Desk()
    let count = 4 * Archive.pageSize
    let entries = try (0..<count).map {
      try Entry.sample(.note(Note(text: FreeText("n"), audience: .everyone)), $0)
    }
    _ = try await desk.archive.append(entries, by: nurse)
    try await desk.engine.write { transaction in
      _ = try transaction.run(
        "UPDATE entry SET occurred = 1 WHERE sequence IN ($1, $2)",
        [.integer(Int64(Archive.pageSize + 5)), .integer(Int64(count - 5))])
    }
    for _ in 0..<5 {
      await #expect(throws: VaultError.notAuthentic("entry \(Archive.pageSize + 5)")) {
        try await desk.archive.entries(of: .sample, by: nurse)
      }
    }
    let report = try await desk.archive.verify()
    #expect(report.entries == count)
    #expect(report.faults.count == 2, "\(report.faults)")
    #expect(report.faults.first?.contains("\(Archive.pageSize + 5)") == true)
  }
}

/// An engine that counts the rows of entries it hands out.
private final class CountingEngine: Engine {
  private let engine: SQLiteEngine
  private let counts = Mutex((all: 0, most: 0))

  init(_ engine: SQLiteEngine) { self.engine = engine }

  var entryRows: Int { counts.withLock { $0.all } }
  /// The most rows of one reading.
  var mostAtOnce: Int { counts.withLock { $0.most } }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await engine.read { [self] transaction in
      let before = entryRows
      let value = try body(CountingTransaction(transaction: transaction, count: count))
      counts.withLock { $0.most = max($0.most, $0.all - before) }
      return value
    }
  }

  private func count() { counts.withLock { $0.all += 1 } }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await engine.write(body)
  }

  func writeEssential<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    try await engine.writeEssential(body)
  }

  func structuralFaults() async throws -> [String] { try await engine.structuralFaults() }
}

private struct CountingTransaction: Transaction {
  let transaction: any Transaction
  let count: () -> Void

  func run(_ sql: String, _ values: [StoredValue]) throws -> [StoredRow] {
    try transaction.run(sql, values)
  }

  func each(
    _ sql: String, _ values: [StoredValue], _ body: (StoredRow) throws -> Void
  ) throws {
    try transaction.each(sql, values) { row in
      if sql.contains("FROM entry") { count() }
      try body(row)
    }
  }
}
