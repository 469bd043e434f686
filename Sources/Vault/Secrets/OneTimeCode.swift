internal import Crypto
public import Time

/// Six-digit codes of an authenticator app (TOTP: RFC 6238 with HMAC-SHA-1, 30 seconds, RFC 4226).
public struct OneTimeCode: Sendable {
  /// How long a code stands, in seconds.
  public static let period: Int64 = 30

  private let secret: [UInt8]
  private let digits: Int

  /// Creates the codes of a secret.
  ///
  /// - Parameters:
  ///   - secret: the bytes shared with the app, 20 where it was made here.
  ///   - digits: how many digits a code has, 6 to 8.
  /// - Throws: an error when the secret is shorter than 16 bytes or the count of digits is another.
  public init(secret: [UInt8], digits: Int = 6) throws(VaultError) {
    guard secret.count >= 16 else {
      throw .malformed("the secret of a one-time code has at least 16 bytes")
    }
    guard (6...8).contains(digits) else {
      throw .malformed("a one-time code has 6 to 8 digits")
    }
    self.secret = secret
    self.digits = digits
  }

  /// The step of time that a moment lies in.
  ///
  /// - Parameter instant: the moment; moments before 1970 count as 1970.
  /// - Returns: the number of whole periods since 1970.
  public static func step(at instant: Instant) -> Int64 {
    max(0, instant.milliseconds) / (period * 1000)
  }

  /// The code of a step.
  ///
  /// - Parameter step: the step of time.
  /// - Returns: its digits, with leading zeros.
  public func code(at step: Int64) -> String {
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(
        for: SealedPlace.bytes(of: step), using: SymmetricKey(data: secret)))
    let offset = Int(mac[mac.count - 1] & 0xF)
    let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
    let modulus = (0..<digits).reduce(1) { power, _ in power * 10 }
    let text = String(number % modulus)
    return String(repeating: "0", count: digits - text.count) + text
  }

  /// Checks a code that somebody typed.
  ///
  /// The step before and the step after are taken too, for clocks that differ. A code counts once:
  /// pass the step that was accepted last.
  ///
  /// - Parameters:
  ///   - typed: what was typed; spaces are passed over.
  ///   - instant: the present moment.
  ///   - last: the step that was accepted last, if any.
  /// - Returns: the step to remember, or `nil` when the code is not accepted.
  public func accept(_ typed: String, at instant: Instant, after last: Int64?) -> Int64? {
    let typed = Array(typed.utf8.filter { $0 != UInt8(ascii: " ") })
    let now = OneTimeCode.step(at: instant)
    var accepted: Int64?
    for step in max(0, now - 1)...(now + 1) where step > last ?? -1 {
      if equalInConstantTime(Array(code(at: step).utf8), typed) { accepted = accepted ?? step }
    }
    return accepted
  }
}

/// Whether two byte strings are equal, found out in a time that does not depend on where they differ.
///
/// - Parameters:
///   - left: one of them.
///   - right: the other.
/// - Returns: whether they are equal.
public func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
