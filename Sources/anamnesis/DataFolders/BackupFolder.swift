import Archive
import ArgumentParser
import Foundation
import SQLiteStore
import Vault

/// A backup: a copy of the data file and a signed manifest. The key file is no part of it.
struct BackupFolder: ExpressibleByArgument {
  let path: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  static var defaultCompletionKind: CompletionKind { .directory }

  var records: String { "\(path)/records.db" }
  var manifest: String { "\(path)/manifest.json" }

  /// Copies the data as it is at one moment, checks every row of the copy, and signs it.
  ///
  /// Records that a server has open are copied by the server. The manifest is written last: a folder
  /// without one is no backup.
  ///
  /// - Returns: what is in it, and what is wrong; then no manifest was written.
  func make(
    of folder: DataOptions
  ) async throws -> (report: RecordReport, faults: [String]) {
    guard FileStatus(path) == nil else {
      throw BadInput(path, "there is something of that name", cure: "name a new folder")
    }
    try makeFolder()
    let source: BackupSource
    do {
      source = try await BackupSource(of: folder)
      try await source.copy(to: records)
    } catch {
      // Half a copy helps nobody.
      for ending in [""] + SQLiteEngine.companions { unlink(records + ending) }
      rmdir(path)
      throw error
    }
    Fault.point(.midBackup)
    let (report, faults) = try await sign(keyFile: folder.keyFile)
    if faults.isEmpty { try await source.finish() }
    try source.close()
    return (report, faults)
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw BadInput(
        path, "the folder cannot be made", cure: "name a place that you may write to")
    }
  }

  /// Checks every row of the copy and signs it.
  private func sign(keyFile: KeyFile) async throws -> (report: RecordReport, faults: [String]) {
    let copy = try await OpenData(records: records, keyFile: keyFile)
    let report = try await copy.archive.verify()
    let trail = try await copy.archive.verifyTrail()
    let checkpoint = try await copy.archive.checkpoint()
    try copy.engine.close()
    guard report.faults.isEmpty, trail.faults.isEmpty else {
      return (report, report.faults + trail.faults)
    }
    let ring = try keyFile.load()
    let manifest = try BackupManifest(
      digest: FileDigest.of(records), checkpoint: checkpoint, signedBy: ring)
    try WholeFile(self.manifest).write { try $0.write(manifest.text + "\n") }
    // The log was moved into the file when it was closed.
    for ending in SQLiteEngine.companions { unlink(records + ending) }
    return (report, [])
  }

  /// Whether the copy is the one that was signed.
  func checkSignature(ring: KeyRing) throws -> BackupManifest {
    guard let file = InputFile(argument: manifest), FileStatus(manifest) != nil else {
      throw BadInput(
        path, "there is no manifest", cure: "name a folder that anamnesis backup made to its end")
    }
    let manifest = try BackupManifest(text: file.text())
    guard try manifest.isSigned(by: ring) else {
      throw BadInput(
        self.manifest, "it was not signed with this key file, or was changed",
        cure: "name the key file of the installation that made the backup, or another backup")
    }
    guard try FileDigest.of(records) == manifest.digest else {
      throw BadInput(records, "the copy was changed after it was made", cure: "use another backup")
    }
    return manifest
  }

  /// Copies the data file of the backup to a place where there is none, for its owner's eyes alone.
  ///
  /// What SQLite left beside an older file of that name would be taken for a part of this one, so it
  /// is removed; ``RestoreCommand`` sets aside before what may hold changes.
  func copy(to place: String) throws {
    if !Fault.breaks(.keepLog) {
      for ending in [""] + SQLiteEngine.companions { unlink(place + ending) }
    }
    try WholeFile(place).write { sink in
      guard let file = InputFile(argument: records) else { return }
      try file.forEachChunk { (chunk: [UInt8]) throws in try sink.write(chunk) }
    }
  }
}
