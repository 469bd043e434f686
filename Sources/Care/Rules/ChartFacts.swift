public import Knowledge
public import PatientRecord
public import Time

/// Reads from a chart the facts that rules ask for, with the day of each.
///
/// Only what the record truly holds becomes a fact. A list in a record is never complete: a medicine
/// or diagnosis that it does not name stays unknown. What only a clinician can state is given beside
/// it, and wins where both know a fact.
public struct ChartFacts {
  let chart: Chart
  let today: Day
  let knowledge: Knowledge
  let directory: MedicineDirectory
  let primary: InstrumentID?
  let staging: Staging
  /// The scores with their changes up to today.
  let scores: [ScoresPart]

  /// Where the trials of treatment come from.
  enum Staging {
    /// From this record, which may not hold all of them.
    case record(StagingCase)
    /// From somebody who listed them.
    case stated(StagingCase)

    var person: StagingCase {
      switch self {
      case .record(let person), .stated(let person): person
      }
    }
  }

  /// Prepares the reading.
  ///
  /// - Parameters:
  ///   - chart: the chart; what happened after `today` is left out.
  ///   - today: the day on which is asked.
  ///   - knowledge: instruments, medicines, methods of staging and the catalogue of facts.
  ///   - directory: what names of medicines mean; nil for the catalogue of medicines.
  ///   - primary: the scale that improvement is read from; nil for the depression scale with the
  ///     most scores.
  ///   - trials: the trials of treatment as somebody listed them; nil for those of the record.
  public init(
    of chart: Chart, on today: Day, using knowledge: Knowledge,
    directory: MedicineDirectory? = nil, primary: InstrumentID? = nil, trials: StagingCase? = nil
  ) {
    let builder = ReviewBuilder(
      chart: chart, today: today, knowledge: knowledge, settings: ReviewSettings())
    self.init(
      of: chart, on: today, using: knowledge,
      directory: directory ?? MedicineDirectory(knowledge), primary: primary,
      staging: trials.map(Staging.stated)
        ?? .record(StagingCase(chart: chart, asOf: today, knowledge: knowledge)),
      scores: builder.allScores())
  }

  init(
    of chart: Chart, on today: Day, using knowledge: Knowledge, directory: MedicineDirectory,
    primary: InstrumentID?, staging: Staging, scores: [ScoresPart]
  ) {
    self.chart = chart
    self.today = today
    self.knowledge = knowledge
    self.directory = directory
    self.primary = primary
    self.staging = staging
    self.scores = scores.filter { ($0.latest?.day ?? today) <= today }
    looseSessions = StretchReader(chart: chart, today: today, knowledge: knowledge)
      .sessionsWithoutCourse()
    medicines = []
    medicines = recordedMedicines()
  }

  /// Sessions that belong to no course, by kind.
  let looseSessions: [TreatmentStretch]

  /// The medicines of the record.
  private(set) var medicines: [RecordedMedicine]

  /// Medicines that are taken and have no record in the catalogue, as the record names them: no rule
  /// knows anything about them.
  public var unlistedMedicines: [String] {
    medicines.filter { $0.isTaken && !directory.isListed($0.id) }.map(\.name)
  }

  /// Reads the facts.
  ///
  /// - Parameter stated: what somebody stated; it wins over the record.
  /// - Returns: what the record and the statements hold of them, and what follows from it.
  public func facts(stated: KnownFacts = KnownFacts()) -> KnownFacts {
    var facts = KnownFacts()
    let found =
      scoreFacts() + courseFacts() + medicineFacts() + bodyFacts() + careFacts() + sessionFacts()
      + stagingFacts()
    for (reference, fact) in found { facts[reference] = fact }
    return MedicineFacts(directory).completing(facts.merged(with: stated))
  }

  /// A word of a set and the day of the entry it comes from.
  struct DatedWord {
    let word: String
    let day: Day
  }

  typealias Found = [(FactReference, KnownFact)]

  /// The words that the catalogue lists for a set.
  func vocabulary(of id: FactID) -> Set<String> {
    guard case .set(.listed(let words))? = knowledge.rules.definitions[id]?.kind else { return [] }
    return words
  }

  /// A set that a record names in part, of words that the catalogue lists; none when it names none.
  func partialSet(
    _ id: FactID, has: [DatedWord], hasNot: [DatedWord] = []
  ) -> Found {
    let words = vocabulary(of: id)
    let (has, hasNot) = (
      has.filter { words.contains($0.word) }, hasNot.filter { words.contains($0.word) }
    )
    guard let last = (has + hasNot).map(\.day).max() else { return [] }
    let set = KnownSet(
      has: Set(has.map(\.word)), hasNot: Set(hasNot.map(\.word)), isComplete: false)
    return [(FactReference(id), KnownFact(.set(set), on: last))]
  }

  /// What happened up to today.
  func past<Content>(_ all: [Dated<Content>]) -> [Dated<Content>] {
    guard let last = all.last, last.day > today else { return all }
    return all.filter { $0.day <= today }
  }
}
