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
    let place = "mapping \(name.quotedShort)"
    guard shippedNames.contains(name) else {
      throw InterchangeError(
        place: place, reason: "no mapping of this name ships here",
        cure: "name one of \(shippedNames.joined(separator: ", ")), or give a file")
    }
    // `Bundle.module` would end the process when the folder is absent; this leads to an error.
    let folder = Bundle.main.bundleURL.appending(path: "anamnesis_Interchange.resources/Mappings")
    let file = folder.appending(path: "\(name).yaml")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw InterchangeError(
        place: place, reason: "the file that ships cannot be read",
        cure: "install the program's resource folder beside it")
    }
    return try Mapping(text)
  }
}
