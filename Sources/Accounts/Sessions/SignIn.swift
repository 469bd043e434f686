public import Vault

/// What somebody sends to sign in.
public struct Credentials: Sendable {
  let email: String
  let password: String
  let code: String?
  let device: String

  /// Takes up what somebody sent.
  ///
  /// - Parameters:
  ///   - email: their e-mail.
  ///   - password: their password.
  ///   - code: a code of their second factor, where they gave one at once; it passes every pause.
  ///   - device: how the device names itself, for the list of sessions; cut at 200 characters.
  public init(email: String, password: String, code: String? = nil, device: String = "") {
    self.email = email
    self.password = password
    self.code = code
    self.device = String(device.unicodeScalars.prefix(200).map(Character.init))
  }
}

/// A session that began, or went a step further: its token is for the cookie.
public struct SignIn: Sendable {
  /// The session's secret; only its digest is stored.
  public let token: Token
  /// How far its owner has come.
  public let stage: Session.Stage
  /// Whose account it is.
  public let account: AccountID
}
