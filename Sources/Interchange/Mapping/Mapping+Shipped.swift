private import Foundation

extension Mapping {
  /// The names of the mappings that ship with the program, in alphabetical order.
  public static let shippedNames = ["flueckiger", "kossakowski"]

  /// Loads a mapping that ships with the program.
  ///
  /// - Parameter name: one of ``shippedNames``.
  /// - Returns: the mapping.
  /// - Throws: that there is no such mapping.
  public static func shipped(named name: String) throws(InterchangeError) -> Mapping {
    guard shippedNames.contains(name),
      let url = Bundle.module.url(
        forResource: name, withExtension: "yaml", subdirectory: "Mappings"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else {
      throw InterchangeError(
        place: "mapping \(name.quotedShort)", reason: "no mapping of this name ships here",
        cure: "name one of \(shippedNames.joined(separator: ", ")), or give a file")
    }
    return try Mapping(text)
  }
}
