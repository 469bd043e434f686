/// What was wrong with what a form sent, with words that help to mend it.
public enum FormProblem: Hashable, Sendable {
  /// E-mail address and password do not go together; the same for an unknown address.
  case wrongSignIn
  /// The current password is another.
  case wrongPassword
  /// The code is wrong, too old, or was used before.
  case wrongCode
  /// The recovery code is wrong or was used before.
  case wrongRecoveryCode
  /// The name is empty or too long.
  case name
  /// It is not an e-mail address.
  case email
  /// The password has fewer characters than this.
  case shortPassword(minimum: Int)
  /// The password has more characters than this.
  case longPassword(maximum: Int)
  /// The password is among those that are tried first.
  case commonPassword
  /// The password holds the e-mail address or the name.
  case personalPassword
  /// The two passwords differ.
  case differentPasswords
  /// The reason has fewer characters than this.
  case shortReason(minimum: Int)
  /// There is no such record, or not for this account.
  case person
  /// No role was chosen.
  case role
  /// The text is empty or has more characters than this.
  case text(maximum: Int)
  /// The word was not typed.
  case confirmation
  /// Too many tries; again after these words, such as `in 30 seconds`.
  case tooManyTries(again: String)
  /// The form is too old, or did not come from here.
  case oldForm
  /// Something else, in words that are ready to be shown.
  case other(FormField?, String)

  /// The field it is about; nil for the form as a whole.
  public var field: FormField? {
    switch self {
    case .wrongSignIn: .email
    case .wrongPassword: .password
    case .wrongCode: .code
    case .wrongRecoveryCode: .recoveryCode
    case .name: .name
    case .email: .email
    case .shortPassword, .longPassword, .commonPassword, .personalPassword: .newPassword
    case .differentPasswords: .passwordAgain
    case .shortReason: .reason
    case .person: .person
    case .role: .role
    case .text: .text
    case .confirmation: .confirmation
    case .tooManyTries, .oldForm: nil
    case .other(let field, _): field
    }
  }

  /// What is wrong and what to do, in a sentence or two.
  public var text: String {
    switch self {
    case .wrongSignIn: "E-mail address and password do not go together. Please check both."
    case .wrongPassword: "This is not your current password. Please try again."
    case .wrongCode: "This code is not right, or no longer. Please enter the one shown now."
    case .wrongRecoveryCode: "This code is not right, or was used before. Please try another."
    case .name: "Please enter a name, of at most 100 characters."
    case .email: "Please enter an e-mail address, such as name@example.org."
    case .shortPassword(let minimum): "Please choose at least \(minimum) characters."
    case .longPassword(let maximum): "Please choose at most \(maximum) characters."
    case .commonPassword:
      "Many people use this password, so it is tried first. Please choose another."
    case .personalPassword: "Please choose a password without your name or e-mail address in it."
    case .differentPasswords: "The two passwords differ. Please enter the same one twice."
    case .shortReason(let minimum): "Please say why, in at least \(minimum) characters."
    case .person: "There is no such record here. Please check the number."
    case .role: "Please choose what the account is for."
    case .text(let maximum):
      "Please write something, of at most \(CountText.grouped(maximum)) characters."
    case .confirmation: "Please type the word as it is shown."
    case .tooManyTries(let again): "There were many tries. Please try again \(again)."
    case .oldForm: "The form was open for too long. Please send it again."
    case .other(_, let text): text
    }
  }
}
