/// The names under which forms send what was entered.
public enum FormField: String, Hashable, Sendable, CaseIterable {
  /// The value that says that the form is ours.
  case csrf = "form-token"
  /// The name of a person.
  case name
  /// An e-mail address.
  case email
  /// The password that one has.
  case password
  /// A password that one chooses.
  case newPassword
  /// The chosen password once more.
  case passwordAgain
  /// A code of six digits.
  case code
  /// A recovery code.
  case recoveryCode
  /// Why a record must be opened.
  case reason
  /// The identifier of a person's record.
  case person
  /// What an account may be used for.
  case role
  /// The identifier of an account.
  case account
  /// The identifier of a session.
  case session
  /// The identifier of something to agree to.
  case consent
  /// What is asked for it: ``FormAnswer``.
  case answer
  /// A long text.
  case text
  /// The identifier of a note.
  case note
  /// The identifier of the note that another corrects.
  case corrects
  /// The identifier of the opening of a record in an emergency.
  case emergency
  /// A word that is typed to confirm.
  case confirmation
  /// Whose form it is; see ``Visit/formOwner``.
  case owner = "form-owner"
  /// What the form is about, as the heading of its page says.
  case about
  /// What was written before somebody turned out to be signed out, sealed.
  case unsent
}

/// What a button that stands for one of several answers sends.
public enum FormAnswer: String, Hashable, Sendable, CaseIterable {
  /// Agree, add or switch on.
  case yes
  /// Withdraw, remove or switch off.
  case no
}
