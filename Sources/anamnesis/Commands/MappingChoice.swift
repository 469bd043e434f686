import Interchange

/// A mapping as the command line names it: a file, or one that ships with the program.
struct MappingChoice {
  private let name: String

  /// Takes what the command line says.
  ///
  /// - Parameter name: the name of a shipped mapping or a path.
  init(_ name: String) {
    self.name = name
  }

  /// The file, unless the mapping is one that ships.
  var file: InputFile? {
    Mapping.shippedNames.contains(name) ? nil : InputFile(argument: name)
  }

  /// Reads the mapping.
  ///
  /// - Parameters:
  ///   - person: whom the rows are about, in place of the one that the mapping names.
  ///   - separator: the character between fields, in place of the one that the mapping names.
  /// - Returns: the mapping.
  /// - Throws: ``BadInput`` that names the mapping.
  func mapping(person: String?, separator: Separator?) throws -> Mapping {
    do {
      var mapping = try read()
      if let separator { mapping = mapping.separated(by: separator) }
      return try person.map { try mapping.about(person: $0) } ?? mapping
    } catch let error as InterchangeError {
      throw BadInput(name, error)
    }
  }

  private func read() throws -> Mapping {
    if Mapping.shippedNames.contains(name) { return try Mapping.shipped(named: name) }
    guard let file, FileStatus(name) != nil else {
      throw BadInput(
        "--mapping \(name)", "there is no such file and no shipped mapping of this name",
        cure: "name a file, or one of \(Mapping.shippedNames.joined(separator: ", "))")
    }
    return try Mapping(try file.text())
  }
}
