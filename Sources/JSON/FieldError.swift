/// Why a value does not fit the type it was read as or written from, and at which field.
public struct FieldError: Error, Hashable, Sendable {
  /// The path of the field, such as `fact.checkIn.ratings[2].value`; empty for the whole value.
  public let path: String
  /// What is wrong.
  public let reason: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - path: the field's path below the value that throws; empty for the value itself.
  ///   - reason: what is wrong, in words that say what was expected.
  public init(_ path: String = "", _ reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The same error seen from the owner of a field.
  func within(_ name: String) -> FieldError {
    let isJoined = path.isEmpty || path.hasPrefix("[")
    return FieldError(isJoined ? name + path : "\(name).\(path)", reason)
  }

  /// The same error seen from the owner of a list.
  func within(_ index: Int) -> FieldError { within("[\(index)]") }

  /// Any error as one of a field.
  static func wrapping(_ error: any Error) -> FieldError {
    switch error {
    case let error as FieldError: error
    case DecodingError.dataCorrupted(let context): FieldError("", context.debugDescription)
    case DecodingError.typeMismatch(_, let context): FieldError("", context.debugDescription)
    case DecodingError.valueNotFound(_, let context): FieldError("", context.debugDescription)
    case DecodingError.keyNotFound(let key, _): FieldError(key.stringValue, "missing")
    case EncodingError.invalidValue(_, let context): FieldError("", context.debugDescription)
    default: FieldError("", String(describing: error))
    }
  }
}

extension FieldError: CustomStringConvertible {
  public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}
