public import PatientRecord
internal import Synchronization
public import Vault

/// The record of a clinic in a database: entries sealed under each patient's own key, numbered without
/// gaps, with an audit trail of every use.
///
/// What stands in the clear is what cohorts are counted by: kinds and times under a random patient
/// key. Everything else, names and texts and numbers, is sealed.
public final class Archive: Sendable {
  /// The source of secrets: a cryptographic generator, made anew for each use.
  public typealias Randomness = @Sendable () -> any RandomNumberGenerator
  /// What in an entry a human must look at; it is stored in the entry's own transaction.
  public typealias SignalRule = @Sendable (Entry) -> [Signal]

  let engine: any Engine
  let clinic: Int64
  let clock: any Clock
  let randomness: Randomness
  let signalRule: SignalRule
  let ring: Mutex<KeyRing>
  let keyChanges = Turnstile()

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - engine: the database, its tables made.
  ///   - clinic: the number of the clinic.
  ///   - ring: the secrets of this data.
  ///   - clock: tells the time.
  ///   - randomness: the source of secrets.
  ///   - signalRule: what in an entry a human must look at.
  /// - Throws: ``ArchiveError/foreignKeys(_:)`` when the ring is not that of this data, and when
  ///   erasures cannot be made good.
  public init(
    on engine: any Engine, clinic: Int64 = 1, ring: KeyRing, clock: any Clock,
    randomness: @escaping Randomness, signalRule: @escaping SignalRule = { _ in [] }
  ) async throws {
    self.engine = engine
    self.clinic = clinic
    self.clock = clock
    self.randomness = randomness
    self.signalRule = signalRule
    self.ring = Mutex(ring)
    try await claim()
    try await eraseBuried()
  }

  var secrets: KeyRing { ring.withLock { $0 } }

  /// The archive as one actor may use it: a record store whose every use is audited.
  ///
  /// - Parameter access: who uses it, in what role, what for.
  /// - Returns: the store.
  public func store(for access: Access) -> some RecordStore {
    AccessedArchive(archive: self, access: access)
  }
}

/// An archive in the hands of one actor.
private struct AccessedArchive: RecordStore {
  let archive: Archive
  let access: Access

  func append(_ entries: [Entry]) async throws -> [Entry] {
    try await archive.append(entries, by: access)
  }

  func entries(of patient: PatientID) async throws -> [Entry] {
    try await archive.entries(of: patient, by: access)
  }

  func patients() async throws -> [PatientID] {
    try await archive.patients(by: access)
  }
}
