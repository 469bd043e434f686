import Foundation
import HTML
import Knowledge
import PatientRecord
import SQLiteStore
import Vault

@testable import Accounts
@testable import Archive
@testable import Server

/// An installation in a folder of its own, which goes with it.
final class TestInstallation: Sendable {
  let installation: Installation
  private let folder: URL

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "server-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var random = SystemRandomNumberGenerator()
    let archive = try await Archive(
      on: SQLiteEngine(path: folder.appending(path: "records.db").path, creating: true),
      ring: KeyRing(at: FixedClock().now, using: &random), clock: FixedClock(),
      randomness: { SystemRandomNumberGenerator() })
    installation = Installation(
      archive: archive, accounts: Accounts(in: archive), knowledge: try Knowledge.bundled(),
      clock: FixedClock())
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// All that can be asked.
  func table() throws -> RouteTable {
    let watch = ReadinessWatch(FixedReadiness(isWell: true))
    let open = OpenRoutes(help: HelpDesk("<p>Help</p>"), watch: watch, version: "test")
    return try RouteTable(open.routes + installation.routes)
  }
}
