internal import JSON
internal import Logging
internal import PatientRecord
internal import Time

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Writes each event as one line of JSON: when (UTC), how grave, what, and what is known about it.
struct JSONLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  var logLevel: Logger.Level

  private let clock: any Clock
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - logLevel: what is less grave is left out.
  ///   - clock: says when.
  ///   - write: takes a line with its end.
  init(
    logLevel: Logger.Level, clock: any Clock,
    write: @escaping @Sendable (String) -> Void = JSONLogHandler.standardError
  ) {
    self.logLevel = logLevel
    self.clock = clock
    self.write = write
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line = JSONObject()
    line["time"] = .string(clock.now.description)
    line["level"] = .string(event.level.rawValue)
    line["event"] = .string(event.message.description)
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    for (key, value) in all.sorted(by: { $0.key < $1.key }) where line[key] == nil {
      line[key] = Self.json(value)
    }
    write(JSONValue.object(line).text() + "\n")
  }

  private static func json(_ value: Logger.Metadata.Value) -> JSONValue {
    switch value {
    case .string(let text): number(text) ?? .string(text)
    case .stringConvertible(let value): number(value.description) ?? .string(value.description)
    case .array(let values): .array(values.map(json))
    case .dictionary(let members):
      .object(
        members.sorted { $0.key < $1.key }.reduce(into: JSONObject()) {
          $0[$1.key] = json($1.value)
        })
    }
  }

  /// A count is written as one, so that logs can be searched for what took long.
  private static func number(_ text: String) -> JSONValue? {
    guard text.utf8.count < 10, let number = Int(text), String(number) == text else { return nil }
    return .number(number)
  }

  /// Writes a whole line at once, so that the lines of two threads do not mix.
  static let standardError: @Sendable (String) -> Void = { line in
    var bytes = Array(line.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
