internal import Archive
internal import HTTPTypes

extension Problem {
  /// What is said when something with records could not be done.
  init(_ error: ArchiveError) {
    switch error {
    case .conflict:
      self = Problem(
        .conflict, "conflict", title: "Another entry has this identifier",
        detail: "Nothing was stored. Give the new entry an identifier of its own.")
    case .unknownNote: self = .notFound
    case .erased:
      self = Problem(
        .gone, "erased", title: "This record was erased",
        detail: "Nothing can be added to it or read from it.")
    case .full:
      self = Problem(
        .init(code: 507, reasonPhrase: "Insufficient Storage"), "full",
        title: "There is no room to store more",
        detail: "Nothing was stored. Keep what you sent and send it again later.",
        headers: [.retryAfter: "60"])
    case .outcomeUnknown:
      self = Problem(
        .serviceUnavailable, "outcome-unknown", title: "Whether it was stored is not known",
        detail: "Send it again with the same identifiers: nothing is stored twice.",
        headers: [.retryAfter: "5"])
    case .busy: self = .busy
    case .stopped, .owned:
      self = Problem(
        .serviceUnavailable, "stopped", title: "Nothing can be stored just now",
        detail: "Keep what you sent and send it again later.", headers: [.retryAfter: "60"])
    case .newerLayout, .notAnArchive, .damaged, .foreignKeys, .refused: self = .internalFault
    }
  }
}
