import Archive
import Foundation
import PatientRecord
import TestKit
import Testing
import Time
import Vault

@testable import SQLiteStore

/// A folder that is gone when the test is over.
final class Folder: Sendable {
  let path: String

  init() throws {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "store-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    path = place.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// A clock that stands.
struct FixedClock: Clock {
  let now: Instant
}

let noon = Instant(milliseconds: 1_790_000_000_000)
let nurse = Access(actor: "n-17", role: "clinician", purpose: "treatment")

/// An archive on an engine, with the key file it belongs to.
struct Desk {
  let folder: Folder
  let engine: SQLiteEngine
  let archive: Archive
  let keyFile: KeyFile

  init(
    in folder: Folder? = nil, data: String = "data.db", waitsForReadings: Bool = true,
    signals: @escaping Archive.SignalRule = { _ in [] }
  ) async throws {
    let folder = try folder ?? Folder()
    self.folder = folder
    keyFile = KeyFile(path: folder.file("keys.json"))
    if !keyFile.exists {
      var random = SystemRandomNumberGenerator()
      try keyFile.save(KeyRing(at: noon, using: &random), replacing: nil)
    }
    engine = try SQLiteEngine(
      path: folder.file(data), creating: !FileManager.default.fileExists(atPath: folder.file(data)),
      waitsForReadings: waitsForReadings)
    archive = try await Archive(
      on: engine, ring: keyFile.load(), clock: FixedClock(now: noon),
      randomness: { SystemRandomNumberGenerator() }, signalRule: signals)
  }
}
