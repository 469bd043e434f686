/// Reads Swift types from JSON and refuses every member that the type does not ask for.
///
/// A field that nobody reads is a misspelling or comes from a newer version; passing over it would
/// lose a fact in silence. Errors name the field by its path and say what was expected.
/// `codingPath` is empty while decoding, because paths are only put together when an error rises.
public struct StrictDecoder: Sendable {
  /// Creates a decoder.
  public init() {}

  /// Reads a value.
  ///
  /// - Parameters:
  ///   - type: the type to read.
  ///   - value: the JSON that holds it.
  /// - Returns: the value.
  /// - Throws: an error that names the field.
  public func decode<Value: Decodable>(
    _ type: Value.Type, from value: JSONValue
  ) throws(FieldError) -> Value {
    do {
      return try ValueDecoder.decode(type, from: value)
    } catch {
      throw FieldError.wrapping(error)
    }
  }
}
