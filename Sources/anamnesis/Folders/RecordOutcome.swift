/// What became of one record of a folder.
struct RecordOutcome: Sendable {
  enum End: Sendable {
    /// The report stands in its file.
    case written(ReviewTally)
    /// The report, to be written to the standard output.
    case line(String, ReviewTally)
    /// There is no report, and why.
    case failed(any Error)
  }

  /// Sentences about lines of the record that cannot be read.
  let complaints: [String]
  let end: End

  init(_ complaints: Complaints, _ end: End) {
    self.complaints = complaints.sentences
    self.end = end
  }

  /// Gathers complaints about one record, the first of them word for word.
  final class Complaints {
    private var shown: [String] = []
    private var count = 0

    /// How many are shown word for word.
    private static let limit = 20

    func add(_ sentence: String) {
      count += 1
      if shown.count < Self.limit { shown.append(sentence) }
    }

    var sentences: [String] {
      count > shown.count
        ? shown + ["… and \(count - shown.count) more lines of this record"] : shown
    }
  }
}
