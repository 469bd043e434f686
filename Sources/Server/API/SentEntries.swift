internal import Hummingbird
internal import JSON
internal import PatientRecord

/// The entries of a request: one, a list of them, or a line for each.
struct SentEntries: Sendable {
  /// Those that could be read.
  private(set) var entries: [Entry] = []
  /// Why nothing is stored, when something could not be read.
  private(set) var problem: Problem?

  /// Reads the body of a request.
  init(_ request: Request) async throws {
    let type = try request.checkType(["application/json", "application/x-ndjson"])
    let bytes = try await request.bytes()
    if type == "application/json" { read(json: bytes) } else { read(lines: bytes) }
    if entries.isEmpty, problem == nil {
      problem = .unreadable(at: "", "there is no entry")
    }
    if entries.count > APIRoutes.entriesAtOnce {
      problem = problem ?? .tooManyEntries(limit: APIRoutes.entriesAtOnce)
    }
  }

  private mutating func read(json bytes: [UInt8]) {
    do {
      switch try JSONValue(parsing: bytes) {
      case .array(let values):
        for (index, value) in values.enumerated() {
          take(
            Result { () throws(RecordError) in try RecordCodec.decode(value, number: index + 1) },
            "entry")
        }
      case let value:
        take(Result { () throws(RecordError) in try RecordCodec.decode(value, number: 1) }, "entry")
      }
    } catch {
      problem = .unreadable(error)
    }
  }

  private mutating func read(lines bytes: [UInt8]) {
    for line in RecordReader.lines(of: bytes) { take(line, "line") }
  }

  private mutating func take(_ result: Result<Entry, RecordError>, _ unit: String) {
    switch result {
    case .success(let entry): entries.append(entry)
    case .failure(let error):
      let place = [error.line.map { "\(unit) \($0)" }, error.field.isEmpty ? nil : error.field]
      problem =
        problem
        ?? .unreadable(at: place.compactMap(\.self).joined(separator: ", "), error.reason)
    }
  }
}

extension Problem {
  /// - Parameter limit: the most entries of one request.
  /// - Returns: the problem.
  static func tooManyEntries(limit: Int) -> Problem {
    Problem(
      .contentTooLarge, "too-large", title: "Too much at once",
      detail: "Send at most \(limit) entries in one request.")
  }
}
