/// Holds every address to the pace of the route.
struct PaceKeeper: Sendable {
  private let ordinary: TokenBuckets<ClientAddress>?
  private let signIn: TokenBuckets<ClientAddress>

  /// - Parameter perSecond: ordinary requests that one address may make each second; 0 for no limit.
  init(perSecond: Int) {
    ordinary =
      perSecond > 0
      ? TokenBuckets(burst: Double(perSecond) * 4, perSecond: Double(perSecond)) : nil
    signIn = TokenBuckets(burst: 20, perSecond: 20 / 60)
  }

  /// Counts a request.
  ///
  /// - Throws: ``Problem/tooMany(seconds:)``.
  func take(
    _ pace: Route.Pace, for client: ClientAddress, at now: ContinuousClock.Instant = .now
  ) throws(Problem) {
    let wait =
      switch pace {
      case .unlimited: 0
      case .ordinary: ordinary?.take(client.line, at: now) ?? 0
      case .signIn: signIn.take(client.neighbourhood, at: now)
      }
    if wait > 0 { throw .tooMany(seconds: wait) }
  }
}
