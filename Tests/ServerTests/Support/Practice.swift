import Care
import Foundation
import Knowledge
import PatientRecord
import SQLiteStore
import Synchronization
import Time
import Vault

@testable import Accounts
@testable import Archive
@testable import Server

/// A clock that is set by hand.
final class HandClock: PatientRecord.Clock {
  private let moment = Mutex(FixedClock().now)

  var now: Instant { moment.withLock { $0 } }

  func go(seconds: Int64) {
    moment.withLock { $0 = Instant(milliseconds: $0.milliseconds + seconds * 1_000) }
  }
}

/// A store that fails when it is asked to.
final class FailingEngine: Engine {
  enum Condition { case well, full, stopped, unknown }

  private let inner: SQLiteEngine
  private let condition = Mutex(Condition.well)

  init(_ inner: SQLiteEngine) { self.inner = inner }

  func become(_ new: Condition) { condition.withLock { $0 = new } }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value { try await inner.read(body) }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    if condition.withLock({ $0 == .full }) { throw ArchiveError.full("no room") }
    return try await writeEssential(body)
  }

  func writeEssential<Value: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> Value {
    switch condition.withLock({ $0 }) {
    case .well, .full: return try await inner.writeEssential(body)
    case .stopped: throw ArchiveError.stopped("CANARY disk")
    case .unknown:
      _ = try await inner.writeEssential(body)
      throw ArchiveError.outcomeUnknown("CANARY disk")
    }
  }

  func structuralFaults() async throws -> [String] { try await inner.structuralFaults() }
}

/// A practice behind a server that really listens: an admin, a clinician and their patient, with a clock
/// that is set by hand and a store that fails on demand.
final class Practice: Sendable {
  static let password = "seven quiet herons"

  let clock = HandClock()
  let engine: FailingEngine
  let installation: Installation
  private let folder: URL

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "practice-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    engine = FailingEngine(
      try SQLiteEngine(path: folder.appending(path: "records.db").path, creating: true))
    var random = SystemRandomNumberGenerator()
    let knowledge = try Knowledge.bundled()
    let archive = try await Archive(
      on: engine, ring: KeyRing(at: clock.now, using: &random), clock: clock,
      randomness: { SystemRandomNumberGenerator() },
      signalRule: { entry in SafetySignals.derive(from: entry, using: knowledge).compactMap(\.fact)
      })
    let work = PasswordWork(
      hash: { "new:\($0)" }, compare: { ($1 == "new:\($0)", false) }, decoy: "new:\u{1}")
    installation = Installation(
      archive: archive,
      accounts: Accounts(
        in: archive, settings: AccountSettings(), pool: PasswordPool(), limits: SignInLimits(),
        work: work), knowledge: knowledge, clock: clock)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var accounts: Accounts { installation.accounts }

  /// Somebody who is signed in.
  struct Someone: Sendable {
    let id: AccountID
    let token: Token
    var patient: PatientID?
    var recoveryCodes: [String] = []
    var header: String { "Authorization: Bearer \(token.text)" }
  }

  func admin() async throws -> Someone {
    guard let link = try await accounts.setUpLink() else { throw AccountsError.alreadySetUp }
    let person = try Person(email: "ada@example.org", name: "Ada Admin")
    _ = try await accounts.setUp(link.token, person, password: Self.password)
    return try await signIn(person.email)
  }

  func clinician(
    _ name: String, as role: Role = .clinician, by admin: Someone
  ) async throws -> Someone {
    let person = try Person(email: "\(name)@example.org", name: name)
    let actor = try await accounts.session(admin.token).actor
    let letter = try await accounts.invite(staff: person, as: role, by: actor)
    _ = try await accounts.accept(letter.link.token, password: Self.password)
    return try await signIn(person.email)
  }

  func patient(_ name: String, by clinician: Someone) async throws -> Someone {
    let person = try Person(email: "\(name)@example.org", name: name)
    let actor = try await accounts.session(clinician.token).actor
    let letter = try await accounts.invite(patient: person, by: actor)
    _ = try await accounts.accept(letter.link.token, password: Self.password)
    return try await signIn(person.email)
  }

  private func signIn(_ email: String) async throws -> Someone {
    let begun = try await accounts.signIn(
      Credentials(email: email, password: Self.password, device: "Test"), from: "192.0.2.7")
    var token = begun.token
    var recoveryCodes: [String] = []
    if begun.stage == .settingUp {
      let factor = try await accounts.beginFactor(token)
      let codes = try OneTimeCode(secret: Base32.bytes(of: factor.secret))
      let confirmed = try await accounts.confirmFactor(
        token, code: codes.code(at: OneTimeCode.step(at: clock.now)), from: "192.0.2.7")
      token = confirmed.signIn.token
      recoveryCodes = confirmed.recoveryCodes
    }
    let actor = try await accounts.session(token).actor
    return Someone(
      id: begun.account, token: token, patient: actor.patient, recoveryCodes: recoveryCodes)
  }
}

/// The letters in which apps are given secrets (RFC 4648).
enum Base32 {
  static func bytes(of text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (bytes, pending, bits) = ([UInt8](), 0, 0)
    for letter in text {
      pending = (pending << 5 | (alphabet.firstIndex(of: letter) ?? 0)) & 0xFFFF
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(pending >> bits & 255))
      }
    }
    return bytes
  }
}
