/// The clinical knowledge that everything else reads: instruments, definitions, help lines,
/// words.
///
/// It is loaded once from YAML resources, typed and checked, and then never changes. Every fact in
/// it carries how well it is known and where it comes from; a fact that is uncertain or without a
/// source is refused.
public struct Knowledge: Hashable, Sendable {
  /// The instruments by identifier.
  public internal(set) var instruments: [InstrumentID: Instrument]
  /// How answers depend on severity, for the instruments where a large sample told.
  public let itemParameters: [InstrumentID: ItemParameters]
  /// The lists of words for memory tasks by identifier.
  public let wordLists: [WordListID: WordList]
  /// The published codes that have been looked up; nil when no register was given.
  public let codes: CodeRegister?
  /// The tables from one instrument to another.
  public let crosswalks: [Crosswalk]
  /// What is measured when; nil when no schedule was given.
  public let schedule: MeasurementSchedule?
  /// The definitions by which the course of an episode is read.
  public let course: CourseDefinitions
  /// The help lines of all countries, in the order of the resource.
  public internal(set) var contacts: [HelpContact]
  /// The medicines with their vocabulary, interactions and intervals.
  public let medicines: MedicineCatalogue
  /// The treatments that are no medicines by themselves, by identifier.
  public let treatments: [TreatmentID: Treatment]
  /// What published trials found, by identifier.
  public let trials: [String: TrialResult]
  /// The methods of staging treatment resistance; nil when no document defines them.
  public let staging: StagingDefinitions?
  /// The rules of care with the facts they ask for.
  public var rules: RuleBook
  /// Published time courses of what treatments leave behind; nil when no document gives them.
  public let windows: WindowDefinitions?
  /// Treatments as the simulation of groups sees them, in the order of the resource.
  public let simulatedTreatments: [SimulatedTreatment]
  /// How doses are stepped down, and what is known about it for each medicine.
  public let tapers: TaperCatalogue
  /// The calendars of the due list, with their checklists.
  public let calendars: CareCalendars
  /// What raises signals, and the texts and the plan about safety.
  public internal(set) var safety: SafetyKnowledge
  /// What payers ask for, by identifier.
  public let payerPolicies: [PayerPolicyID: PayerPolicy]
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
