import Archive
import Foundation
import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@testable import SQLiteStore

/// What every engine must hold; a second engine runs the same tests.
struct ArchiveConformanceTests {
  private func note(_ text: String) throws -> Fact {
    .note(Note(text: try FreeText(text), audience: .everyone))
  }

  private func ordered(_ entries: [Entry]) -> [Entry] {
    entries.map { $0.recorded(at: nil) }.sorted { $0.id < $1.id }
  }

  @Test func `entries of every kind come back as they were sent`() async throws {
    let desk = try await Desk()
    var random = RandomEntries(seed: 3)
    let entries = try random.entries(260)
    let stored = try await desk.archive.append(entries, by: nurse)
    #expect(stored.map(\.id) == entries.map(\.id))
    #expect(stored.allSatisfy { $0.recorded == noon })
    for patient: PatientID in ["person-1", "person-2"] {
      let read = try await desk.archive.entries(of: patient, by: nurse)
      #expect(read.allSatisfy { $0.recorded == noon })
      #expect(ordered(read) == ordered(entries.filter { $0.patient == patient }))
      #expect(!read.isEmpty)
    }
    #expect(try await desk.archive.patients(by: nurse) == ["person-1", "person-2"])
    #expect(try await desk.archive.entries(of: "nobody", by: nurse).isEmpty)
    let report = try await desk.archive.verify()
    #expect(report.entries == 260 && report.patients == 2)
    #expect(report.faults.isEmpty, "\(report.faults)")
  }

  @Test func `what was stored is there after closing and opening`() async throws {
    let folder = try Folder()
    let entry = try Entry.sample(note("kept"))
    let first = try await Desk(in: folder)
    _ = try await first.archive.append([entry], by: nurse)
    try first.engine.close()
    let copy = try Folder()
    for name in ["data.db", "keys.json"] {
      try FileManager.default.copyItem(atPath: folder.file(name), toPath: copy.file(name))
    }
    let second = try await Desk(in: copy)
    #expect(try await second.archive.entries(of: .sample, by: nurse).map(\.id) == [entry.id])
  }

