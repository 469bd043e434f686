import Knowledge

extension Knowledge {
  /// The knowledge that ships with the program, as a site has set it.
  ///
  /// - Parameter site: a file of the site's settings, if it has any.
  /// - Returns: the knowledge.
  /// - Throws: ``BadInput`` when the settings cannot be used.
  static func shipped(site: InputFile? = nil) throws -> Knowledge {
    let shipped = try Knowledge(documents: try KnowledgeDocument.bundled())
    guard let site else { return shipped }
    do {
      let document = KnowledgeDocument(name: site.name, text: try site.text())
      return try shipped.adjusted(by: try SiteSettings(document: document))
    } catch let error as KnowledgeError {
      throw BadInput("--site \(site.name)", error)
    }
  }
}
