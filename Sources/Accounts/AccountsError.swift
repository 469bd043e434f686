/// Why something with accounts could not be done, and what to do about it.
public enum AccountsError: Error, Hashable, Sendable {
  /// E-mail and password do not belong together. An unknown e-mail gives the same error.
  case wrongCredentials
  /// The code is wrong, was used, or has run out.
  case wrongCode
  /// Too many tries; the next counts after this many seconds.
  case delayed(seconds: Int)
  /// Too many passwords are being checked; try again after this many seconds.
  case busy(seconds: Int)
  /// The link was used, has run out, or never was.
  case deadLink
  /// The password cannot be taken.
  case weakPassword(PasswordFault)
  /// There is no session, or it has ended.
  case signedOut
  /// It has to be shown anew that it is the owner who asks.
  case proofNeeded
  /// Policy refuses.
  case refused(Refusal)
  /// The account was changed meanwhile.
  case changedMeanwhile(version: Int64)
  /// There is no such account.
  case noAccount
  /// There is no such thing to change.
  case notFound(String)
  /// Another account has this e-mail.
  case emailTaken
  /// Nobody would be left to manage accounts.
  case lastAdmin
  /// There are accounts already.
  case alreadySetUp
  /// People cannot ask for an account here by themselves.
  case registrationClosed
  /// As many people wait for an account as may.
  case registrationFull
  /// A value has the wrong form.
  case invalid(field: String, reason: String)
}

extension AccountsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .wrongCredentials: "this e-mail and password do not belong together; try again"
    case .wrongCode: "this code is not valid; wait for the next one, or use a recovery code"
    case .delayed(let seconds): "too many tries; wait \(seconds) seconds and try again"
    case .busy(let seconds): "many people are signing in; try again in \(seconds) seconds"
    case .deadLink: "this link was used already or has run out; ask for a new one"
    case .weakPassword(let fault): fault.description
    case .signedOut: "you are signed out; sign in again"
    case .proofNeeded: "enter your password or a code again first"
    case .refused(let refusal): refusal.description
    case .changedMeanwhile(let version):
      "somebody changed this meanwhile (version \(version)); look at it again, then change it"
    case .noAccount: "there is no such account"
    case .notFound(let what): "there is no such \(what)"
    case .emailTaken: "another account has this e-mail; use another one"
    case .lastAdmin: "this is the last account that can manage accounts; make another one first"
    case .alreadySetUp: "this installation is set up already; sign in"
    case .registrationClosed: "accounts are made by invitation here; ask your clinic"
    case .registrationFull: "many people wait for an account already; ask your clinic"
    case .invalid(let field, let reason): "\(field): \(reason)"
    }
  }
}
