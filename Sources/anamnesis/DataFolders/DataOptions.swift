import Archive
import ArgumentParser
import Care
import Foundation
import Knowledge
import PatientRecord
import SQLiteStore
import Time
import Vault

/// Which data folder and key file a command works on.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder in which records are kept.", valueName: "folder"))
  var data: DataFolder

  @Option(
    help: ArgumentHelp(
      "The key file; if not said, keys.json in the data folder. Back it up apart from the data.",
      valueName: "file"))
  var keys: String?

  /// The key file.
  var keyFile: KeyFile { KeyFile(path: keys ?? "\(data.path)/keys.json") }

  /// Makes a folder with new keys and no records, or goes on where that was cut off.
  ///
  /// Nothing is removed or replaced: keys that were made are used, tables that are there stay.
  func create() async throws {
    if !data.isUnfinished { try refuseToReplace() }
    try data.make()
    try data.begin()
    if !keyFile.exists {
      var random = SystemRandomNumberGenerator()
      try keyFile.save(KeyRing(at: SystemClock().now, using: &random), replacing: nil)
    }
    Fault.point(.afterKeys)
    try await OpenData(records: data.records, keyFile: keyFile, creating: true).engine.close()
    try data.finish()
  }

  private func refuseToReplace() throws {
    guard FileStatus(data.records) == nil else {
      throw BadInput(data.records, "there are records already", cure: "name another folder")
    }
    guard !keyFile.exists else {
      throw BadInput(keyFile.path, "there are keys already", cure: "name another file by --keys")
    }
  }

  /// Opens the folder.
  ///
  /// - Parameters:
  ///   - knowledge: what raises signals, where it was loaded already.
  ///   - waitsForReadings: whether the line of a reading waits for the disk.
  /// - Returns: what is in it.
  /// - Throws: when it is in use, damaged or not there.
  func open(
    knowledge: Knowledge? = nil, waitsForReadings: Bool = true
  ) async throws -> OpenData {
    guard keyFile.exists else {
      throw BadInput(
        keyFile.path, "there is no key file",
        cure: "make a data folder by anamnesis init, or name its key file by --keys")
    }
    guard FileStatus(data.records) != nil else {
      throw BadInput(
        data.records, "there are no records",
        cure: "check that the disk is mounted, or make a data folder by anamnesis init")
    }
    let open = try await OpenData(
      records: data.records, keyFile: keyFile, knowledge: knowledge,
      waitsForReadings: waitsForReadings)
    if data.isUnfinished { try data.finish() }
    return open
  }
}

/// An open data file.
struct OpenData {
  let engine: SQLiteEngine
  let archive: Archive

  /// Takes the data first and then reads the keys: another process may be changing both.
  init(
    records: String, keyFile: KeyFile, creating: Bool = false, knowledge: Knowledge? = nil,
    waitsForReadings: Bool = true
  ) async throws {
    engine = try SQLiteEngine(
      path: records, creating: creating, waitsForReadings: waitsForReadings)
    let ring = try keyFile.load()
    let knowledge = try knowledge ?? Knowledge.shipped()
    archive = try await Archive(
      on: engine, ring: ring, clock: SystemClock(),
      randomness: { SystemRandomNumberGenerator() },
      signalRule: { entry in
        SafetySignals.derive(from: entry, using: knowledge).compactMap(\.fact)
      })
  }
}

/// The machine's clock.
struct SystemClock: Clock {
  var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

extension Access {
  /// Whoever sits at the machine and may read the key file.
  static func commandLine(for purpose: String) -> Access {
    Access(actor: "uid-\(getuid())", role: "operator", purpose: purpose)
  }
}
