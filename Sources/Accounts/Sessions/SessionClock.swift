public import Time

/// How long a session lasts.
///
/// Staff are signed out after 15 minutes without a request and after 12 hours, patients after 30
/// minutes and 24 hours. A clock that is set back ends what was begun or used later than it now says:
/// otherwise a session could outlast its time.
public struct SessionClock: Hashable, Sendable {
  /// The longest time between two requests, in milliseconds.
  public let idle: Int64
  /// The longest time from signing in, in milliseconds.
  public let absolute: Int64

  /// How far a clock may be set back without ending sessions, in milliseconds: two minutes.
  public static let tolerance: Int64 = 120_000
  /// For how long a proof counts, in milliseconds: five minutes.
  public static let proofLife: Int64 = 300_000
  /// How often use of a session is written down, in milliseconds: once a minute.
  public static let noteEvery: Int64 = 60_000
  /// How long somebody has for the second factor, in milliseconds: ten minutes.
  public static let secondFactorLife: Int64 = 600_000

  /// The times of staff, or of patients.
  ///
  /// - Parameter isStaff: whether the owner acts as staff.
  public init(isStaff: Bool) {
    idle = (isStaff ? 15 : 30) * 60_000
    absolute = (isStaff ? 12 : 24) * 3_600_000
  }

  /// Whether a session has ended.
  ///
  /// - Parameters:
  ///   - stage: how far its owner has come.
  ///   - created: when it began.
  ///   - seen: when it was last used.
  ///   - now: the present moment.
  /// - Returns: whether it has.
  public func hasEnded(
    stage: Session.Stage, created: Instant, seen: Instant, now: Instant
  ) -> Bool {
    let age = now.milliseconds - created.milliseconds
    let pause = now.milliseconds - seen.milliseconds
    if age < -SessionClock.tolerance || pause < -SessionClock.tolerance { return true }
    if stage == .password, age >= SessionClock.secondFactorLife { return true }
    return age >= absolute || pause >= idle
  }

  /// Whether a proof is recent enough for what is sensitive.
  ///
  /// - Parameters:
  ///   - proved: when the owner last showed that it is they.
  ///   - now: the present moment.
  /// - Returns: whether it is; a proof from the future does not count.
  public static func isRecent(_ proved: Instant, now: Instant) -> Bool {
    (0...proofLife).contains(now.milliseconds - proved.milliseconds)
  }
}
