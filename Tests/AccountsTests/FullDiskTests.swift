import Archive
import SQLiteStore
import Synchronization
import Testing
import Time
import Vault

@testable import Accounts

/// An engine whose disk has room for what is essential alone.
private struct FullEngine: Engine {
  let engine: SQLiteEngine

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value { try await engine.read(body) }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value { throw ArchiveError.full("the disk has no room") }

  func writeEssential<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value { try await engine.writeEssential(body) }

  func structuralFaults() async throws -> [String] { [] }
}

struct FullDiskTests {
  @Test func `who is signed in stays so on a full disk, a minute later too`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let archive = try await Archive(
      on: FullEngine(engine: office.engine),
      ring: KeyFile(path: office.folder.file("keys.json")).load(), clock: office.clock,
      randomness: { SystemRandomNumberGenerator() })
    let accounts = Accounts(
      in: archive, settings: AccountSettings(), pool: PasswordPool(), limits: SignInLimits(),
      work: .counted(office.hashes))
    // Each use is written down after a minute, so the session lasts longer than it would unused.
    for _ in 0..<10 {
      office.clock.go(seconds: 120)
      #expect(try await accounts.session(admin.token).actor.account == admin.id)
    }
    office.clock.go(seconds: 16 * 60)
    await expect(.signedOut) { try await accounts.session(admin.token) }
    await #expect(throws: ArchiveError.full("the disk has no room")) {
      try await accounts.sweep()
      try await archive.change { try $0.audit(.prove, by: .nobody) }
    }
  }
}
