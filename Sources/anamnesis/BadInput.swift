/// Something that was given to the program and cannot be used: where, why, and what to do.
struct BadInput: Error, CustomStringConvertible {
  let description: String

  /// Describes a fault.
  ///
  /// - Parameters:
  ///   - place: the file, line, column or option.
  ///   - reason: what is wrong, without a full stop.
  ///   - cure: what to do about it, without a full stop.
  init(_ place: String, _ reason: String, cure: String) {
    description = "\(place): \(reason); \(cure)"
  }

  /// Puts a place in front of a library's own message.
  ///
  /// - Parameters:
  ///   - place: the file, line, column or option.
  ///   - error: the library's error.
  init(_ place: String, _ error: any Error) {
    description = "\(place): \(error)"
  }
}
