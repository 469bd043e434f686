internal import PatientRecord

extension Mapping {
  /// Says which character stands between fields, in place of the one that the mapping names.
  ///
  /// - Parameter separator: the character.
  /// - Returns: the mapping with the other separator.
  public func separated(by separator: Separator) -> Mapping {
    var mapping = self
    mapping.separator = separator
    return mapping
  }

  /// Says whom the rows are about, in place of the one person that the mapping names.
  ///
  /// - Parameter person: an identifier of 1 to 200 characters.
  /// - Returns: the mapping with the other person.
  /// - Throws: that the file itself says row by row whom it is about, or that this is no identifier.
  public func about(person: String) throws(InterchangeError) -> Mapping {
    if let column = self.person.column {
      throw InterchangeError(
        place: "mapping, person",
        reason: "the column \(column) says row by row whom the file is about",
        cure: "leave the person out here, or write person: NAME in the mapping")
    }
    guard let name = try? Name(person.trimmed) else {
      throw InterchangeError(
        place: "person \(person.quotedShort)", reason: "this is no identifier",
        cure: "write an identifier of 1 to \(Name.limit) characters")
    }
    var mapping = self
    mapping.person = .fixed(name.text)
    return mapping
  }
}
