public import Archive
internal import PatientRecord
internal import Synchronization
internal import Time

/// Who may do what in an installation: accounts, sessions, second factors, care teams, consent, and
/// the decisions that follow from them.
///
/// Everything is kept in the archive's database; every change stands in its audit trail, in the same
/// transaction. What is asked of the rooms above: they hand in what people send, and show what comes
/// back.
///
/// ## Topics
/// - Signing in: ``signIn(_:from:)``, ``passSecondFactor(_:code:from:)``, ``session(_:)``
/// - Deciding: ``decide(_:actor:patient:)``, ``authorize(_:actor:patient:)``
public final class Accounts: Sendable {
  let archive: Archive
  let settings: AccountSettings
  let pool: PasswordPool
  let work: PasswordWork
  let limits: Mutex<SignInLimits>
  /// The latest moment that was seen, which tells that the clock was set back; nil before the first.
  let latest = Mutex<Instant?>(nil)

  /// Opens the accounts of an archive.
  ///
  /// - Parameters:
  ///   - archive: where they are kept.
  ///   - settings: what this installation allows.
  ///   - pool: where passwords are hashed.
  ///   - limits: how often somebody may try to sign in.
  public convenience init(
    in archive: Archive, settings: AccountSettings = AccountSettings(),
    pool: PasswordPool = PasswordPool(), limits: SignInLimits = SignInLimits()
  ) {
    self.init(
      in: archive, settings: settings, pool: pool, limits: limits, work: .scrypt(of: archive))
  }

  init(
    in archive: Archive, settings: AccountSettings, pool: PasswordPool, limits: SignInLimits,
    work: PasswordWork
  ) {
    self.archive = archive
    self.settings = settings
    self.pool = pool
    self.work = work
    self.limits = Mutex(limits)
  }

  var now: Instant { archive.time.now }

  /// Whether people may ask for an account by themselves.
  public var allowsRegistration: Bool { settings.allowsRegistration }
}

/// What an installation allows.
public struct AccountSettings: Hashable, Sendable {
  /// The name of the installation, as authenticator apps show it.
  public let name: String
  /// Whether people may ask for a patient's account by themselves.
  public let allowsRegistration: Bool
  /// Whether the first account is that of one person who keeps their own record and runs the system.
  public let isSolo: Bool

  /// States what is allowed.
  ///
  /// - Parameters:
  ///   - name: the name of the installation.
  ///   - allowsRegistration: whether people may ask for a patient's account by themselves.
  ///   - isSolo: whether the first account is that of one person on their own.
  public init(name: String = "Anamnesis", allowsRegistration: Bool = false, isSolo: Bool = false) {
    self.name = name
    self.allowsRegistration = allowsRegistration
    self.isSolo = isSolo
  }
}

/// Names the actor of what nobody was signed in for.
extension Access {
  static let nobody = Access(actor: "unknown", role: "none", purpose: "account")

  /// The owner of an account, before they are signed in.
  static func owner(_ row: AccountRow) -> Access {
    Access(actor: row.id.description, role: row.roles.text, purpose: "account")
  }
}
