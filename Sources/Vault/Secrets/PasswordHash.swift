internal import Crypto
internal import CryptoExtras
private import Foundation

/// A password as it is stored: scrypt with its parameters, written as a PHC string.
///
/// N = 2^15, r = 8, p = 3 needs 32 MiB and is one of the parameter sets that OWASP ASVS 5.0
/// (appendix C) approves. The password is first keyed with the installation's pepper (HMAC-SHA-256).
public struct PasswordHash: Hashable, Sendable {
  /// The PHC string: `$scrypt$ln=15,r=8,p=3$salt$hash`.
  public let text: String

  private let parameters: Parameters
  private let salt: [UInt8]
  private let hash: [UInt8]

  struct Parameters: Hashable, Sendable {
    let logRounds: Int
    let blockSize: Int
    let parallelism: Int

    static let current = Parameters(logRounds: 15, blockSize: 8, parallelism: 3)
  }

  /// Hashes a password.
  ///
  /// - Parameters:
  ///   - password: the password; Unicode is brought to one form first (NFC).
  ///   - ring: holds the pepper.
  ///   - generator: the source of the salt, which must be a cryptographic one.
  /// - Throws: an error when the cryptographic library refuses.
  public init(
    of password: String, ring: KeyRing, using generator: inout some RandomNumberGenerator
  ) throws(VaultError) {
    let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let hash = try PasswordHash.derive(password, salt: salt, .current, ring: ring)
    self.init(parameters: .current, salt: salt, hash: hash)
  }

  /// Reads a stored hash.
  ///
  /// - Parameter text: a PHC string of scrypt.
  /// - Throws: an error when the text has another form or asks for more work than is allowed.
  public init(_ text: String) throws(VaultError) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
      let parameters = Parameters(parts[2]),
      let salt = Base64URL.bytes(of: String(parts[3])), salt.count == 16,
      let hash = Base64URL.bytes(of: String(parts[4])), hash.count == 32
    else { throw .malformed("a stored password hash has an unknown form") }
    self.init(parameters: parameters, salt: salt, hash: hash)
  }

  private init(parameters: Parameters, salt: [UInt8], hash: [UInt8]) {
    self.parameters = parameters
    self.salt = salt
    self.hash = hash
    text =
      "$scrypt$\(parameters.text)$\(Base64URL.text(of: salt))$\(Base64URL.text(of: hash))"
  }

  /// Whether a password is the one that was hashed.
  ///
  /// - Parameters:
  ///   - password: what was typed.
  ///   - ring: holds the pepper.
  /// - Returns: whether they agree; the time it takes does not tell how nearly.
  /// - Throws: an error when the cryptographic library refuses.
  public func matches(_ password: String, ring: KeyRing) throws(VaultError) -> Bool {
    equalInConstantTime(
      hash, try PasswordHash.derive(password, salt: salt, parameters, ring: ring))
  }

  /// Whether the password should be hashed anew at the next sign-in, since the work asked for has
  /// grown.
  public var isOutdated: Bool { parameters != .current }

  private static func derive(
    _ password: String, salt: [UInt8], _ parameters: Parameters, ring: KeyRing
  ) throws(VaultError) -> [UInt8] {
    let normal = Array(password.precomposedStringWithCanonicalMapping.utf8)
    let keyed = Array(HMAC<SHA256>.authenticationCode(for: normal, using: ring.pepper))
    do {
      return try KDF.Scrypt.deriveKey(
        from: keyed, salt: salt, outputByteCount: 32, rounds: 1 << parameters.logRounds,
        blockSize: parameters.blockSize, parallelism: parameters.parallelism
      ).bytes
    } catch {
      throw .malformed("a password cannot be hashed")
    }
  }
}

extension PasswordHash.Parameters {
  /// Reads `ln=15,r=8,p=3`; nil for another form, or for more than 256 MiB or 16 passes.
  init?(_ text: Substring) {
    var values: [Substring: Int] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=")
      guard sides.count == 2, let value = Int(sides[1]) else { return nil }
      values[sides[0]] = value
    }
    guard values.count == 3, let logRounds = values["ln"], let blockSize = values["r"],
      let parallelism = values["p"], (10...18).contains(logRounds), blockSize == 8,
      (1...16).contains(parallelism)
    else { return nil }
    self.init(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
  }

  var text: String { "ln=\(logRounds),r=\(blockSize),p=\(parallelism)" }
}
