internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import JSON

extension Response {
  /// An account with its version as entity tag.
  static func version(_ account: Account) -> Response {
    var response = json(.account(account))
    response.headers[.eTag] = "\"\(account.version)\""
    return response
  }
}

extension Request {
  /// The version that whoever changes something saw.
  ///
  /// - Throws: ``Problem`` when `If-Match` is missing or names no version.
  func version() throws(Problem) -> Int64 {
    guard let text = headers[.ifMatch] else { throw .versionNeeded }
    guard text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 2,
      let version = Int64(text.dropFirst().dropLast())
    else { throw .unknownVersion }
    return version
  }
}

extension Problem {
  static let versionNeeded = Problem(
    .preconditionRequired, "version-needed", title: "Say which version you saw",
    detail: "Send the ETag of what you read as If-Match, so that nobody's change is lost.")

  static let unknownVersion = Problem(
    .preconditionFailed, "changed-meanwhile", title: "Somebody changed this meanwhile",
    detail: "If-Match names no version of it. Read it again, then change it.")

  /// - Parameter version: the version there is now.
  /// - Returns: the problem.
  static func changedMeanwhile(version: Int64) -> Problem {
    Problem(
      .preconditionFailed, "changed-meanwhile", title: "Somebody changed this meanwhile",
      detail: "It is at version \(version) now. Read it again, then change it.",
      headers: [.eTag: "\"\(version)\""])
  }
}
