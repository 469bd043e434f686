public import Knowledge
public import PatientRecord
public import Time

/// Reads from a chart the facts that rules ask for, with the day of each.
///
/// Only what the record truly holds becomes a fact. A list in a record is never complete: a medicine
/// or diagnosis that it does not name stays unknown. What only a clinician can state, such as age,
/// is merged in afterwards with ``Knowledge/KnownFacts/merged(with:)``.
public struct ChartFacts {
  let chart: Chart
  let today: Day
  let knowledge: Knowledge
  let medicines: MedicineDirectory
  let primary: InstrumentID?

  /// Prepares the reading.
  ///
  /// - Parameters:
  ///   - chart: the chart; what happened after `today` is left out.
  ///   - today: the day on which is asked.
  ///   - knowledge: instruments, and the catalogue of facts.
  ///   - medicines: what names of medicines mean.
  ///   - primary: the scale that improvement is read from; nil for the depression scale with the
  ///     most scores.
  public init(
    of chart: Chart, on today: Day, using knowledge: Knowledge,
    medicines: MedicineDirectory = MedicineDirectory(), primary: InstrumentID? = nil
  ) {
    self.chart = chart
    self.today = today
    self.knowledge = knowledge
    self.medicines = medicines
    self.primary = primary
  }

  /// Reads the facts.
  ///
  /// - Returns: what the record holds of them.
  public func facts() -> KnownFacts {
    var facts = KnownFacts()
    for (reference, fact) in scoreFacts() + medicineFacts() + bodyFacts() + careFacts() {
      facts[reference] = fact
    }
    return facts
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
    all.filter { $0.day <= today }
  }
}
