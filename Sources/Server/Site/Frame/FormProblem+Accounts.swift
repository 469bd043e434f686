internal import Accounts
internal import Hummingbird
internal import Pages

extension AccountsError {
  /// What a form says about the error, beside the field it is about.
  ///
  /// - Parameter wrong: what is said of a wrong password.
  /// - Returns: `nil` when the form cannot mend it.
  func problem(wrong: FormProblem = .wrongPassword) -> FormProblem? {
    switch self {
    case .wrongCredentials: wrong
    case .wrongCode: .wrongCode
    case .delayed(let seconds), .busy(let seconds):
      .tooManyTries(again: Moments.again(seconds: seconds))
    case .weakPassword(.tooShort): .shortPassword(minimum: PasswordRule.shortest)
    case .weakPassword(.tooLong): .longPassword(maximum: PasswordRule.longest)
    case .weakPassword(.common): .commonPassword
    case .weakPassword(.containsEmail): .personalPassword
    case .invalid("email", _): .email
    case .invalid("name", _): .name
    case .invalid("reason", _): .shortReason(minimum: BreakGlass.shortestReason)
    case .emailTaken: .other(.email, sentence)
    case .invalid, .lastAdmin, .changedMeanwhile, .alreadySetUp, .registrationFull:
      .other(nil, sentence)
    case .notFound("record"): .person
    case .noAccount: .other(nil, sentence)
    case .deadLink, .signedOut, .proofNeeded, .refused, .notFound, .registrationClosed: nil
    }
  }
}

/// Does what a form asked for, or shows the form again with what has to be mended.
///
/// - Parameters:
///   - wrong: what is said of a wrong password.
///   - page: makes the page with problems.
///   - work: what is asked for.
/// - Returns: the answer.
/// - Throws: what is no fault of what was typed.
func mending(
  wrong: FormProblem = .wrongPassword, _ page: ([FormProblem]) async throws -> String,
  _ work: () async throws -> Response
) async throws -> Response {
  do {
    return try await work()
  } catch let error as AccountsError {
    guard let problem = error.problem(wrong: wrong) else { throw error }
    return .mending(try await page([problem]))
  } catch let mistake as Mistakes {
    return .mending(try await page(mistake.problems))
  }
}

/// What is wrong with a form before anything was done.
struct Mistakes: Error {
  let problems: [FormProblem]

  init(_ problems: FormProblem...) { self.problems = problems }

  /// The chosen password, when it was typed twice alike.
  static func newPassword(in form: FormFields) throws -> String {
    let password = form[.newPassword]
    guard password == form[.passwordAgain] else { throw Mistakes(.differentPasswords) }
    return password
  }
}
