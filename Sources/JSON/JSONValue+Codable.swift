extension JSONValue: Codable {
  /// Takes the value itself from ``StrictDecoder``; other decoders do not keep what it holds.
  ///
  /// - Parameter decoder: a decoder of this module.
  /// - Throws: an error with any other decoder.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? ValueDecoder else {
      throw FieldError("", "JSON as it stands is read by StrictDecoder only")
    }
    self = decoder.whole()
  }

  /// Gives the value itself to ``ValueEncoder``.
  ///
  /// - Parameter encoder: an encoder of this module.
  /// - Throws: an error with any other encoder.
  public func encode(to encoder: any Encoder) throws {
    guard let encoder = encoder as? BuildingEncoder else {
      throw FieldError("", "JSON as it stands is written by ValueEncoder only")
    }
    encoder.set(self)
  }
}
