/// Writes Swift types as JSON.
///
/// Members stand in the order the type writes them; dictionaries, which have no order, are written
/// by name. A number that is not finite is refused, because JSON has no word for it.
public struct ValueEncoder: Sendable {
  /// Creates an encoder.
  public init() {}

  /// Writes a value.
  ///
  /// - Parameter value: what to write.
  /// - Returns: the JSON that holds it.
  /// - Throws: an error that names the field that cannot be written.
  public func encode(_ value: some Encodable) throws(FieldError) -> JSONValue {
    do {
      return try BuildingEncoder.encode(value)
    } catch {
      throw FieldError.wrapping(error)
    }
  }
}
