internal import Accounts
internal import HTTPTypes

extension Problem {
  /// What is said when something with accounts could not be done. A page that can do better shows
  /// the form again with the error beside its field.
  init(_ error: AccountsError) {
    switch error {
    case .signedOut: self = .signInFirst
    case .refused(.signInUnfinished):
      self = Problem(
        .forbidden, "sign-in-unfinished", title: "Signing in is not finished",
        detail: "Enter the code of your second factor first.")
    case .refused(.foreignAuthor):
      self = Problem(
        .forbidden, "foreign-author", title: "An entry is written in one's own name",
        detail:
          "Nothing was stored. A patient's author is the patient, a clinician's their account.")
    case .refused: self = .notAllowed
    case .proofNeeded:
      self = Problem(
        .forbidden, "proof-needed", title: "Please show that it is you",
        detail: "Enter your password or a code again, then do it once more.")
    case .wrongCredentials, .wrongCode:
      self = Problem(
        .unauthorized, "wrong-credentials", title: "This did not work", detail: error.sentence)
    case .delayed(let seconds): self = .tooMany(seconds: seconds)
    case .busy(let seconds):
      self = Problem(
        .serviceUnavailable, "busy", title: "Too much at once", detail: error.sentence,
        headers: [.retryAfter: "\(seconds)"])
    case .deadLink:
      self = Problem(
        .gone, "dead-link", title: "This link is no longer good", detail: error.sentence)
    case .changedMeanwhile, .alreadySetUp, .emailTaken, .lastAdmin, .registrationFull:
      self = Problem(
        .conflict, "conflict", title: "This cannot be done now", detail: error.sentence)
    case .noAccount, .notFound: self = .notFound
    case .registrationClosed: self = .notAllowed
    case .weakPassword, .invalid:
      self = Problem(
        .unprocessableContent, "invalid", title: "Please correct this", detail: error.sentence)
    }
  }
}

extension AccountsError {
  /// The error as a sentence.
  var sentence: String {
    let text = description
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