  @Test func `sending twice stores once, other content under the same name is refused`()
    async throws
  {
    let desk = try await Desk()
    let entry = try Entry.sample(note("first"))
    _ = try await desk.archive.append([entry, entry], by: nurse)
    _ = try await desk.archive.append([entry], by: nurse)
    #expect(try await desk.archive.entries(of: .sample, by: nurse).count == 1)
    let other = try Entry.sample(note("second"))
    await #expect(throws: ArchiveError.conflict(entry.id)) {
      try await desk.archive.append([other], by: nurse)
    }
    let stranger = try Entry.sample(note("first"), patient: "person-9")
    await #expect(throws: ArchiveError.conflict(entry.id)) {
      try await desk.archive.append([stranger], by: nurse)
    }
    #expect(try await desk.archive.patients(by: nurse) == [.sample])
  }

  @Test func `all or none of what is sent together is stored`() async throws {
    let desk = try await Desk()
    _ = try await desk.archive.append([.sample(try note("there"), 1)], by: nurse)
    let batch = [
      Entry.sample(try note("new"), 2), Entry.sample(try note("clash"), 1),
      Entry.sample(try note("never"), 3),
    ]
    await #expect(throws: ArchiveError.self) { try await desk.archive.append(batch, by: nurse) }
    #expect(try await desk.archive.entries(of: .sample, by: nurse).count == 1)
    #expect(try await desk.archive.verify().faults.isEmpty)
  }

  @Test func `writers at the same time get numbers without gaps, and one failure stays alone`()
    async throws
  {
    let desk = try await Desk()
    let fact = try note("one of many")
    let failures = await withTaskGroup(of: Int.self) { group in
      for writer in 0..<16 {
        group.addTask {
          var failures = 0
          for index in 0..<25 {
            // Every 25th of each writer clashes with an entry of another writer.
            let number = index == 24 ? 1 : writer * 100 + index + 10
            let patient = PatientID(rawValue: "person-\(index == 24 ? writer : number % 7)")
            let entry = Entry.sample(fact, number, patient: patient)
            do {
              _ = try await desk.archive.append([entry], by: nurse)
            } catch {
              failures += 1
            }
          }
          return failures
        }
      }
      return await group.reduce(0, +)
    }
    // One of the sixteen that claim entry 1 wins.
    #expect(failures == 15)
    let numbers = try await desk.engine.read { transaction in
      try transaction.run("SELECT sequence FROM entry ORDER BY sequence", []).map {
        try $0.integer(0)
      }
    }
    #expect(numbers == Array(1...Int64(16 * 24 + 1)))
    #expect(try await desk.archive.verify().faults.isEmpty)
    #expect(try await desk.archive.verifyTrail().faults.isEmpty)
  }

  @Test func `every use stands in the trail exactly once`() async throws {
    let desk = try await Desk()
    _ = try await desk.archive.append(
      [.sample(try note("a"), 1), .sample(try note("b"), 2)], by: nurse)
    _ = try await desk.archive.entries(of: .sample, by: nurse)
    _ = try await desk.archive.patients(by: nurse)
    let trail = try await desk.archive.trail(of: .sample, by: nurse)
    #expect(trail.map(\.action) == [.trail, .read, .append])
    #expect(trail.map(\.detail) == ["trail", "record", "entries: 2"])
    #expect(trail.allSatisfy { $0.access == nurse && $0.at == noon })
    #expect(try await desk.archive.verifyTrail().events == 4)
    #expect(try await desk.archive.trail(of: "nobody", by: nurse).isEmpty)
  }

  @Test func `signals are stored with their entry, in whatever way it came`() async throws {
    let desk = try await Desk(signals: { entry in
      guard case .note = entry.fact, let text = try? FreeText("look at this") else { return [] }
      return [Signal(kind: .safety, urgency: .now, summary: text, causes: [entry.id])]
    })
    let store = desk.archive.store(for: nurse)
    _ = try await store.append([.sample(try note("a"))])
    let rows = try await desk.engine.read { transaction in
      try transaction.run("SELECT urgency FROM signal", []).map { try $0.text(0) }
    }
    #expect(rows == ["now"])
    #expect(try await desk.archive.verify().faults.isEmpty)
    _ = try await store.append([.sample(try note("a"))])
    let again = try await desk.engine.read { try $0.run("SELECT entry FROM signal", []).count }
    #expect(again == 1)
  }

  @Test func `exact numbers, Unicode and bytes come back; order of text is that of its bytes`()
    async throws
  {
    let desk = try await Desk()
    let texts = ["", "a", "B", "é", "e\u{301}", "🙂", String(repeating: "y", count: 9000)]
    let integers: [Int64] = [.min, -1, 0, 1, 1_790_000_000_000, .max]
    let values = try await desk.engine.write { transaction in
      _ = try transaction.run("CREATE TABLE probe (n INTEGER, t TEXT, b BLOB) STRICT", [])
      for (index, text) in texts.enumerated() {
        _ = try transaction.run(
          "INSERT INTO probe (n, t, b) VALUES ($1, $2, $3)",
          [
            .integer(integers[index % integers.count]), .text(text),
            .bytes(Array(text.utf8)),
          ])
      }
      return try transaction.run("SELECT n, t, b FROM probe ORDER BY rowid", [])
    }
    for (index, row) in values.enumerated() {
      #expect(try row.integer(0) == integers[index % integers.count])
      #expect(try Array(row.text(1).utf8) == Array(texts[index].utf8))
      #expect(try row.bytes(2) == Array(texts[index].utf8))
    }
    await #expect(throws: ArchiveError.self, "not every engine can hold a NUL in a text") {
      try await desk.engine.write {
        try $0.run("INSERT INTO probe (n, t, b) VALUES (1, $1, $2)", [.text("\0x"), .bytes([])])
      }
    }
    let order = try await desk.engine.read { transaction in
      try transaction.run("SELECT t FROM probe WHERE n < $1 ORDER BY t", [.integer(2)]).map {
        Array(try $0.text(0).utf8)
      }
    }
    #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
