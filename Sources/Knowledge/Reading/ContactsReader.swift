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
    let object = try field.object(keys: Library.evidenceKeys.union(HelpContact.keys))
    return try HelpContact(object, evidence: library.evidence(of: object))
  }
}

extension HelpContact {
  /// The keys of a contact beside those of its evidence.
  static let keys: Set<String> = [
    "country", "kind", "name", "number", "hours", "languages", "url", "verifiedOn",
  ]

  /// Reads a contact.
  ///
  /// - Parameters:
  ///   - object: its fields.
  ///   - evidence: how well it is known.
  /// - Throws: an error that names the field, or when nobody could be reached.
  init(_ object: Object, evidence: Evidence) throws(KnowledgeError) {
    let contact = HelpContact(
      country: try object.optionalText("country"), kind: try object.required("kind").choice(),
      name: try object.required("name").text(), number: try object.optionalText("number"),
      hours: try object.optionalText("hours"),
      languages: try object.optional("languages")?.texts() ?? [], note: evidence.note,
      url: try object.optionalText("url"), verifiedOn: try object.optional("verifiedOn")?.day(),
      evidence: evidence)
    guard contact.number != nil || contact.url != nil else {
      throw object.place.failure(.inconsistent("a contact needs a number or a page"))
    }
    self = contact
  }
}
