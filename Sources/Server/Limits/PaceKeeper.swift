internal import Accounts
internal import Synchronization
internal import Time

/// Holds every address to the pace of the route.
final class PaceKeeper: Sendable {
  private let ordinary: Mutex<TokenBuckets<ClientAddress>?>
  private let signIn: Mutex<TokenBuckets<ClientAddress>>
  /// What time is counted from: no clock of the day, which may be set back.
  private let start = ContinuousClock.now

  /// - Parameter perSecond: ordinary requests that one address may make each second; 0 for no limit.
  init(perSecond: Int) {
    ordinary = Mutex(
      perSecond > 0
        ? TokenBuckets(
          capacity: perSecond * 4, perMinute: perSecond * 60, hasGrowingPauses: false) : nil)
    signIn = Mutex(TokenBuckets(capacity: 20, hasGrowingPauses: false))
  }

  /// Counts a request.
  ///
  /// - Throws: ``Problem/tooMany(seconds:)``.
  func take(
    _ pace: Route.Pace, for client: ClientAddress, at now: ContinuousClock.Instant = .now
  ) throws(Problem) {
    let now = Instant(milliseconds: Int64(start.duration(to: now) / .milliseconds(1)))
    let wait =
      switch pace {
      case .unlimited: Int64?.none
      case .ordinary: ordinary.withLock { $0?.take(client.line, at: now) }
      case .signIn: signIn.withLock { $0.take(client.neighbourhood, at: now) }
      }
    if let wait { throw .tooMany(seconds: Int(wait + 999) / 1000) }
  }
}
