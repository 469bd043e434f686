/// What names of medicines in a record mean: identifiers, and the classes and flags they carry.
///
/// Without a directory a medicine is known by its own name alone and by no class.
public struct MedicineDirectory: Hashable, Sendable {
  /// Identifiers by name in lower case.
  public let identifiers: [String: String]
  /// Classes and flags by identifier.
  public let classes: [String: Set<String>]

  /// Creates a directory.
  ///
  /// - Parameters:
  ///   - identifiers: identifiers by name; letter case does not matter.
  ///   - classes: classes and flags by identifier.
  public init(identifiers: [String: String] = [:], classes: [String: Set<String>] = [:]) {
    self.identifiers = Dictionary(identifiers.map { ($0.key.lowercased(), $0.value) }) { first, _ in
      first
    }
    self.classes = classes
  }

  /// The identifier of a medicine.
  ///
  /// - Parameter name: its name as the record has it.
  /// - Returns: the directory's identifier, else the name itself in lower case with hyphens.
  public func identifier(for name: String) -> String {
    identifiers[name.lowercased()] ?? hyphenated(name)
  }
}

/// A name in lower case whose spaces and underscores are hyphens, as resources write identifiers.
func hyphenated(_ name: String) -> String {
  let words = name.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
  return words.joined(separator: "-")
}
