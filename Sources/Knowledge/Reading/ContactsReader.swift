/// Reads a document of kind `contacts`.
struct ContactsReader {
  private let library: Library
  private let record: Object

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: Library.recordKeys.union(["contacts"]))
  }

  /// Reads the document.
  ///
  /// - Returns: the contacts in their order.
  /// - Throws: an error that names the contact and the field.
  func contacts() throws(KnowledgeError) -> [HelpContact] {
    _ = try library.provenance(of: record)
    var contacts: [HelpContact] = []
    for field in try record.required("contacts").list() { contacts.append(try contact(field)) }
    return contacts
  }

  private func contact(_ field: Field) throws(KnowledgeError) -> HelpContact {
    let object = try field.object(
      keys: Library.evidenceKeys.union([
        "country", "kind", "name", "number", "hours", "url", "verifiedOn",
      ]))
    let evidence = try library.evidence(of: object)
    let contact = HelpContact(
      country: try object.optionalText("country"), kind: try object.required("kind").choice(),
      name: try object.required("name").text(), number: try object.optionalText("number"),
      hours: try object.optionalText("hours"), note: evidence.note,
      url: try object.optionalText("url"), verifiedOn: try object.optional("verifiedOn")?.day(),
      evidence: evidence)
    guard contact.number != nil || contact.url != nil else {
      throw field.failure(.inconsistent("a contact needs a number or a page"))
    }
    return contact
  }
}
