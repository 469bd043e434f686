import Archive
import Foundation
import Knowledge
import PatientRecord
import SQLiteStore
import Synchronization
import Testing
import Time
import Vault

@testable import Accounts

/// A folder that is gone when the test is over.
final class Folder: Sendable {
  let path: String

  init() throws {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "accounts-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    path = place.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// A clock that is set by hand.
final class HandClock: Clock {
  private let moment: Mutex<Instant>

  init(_ moment: Instant) { self.moment = Mutex(moment) }

  var now: Instant { moment.withLock { $0 } }

  func go(seconds: Int64) { moment.withLock { $0 = $0.later(by: seconds) } }

  func set(_ instant: Instant) { moment.withLock { $0 = instant } }
}

extension Instant {
  func later(by seconds: Int64) -> Instant {
    Instant(milliseconds: milliseconds + seconds * 1000)
  }
}

let noon = Instant(milliseconds: 1_790_000_000_000)
let home = "192.0.2.7"
let secret = "seven quiet herons"

/// Counts how often a password was hashed or compared.
final class Counter: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }
  func add() { value.withLock { $0 += 1 } }
}

extension PasswordWork {
  /// Work that is quick and counted.
  static func counted(_ counter: Counter) -> PasswordWork {
    PasswordWork(
      hash: {
        counter.add()
        return "new:\($0)"
      },
      compare: {
        counter.add()
        return ($1 == "new:\($0)" || $1 == "old:\($0)", $1.hasPrefix("old:"))
      }, decoy: "new:\u{1}")
  }
}

/// Somebody who is signed in.
struct Someone {
  let id: AccountID
  let email: String
  var token: Token
  let codes: OneTimeCode?
}

/// A clinic with accounts.
struct Office {
  let folder: Folder
  let engine: SQLiteEngine
  let archive: Archive
  let accounts: Accounts
  let clock: HandClock
  let hashes = Counter()

  init(
    in folder: Folder? = nil, clock: HandClock = HandClock(noon),
    settings: AccountSettings = AccountSettings(), isReal: Bool = false
  ) async throws {
    let folder = try folder ?? Folder()
    self.folder = folder
    self.clock = clock
    let keyFile = KeyFile(path: folder.file("keys.json"))
    let path = folder.file("data.db")
    if !keyFile.exists {
      var random = SystemRandomNumberGenerator()
      try keyFile.save(KeyRing(at: clock.now, using: &random), replacing: nil)
    }
    engine = try SQLiteEngine(
      path: path, creating: !FileManager.default.fileExists(atPath: path))
    archive = try await Archive(
      on: engine, ring: keyFile.load(), clock: clock,
      randomness: { SystemRandomNumberGenerator() })
    accounts =
      isReal
      ? Accounts(in: archive, settings: settings)
      : Accounts(
        in: archive, settings: settings, pool: PasswordPool(), limits: SignInLimits(),
        work: .counted(hashes))
  }

  func actor(_ someone: Someone) async throws -> Actor {
    try await accounts.session(someone.token).actor
  }

  /// The first admin.
  func admin() async throws -> Someone {
    let link = try #require(try await accounts.setUpLink())
    let person = try Person(email: "ada@example.org", name: "Ada Admin")
    _ = try await accounts.setUp(link.token, person, password: secret)
    return try await signIn(person.email)
  }

  /// A member of the staff.
  func staff(_ role: Role, _ name: String, by admin: Someone) async throws -> Someone {
    let person = try Person(email: "\(name)@example.org", name: name.capitalized)
    try await accounts.prove(admin.token, with: secret, from: home)
    let letter = try await accounts.invite(staff: person, as: role, by: actor(admin))
    _ = try await accounts.accept(letter.link.token, password: secret)
    return try await signIn(person.email)
  }

  /// A patient who was invited by a clinician.
  func patient(_ name: String, by clinician: Someone) async throws -> Someone {
    let person = try Person(email: "\(name)@example.org", name: name.capitalized)
    let letter = try await accounts.invite(
      patient: person, patient: PatientID(rawValue: name), by: actor(clinician))
    _ = try await accounts.accept(letter.link.token, password: secret)
    return try await signIn(person.email)
  }

  /// Signs in, and sets up a second factor where one is asked for.
  func signIn(_ email: String, from address: String = home) async throws -> Someone {
    let signIn = try await accounts.signIn(
      Credentials(email: email, password: secret, device: "Test"), from: address)
    guard signIn.stage == .settingUp else {
      return Someone(id: signIn.account, email: email, token: signIn.token, codes: nil)
    }
    let begun = try await accounts.beginFactor(signIn.token)
    let codes = try OneTimeCode(secret: bytes(ofBase32: begun.secret))
    let confirmed = try await accounts.confirmFactor(
      signIn.token, code: codes.code(at: OneTimeCode.step(at: clock.now)), from: address)
    return Someone(
      id: signIn.account, email: email, token: confirmed.signIn.token, codes: codes)
  }

  /// A code that was not used yet: the clock goes on to its time.
  func code(of someone: Someone) throws -> String {
    clock.go(seconds: 60)
    return try #require(someone.codes).code(at: OneTimeCode.step(at: clock.now))
  }

  /// What the trail tells, in order.
  func trail() async throws -> [String] {
    try await engine.read { transaction in
      try transaction.run("SELECT action, detail FROM audit ORDER BY sequence", []).map {
        let detail = try $0.text(1)
        return try $0.text(0) + (detail.isEmpty ? "" : " " + detail)
      }
    }
  }

  /// Changes the data file by hand.
  func run(_ sql: String) async throws {
    try await engine.write { _ = try $0.run(sql, []) }
  }

  /// How many rows a table has.
  func count(_ table: String) async throws -> Int64 {
    try await engine.read { try $0.first("SELECT count(*) FROM \(table)")?.integer(0) ?? -1 }
  }
}

/// Reads base32, for the secrets that an app is given.
func bytes(ofBase32 text: String) -> [UInt8] {
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

/// Expects an error of accounts.
func expect<Value>(
  _ error: AccountsError, _ location: SourceLocation = #_sourceLocation,
  from body: () async throws -> Value
) async {
  await #expect(throws: error, sourceLocation: location) { _ = try await body() }
}
