public import Time
public import Vault

/// A session as it was found for one request: who asks, and as what.
public struct Session: Sendable {
  /// How far somebody has come in signing in.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// The password was right; the second factor is due.
    case password
    /// The password was right; a second factor has to be set up before anything else.
    case settingUp
    /// Signed in.
    case full
  }

  /// Names the session in lists; it opens nothing.
  public let handle: SessionHandle
  /// Who asks.
  public let actor: Actor
  /// When it began.
  public let created: Instant
  /// When it was last used, to the minute.
  public let seen: Instant
  /// When it ends whatever is done.
  public let ends: Instant
  /// When it ends unless it is used again.
  public let idleEnds: Instant
  /// Makes and checks the token of its forms.
  public let form: FormSecret
}

/// The name of a session in a list: 16 bytes.
public struct SessionHandle: Hashable, Sendable, LosslessStringConvertible {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a handle.
  ///
  /// - Parameter description: 32 hexadecimal digits; anything else gives `nil`.
  public init?(_ description: String) {
    guard let bytes = Hexadecimal.bytes(of: description), bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  public var description: String { Hexadecimal.text(of: bytes) }
}

/// A session in the list that its owner sees.
public struct SessionSummary: Hashable, Sendable {
  /// Its name in the list.
  public let handle: SessionHandle
  /// The device, as it named itself when signing in.
  public let device: String
  /// When it began.
  public let created: Instant
  /// When it was last used, to the minute.
  public let seen: Instant
  /// Whether it is the session that asks.
  public let isThisOne: Bool
}
