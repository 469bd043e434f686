/// The clinical knowledge that everything else reads: instruments, definitions, help lines.
///
/// It is loaded once from YAML resources, typed and checked, and then never changes. Every fact in
/// it carries how well it is known and where it comes from; a fact that is uncertain or without a
/// source is refused.
public struct Knowledge: Hashable, Sendable {
  /// The instruments by identifier.
  public let instruments: [InstrumentID: Instrument]
  /// How answers depend on severity, for the instruments where a large sample told.
  public let itemParameters: [InstrumentID: ItemParameters]
  /// The definitions by which the course of an episode is read.
  public let course: CourseDefinitions
  /// The help lines of all countries, in the order of the resource.
  public let contacts: [HelpContact]
  /// The rules of care with the facts they ask for.
  public let rules: RuleBook
  /// The sources by identifier.
  public let sources: [SourceID: Source]
  /// The country that a site has set for its help lines; nil when none was set.
  public internal(set) var country: String?

  /// Loads the knowledge that ships with the program.
  ///
  /// - Returns: the knowledge.
  /// - Throws: an error that names document, record and field.
  public static func bundled() throws(KnowledgeError) -> Knowledge {
    try Knowledge(documents: KnowledgeDocument.bundled())
  }
}
