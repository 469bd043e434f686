internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import NIOCore

extension Request {
  /// The body, which was collected and held against its limit before.
  func bytes() async throws -> [UInt8] {
    let buffer = try await body.collect(upTo: .max)
    return Array(buffer.readableBytesView)
  }

  /// The body's JSON as a value of a type.
  ///
  /// - Throws: ``Problem`` that names the place.
  func value<Value: Decodable>(_ type: Value.Type = Value.self) async throws -> Value {
    try checkType(["application/json"])
    do {
      return try StrictDecoder().decode(type, from: JSONValue(parsing: try await bytes()))
    } catch let error as JSONError {
      throw Problem.unreadable(error)
    } catch let error as FieldError {
      throw Problem.unreadable(at: error.path, error.reason)
    }
  }

  /// Refuses a body of another type.
  ///
  /// - Returns: the type.
  @discardableResult
  func checkType(_ known: [String]) throws -> String {
    let type = headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
    guard let found = known.first(where: { type.filter { $0 != " " } == $0 }) else {
      throw Problem.unknownType(known)
    }
    return found
  }
}

extension Problem {
  /// - Parameter known: the types that are read.
  /// - Returns: the problem.
  static func unknownType(_ known: [String]) -> Problem {
    Problem(
      .unsupportedMediaType, "unknown-type", title: "This form of data is not read here",
      detail: "Send it with the Content-Type \(known.joined(separator: " or ")).")
  }

  static func unreadable(_ error: JSONError) -> Problem {
    unreadable(at: "line \(error.line), column \(error.column)", error.reason)
  }

  /// Says what cannot be read and where, without a word of what was sent.
  static func unreadable(at place: String, _ reason: String) -> Problem {
    let isPlain = place.utf8.count <= 200 && place.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    let place = isPlain ? place : "a field"
    return Problem(
      .unprocessableContent, "unreadable", title: "This cannot be read",
      detail:
        "\(place.isEmpty ? "the whole" : place): \(withoutQuotations(reason)). Correct it and send it again."
    )
  }

  /// A reason without what it quotes of the data.
  private static func withoutQuotations(_ reason: String) -> String {
    guard let first = reason.firstIndex(of: "\""), let last = reason.lastIndex(of: "\""),
      first < last
    else { return reason }
    return reason[..<first] + "what stands there" + reason[reason.index(after: last)...]
  }
}
