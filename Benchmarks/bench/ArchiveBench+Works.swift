import Archive
import Foundation
import Knowledge
import PatientRecord
import SQLiteStore
import Statistics
import Time

extension ArchiveBench {
  /// A record of ten years read from the data file, opened and folded into a chart.
  func chart(entries count: Int) async throws -> [String: Double] {
    let knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    let record = try TenYears(count: count, knowledge: knowledge)
    let (archive, engine) = try await open()
    defer { try? engine.close() }
    let storing = Stopwatch()
    try await store(record.entries, in: archive)
    let stored = storing.read().wall
    var entries: [Entry] = []
    let reading = try await median(of: 9, before: { entries = [] }) {
      entries = try await archive.entries(of: record.patient, by: access)
    }
    guard entries.count == count else { throw BenchError.argument("\(entries.count) entries") }
    let folding = try await median(of: 9) {
      _ = Chart(entries: entries, patient: record.patient, knowledge: knowledge)
    }
    entries = []
    var chart: Chart?
    let both = try await median(of: 9, before: { chart = nil }) {
      let entries = try await archive.entries(of: record.patient, by: access)
      chart = Chart(entries: entries, patient: record.patient, knowledge: knowledge)
    }
    guard chart?.entries.count == count else { throw BenchError.argument("the chart is short") }
    return [
      "storing_per_s": Double(count) / stored, "reading_ms": reading, "folding_ms": folding,
      "chart_ms": both,
    ]
  }

  /// A data file with entries opened until it is ready.
  func opening(entries count: Int) async throws -> [String: Double] {
    let knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    try await fill(with: TenYears(count: count, knowledge: knowledge).entries)
    let ready = try await median(of: 9) { try await open().engine.close() }
    let loading = try await median(of: 3) {
      _ = try Knowledge(documents: KnowledgeDocument.bundled())
    }
    return ["opening_ms": ready, "knowledge_ms": loading]
  }

  /// Stores entries and lets go of the data file.
  private func fill(with entries: [Entry]) async throws {
    let (archive, engine) = try await open()
    try await store(entries, in: archive)
    try engine.close()
  }

  /// Durable, audited entries stored one by one by callers at the same time.
  func appending(callers: Int) async throws -> [String: Double] {
    let knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    let each = 40_000 / callers
    let people = try ArchiveBench.people(callers, entries: each, knowledge)
    let (archive, engine) = try await open()
    defer { try? engine.close() }
    let idle = try ArchiveBench.residentMegabytes()
    let watch = Stopwatch()
    let waited = try await withThrowingTaskGroup(of: [Double].self) { [access] group in
      for entries in people {
        group.addTask {
          var own: [Double] = []
          for entry in entries {
            let start = Stopwatch()
            _ = try await archive.append([entry], by: access)
            own.append(start.read().wall * 1000)
          }
          return own
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let taken = watch.read()
    let sorted = waited.sorted()
    return [
      "appends_per_s": Double(sorted.count) / taken.wall, "p50_ms": sorted[sorted.count / 2],
      "p99_ms": sorted[sorted.count * 99 / 100], "longest_ms": sorted[sorted.count - 1],
      "cpu_us": taken.cpu * 1e6 / Double(sorted.count), "idle_mb": idle,
    ]
  }

  /// The same number of entries for each of some people.
  static func people(
    _ count: Int, entries: Int, _ knowledge: Knowledge
  ) throws -> [[Entry]] {
    let template = try TenYears(count: entries, knowledge: knowledge).entries
    var generator = RandomStream(seed: 20_261_122)
    return (0..<count).map { person in
      template.map { entry in
        Entry(
          id: EntryID(at: entry.id.instant, using: &generator),
          patient: PatientID(rawValue: "bench-\(person)"), author: entry.author,
          occurred: entry.occurred, fact: entry.fact)
      }
    }
  }
}
