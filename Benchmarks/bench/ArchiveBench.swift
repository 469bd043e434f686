import Archive
import Foundation
import Knowledge
import PatientRecord
import SQLiteStore
import Time
import Vault

/// Measures the record in its data file: `bench archive WORK SIZE`.
///
/// Each work makes a data folder of its own, prints its figures as one line of JSON and takes the
/// folder away again. Times are in milliseconds.
struct ArchiveBench {
  /// The key file and the data file, in a folder that is gone at the end.
  let folder: URL
  let access = Access(actor: "bench", role: "clinician", purpose: "measurement")

  private static let works: [String: @Sendable (ArchiveBench, Int) async throws -> [String: Double]] = [
    "chart": { try await $0.chart(entries: $1) },
    "opening": { try await $0.opening(entries: $1) },
    "appending": { try await $0.appending(callers: $1) },
    "clinic": { try await $0.clinic(entries: $1) },
  ]

  static func run(_ work: String, size: Int) async throws {
    guard size > 0, let job = works[work] else {
      throw BenchError.argument("\(work): say one of \(works.keys.sorted()) and a size")
    }
    let place = FileManager.default.temporaryDirectory.appending(
      path: "anamnesis-bench-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let figures = try await job(ArchiveBench(folder: place), size)
    let members = figures.sorted { $0.key < $1.key }.map { #""\#($0.key)":\#($0.value)"# }
    print(#"{"work":"\#(work)","size":\#(size),\#(members.joined(separator: ","))}"#)
  }

  /// Opens the data file of the folder, which is made the first time.
  func open() async throws -> (archive: Archive, engine: SQLiteEngine) {
    let keyFile = KeyFile(path: folder.appending(path: "keys.json").path)
    if !keyFile.exists {
      var random = SystemRandomNumberGenerator()
      try keyFile.save(KeyRing(at: WallClock().now, using: &random), replacing: nil)
    }
    let data = folder.appending(path: "records.db").path
    let engine = try SQLiteEngine(
      path: data, creating: !FileManager.default.fileExists(atPath: data))
    let archive = try await Archive(
      on: engine, ring: keyFile.load(), clock: WallClock(),
      randomness: { SystemRandomNumberGenerator() })
    return (archive, engine)
  }

  /// Stores entries, a thousand at a time.
  func store(_ entries: [Entry], in archive: Archive) async throws {
    for start in stride(from: 0, to: entries.count, by: 1000) {
      _ = try await archive.append(
        Array(entries[start..<min(start + 1000, entries.count)]), by: access)
    }
  }

  /// What a piece of work takes, in milliseconds: the median of some runs. What stands before each, such
  /// as throwing away what the run before made, is not timed.
  func median(
    of runs: Int, before: () -> Void = {}, _ body: () async throws -> Void
  ) async throws -> Double {
    var taken: [Double] = []
    for _ in 0..<runs {
      before()
      let watch = Stopwatch()
      try await body()
      taken.append(watch.read().wall * 1000)
    }
    return taken.sorted()[runs / 2]
  }

  /// What the process holds in memory, in MB.
  static func residentMegabytes() throws -> Double {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(
      separator: " ")
    return Double(pages[1]).map { $0 * 4096 / 1e6 } ?? 0
  }
}

/// The clock of the machine.
private struct WallClock: PatientRecord.Clock {
  var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
