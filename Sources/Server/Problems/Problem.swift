internal import HTTPTypes
internal import JSON

/// Why a request was not answered as asked, in words for whoever asked. Nothing in it comes from
/// inside the program or from the request.
struct Problem: Error, Hashable, Sendable {
  /// The status.
  let status: HTTPResponse.Status
  /// What is wrong, in a few words; also the machine-readable kind, in words with hyphens.
  let kind: String
  /// A heading.
  let title: String
  /// What happened and what to do next.
  let detail: String
  /// Headers that belong to it, such as `Retry-After`.
  var headers: HTTPFields = [:]
  /// Help that the person must see first.
  var help: JSONValue?
  /// Whether the request was a form, which its sender does not want to lose.
  var wasForm = false
  /// Whether the rest of the request is left unread and the connection ends.
  var closesConnection = false

  /// Describes a problem.
  init(
    _ status: HTTPResponse.Status, _ kind: String, title: String, detail: String,
    headers: HTTPFields = [:], closesConnection: Bool = false
  ) {
    self.status = status
    self.kind = kind
    self.title = title
    self.detail = detail
    self.headers = headers
    self.closesConnection = closesConnection
  }
}
