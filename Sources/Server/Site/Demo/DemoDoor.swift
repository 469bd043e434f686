public import Accounts
internal import Synchronization
public import Time
public import Vault

/// Lets the invented people of a demonstration in by links that work once.
///
/// Behind each link is an account with password and second factor like any other: the link types
/// them in, and the policy knows no difference.
public final class DemoDoor: Sendable {
  /// Somebody who can be let in.
  public struct Guest: Sendable {
    let email: String
    let password: String
    /// A recovery code, where the account has a second factor already.
    let code: String?

    /// Names somebody.
    ///
    /// - Parameters:
    ///   - email: the e-mail of the account.
    ///   - password: its password.
    ///   - code: a recovery code, where the account has a second factor already.
    public init(email: String, password: String, code: String? = nil) {
      self.email = email
      self.password = password
      self.code = code
    }
  }

  private let guests = Mutex<[[UInt8]: Guest]>([:])

  /// Nobody yet.
  public init() {}

  /// Makes a link for somebody.
  ///
  /// - Parameters:
  ///   - guest: who comes in by it.
  ///   - generator: a cryptographic source of random bytes.
  /// - Returns: the path, to be joined to the address of the server.
  public func path(for guest: Guest, using generator: inout some RandomNumberGenerator) -> String {
    let token = Token(using: &generator)
    guests.withLock { $0[token.digest] = guest }
    return "\(DemoRoutes.path)/\(token.text)"
  }

  /// Signs in whoever a link is for; the link is void then.
  func enter(
    by token: Token, _ site: Site, from address: String, device: String
  ) async throws -> SignIn {
    guard let guest = guests.withLock({ $0.removeValue(forKey: token.digest) }) else {
      throw AccountsError.deadLink
    }
    let begun = try await site.accounts.signIn(
      Credentials(email: guest.email, password: guest.password, code: guest.code, device: device),
      from: address)
    guard begun.stage == .settingUp else { return begun }
    return try await site.accounts.confirmDemoFactor(begun.token, at: site.now, from: address)
      .signIn
  }
}

extension Accounts {
  /// Sets up the second factor of an invented person, whose app is this program.
  ///
  /// - Parameters:
  ///   - token: the session.
  ///   - now: the present moment.
  ///   - address: where it came from.
  /// - Returns: the session under a new token, and the recovery codes.
  /// - Throws: ``AccountsError``, or an error of the archive.
  public func confirmDemoFactor(
    _ token: Token, at now: Instant, from address: String
  ) async throws -> FactorConfirmed {
    let factor = try await beginFactor(token)
    guard let secret = OneTimeCode.secret(of: factor.secret) else { throw AccountsError.wrongCode }
    let code = try OneTimeCode(secret: secret).code(at: OneTimeCode.step(at: now))
    return try await confirmFactor(token, code: code, from: address)
  }
}
