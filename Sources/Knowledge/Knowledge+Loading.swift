extension Knowledge {
  /// Reads and checks documents.
  ///
  /// - Parameter documents: the documents in any order: one list of sources or more, one of course
  ///   definitions, any number of instruments, lists of words and lists of contacts.
  /// - Throws: an error that names document, record and field.
  public init(documents: [KnowledgeDocument]) throws(KnowledgeError) {
    var roots: [KnowledgeDocument.Kind: [Field]] = [:]
    // In the order of names, so that the same documents give the same knowledge and the same error.
    for document in documents.sorted(by: { $0.name < $1.name }) {
      let root = try document.parsed()
      roots[try root.kind(), default: []].append(root)
    }
    if let site = roots[.site]?.first {
      throw site.failure(.inconsistent("a site's settings are read by SiteSettings, not here"))
    }
    if let table = roots[.treatmentEffects]?.first ?? roots[.memoryDeficits]?.first {
      throw table.failure(.inconsistent("tables of evidence are read by MemoryEvidence, not here"))
    }
    if let pack = roots[.wording]?.first {
      throw pack.failure(.inconsistent("a site's own wording is read by WordingPack, not here"))
    }
    let library = try Library(merging: roots[.sources] ?? [])
    instruments = try Knowledge.instruments(in: roots[.instrument] ?? [], citing: library)
    codes = try Knowledge.codes(in: roots[.codes] ?? [], citing: library, of: instruments)
    crosswalks = try Knowledge.crosswalks(
      in: roots[.crosswalk] ?? [], citing: library, of: instruments)
    schedule = try Knowledge.schedule(
      in: roots[.schedule] ?? [], citing: library, naming: Set(instruments.keys))
    itemParameters = try Knowledge.itemParameters(
      in: roots[.itemParameters] ?? [], citing: library, of: instruments)
    wordLists = try Knowledge.wordLists(in: roots[.words] ?? [], citing: library)
    course = try Knowledge.course(
      in: roots[.course] ?? [], citing: library, naming: Set(instruments.keys))
    contacts = try Knowledge.contacts(in: roots[.contacts] ?? [], citing: library)
    medicines = try MedicineCatalogue(in: roots, citing: library)
    treatments = try Knowledge.treatments(
      in: roots[.treatments] ?? [], citing: library, naming: medicines)
    trials = try Knowledge.trials(in: roots[.trialResults] ?? [], citing: library)
    staging = try Knowledge.staging(
      in: roots[.stagingMethods] ?? [], citing: library, naming: medicines,
      and: Set(treatments.keys))
    rules = try RuleBook(
      catalogues: roots[.facts] ?? [], families: roots[.rules] ?? [], citing: library)
    windows = try Knowledge.windows(
      in: roots[.windows] ?? [], citing: library, naming: medicines, and: Set(treatments.keys))
    simulatedTreatments = try Knowledge.simulatedTreatments(
      in: roots[.simulatedTreatments] ?? [], citing: library, beside: windows)
    tapers = try TaperCatalogue(in: roots, citing: library, naming: medicines)
    calendars = try CareCalendars(
      in: roots, citing: library,
      naming: CalendarVocabulary(
        instruments: Set(instruments.keys), medicines: medicines, treatments: treatments))
    safety = try SafetyReader(library: library, instruments: instruments).safety(in: roots)
    payerPolicies = try Knowledge.payerPolicies(
      in: roots[.payerPolicy] ?? [], citing: library, of: instruments)
    sources = library.sources
  }

  private static func instruments(
    in roots: [Field], citing library: Library
  ) throws(KnowledgeError) -> [InstrumentID: Instrument] {
    var instruments: [InstrumentID: Instrument] = [:]
    for root in roots {
      var reader = try InstrumentReader(root.named(by: "id"), library: library)
      let instrument = try reader.instrument()
      guard instruments.updateValue(instrument, forKey: instrument.id) == nil else {
        throw root.failure(.duplicate(instrument.id.rawValue))
      }
    }
    return instruments
  }

  private static func itemParameters(
    in roots: [Field], citing library: Library, of instruments: [InstrumentID: Instrument]
  ) throws(KnowledgeError) -> [InstrumentID: ItemParameters] {
    var parameters: [InstrumentID: ItemParameters] = [:]
    for root in roots {
      let read = try ItemParametersReader(root.named(by: "instrument"), library: library)
        .parameters(of: instruments)
      guard parameters.updateValue(read, forKey: read.instrument) == nil else {
        throw root.failure(.duplicate(read.instrument.rawValue))
      }
    }
    return parameters
  }

  private static func wordLists(
    in roots: [Field], citing library: Library
  ) throws(KnowledgeError) -> [WordListID: WordList] {
    var lists: [WordListID: WordList] = [:]
    for root in roots {
      let list = try WordListReader(root.named(by: "id"), library: library).list()
      guard lists.updateValue(list, forKey: list.id) == nil else {
        throw root.failure(.duplicate(list.id.rawValue))
      }
    }
    return lists
  }

  private static func course(
    in roots: [Field], citing library: Library, naming instruments: Set<InstrumentID>
  ) throws(KnowledgeError) -> CourseDefinitions {
    guard let root = roots.first else {
      throw KnowledgeError(
        .inconsistent("no document of kind 'course' is given; add one with the definitions"))
    }
    if roots.count > 1 { throw roots[1].failure(.duplicate("course")) }
    return try CourseReader(root.called("course"), library: library)
      .definitions(naming: instruments)
  }

  private static func contacts(
    in roots: [Field], citing library: Library
  ) throws(KnowledgeError) -> [HelpContact] {
    var contacts: [HelpContact] = []
    for root in roots {
      contacts += try ContactsReader(root.called("contacts"), library: library).contacts()
    }
    return contacts
  }
}
