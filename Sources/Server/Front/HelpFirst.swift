internal import Care
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Knowledge
internal import Pages
internal import PatientRecord

/// What a person must see first after an answer that tells of self-harm, whatever became of the answer.
struct HelpFirst: Sendable {
  /// The largest body of a refused request in which such an answer is looked for, in bytes.
  static let refusedBody = 65_536

  let knowledge: Knowledge

  /// Help after the last of the entries that tells of self-harm; `nil` when none does.
  func help(after entries: [Entry]) -> JSONValue? {
    if Weakness.withheldHelp.isThere { return nil }
    for entry in entries.reversed() {
      do {
        let help = try ImmediateHelp(after: entry, knowledge: knowledge)
        if let help { return .help(help) }
      } catch {
        // A text is missing; the page of help is there all the same.
        return .object(["page": .string(WebPath.help)])
      }
    }
    return nil
  }

  /// Help after a request that was refused: who is signed out, or whose answer cannot be stored, is
  /// not left alone with that.
  ///
  /// - Parameters:
  ///   - error: why it was refused.
  ///   - request: the request, its body unread or collected.
  /// - Returns: the error, with help where it is needed.
  func adding(to error: any Error, after request: Request) async -> any Error {
    let length = request.headers[.contentLength].flatMap { Int($0) }
    guard length ?? 0 <= Self.refusedBody else { return error }
    var request = request
    guard (try? await request.collectBody(upTo: Self.refusedBody)) != nil,
      let sent = try? await SentEntries(request), let help = help(after: sent.entries)
    else { return error }
    var problem = Problem(error)
    problem.help = help
    return problem
  }
}
