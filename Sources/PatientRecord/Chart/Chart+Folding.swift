public import Knowledge

extension Chart {
  /// Reads the record of one patient.
  ///
  /// Takes time in proportion to `n log n` for `n` entries.
  /// - Parameters:
  ///   - entries: entries in any order; those of other patients are left out.
  ///   - patient: whose chart it is.
  ///   - knowledge: what the instruments are scored by.
  public init(entries: some Sequence<Entry>, patient: PatientID, knowledge: Knowledge) {
    let set = EntrySet(entries, of: patient)
    let versions = Versions(set)
    let ordered = Chart.ordered(set.entries)
    var folding = ChartFolding(knowledge: knowledge)
    var standing = ordered
    var history: [HistoricEntry] = []
    // Most records have no history, and are not copied.
    if !versions.states.isEmpty {
      history = ordered.compactMap { entry in
        versions.states[entry.id].map { HistoricEntry(entry: entry, state: $0) }
      }
      standing.removeAll { versions.states[$0.id] != nil }
    }
    for entry in standing { folding.add(entry) }
    let conflicts = set.conflicts.map { ChartProblem(entry: $0, kind: .conflictingEntries) }
    let problems = conflicts + versions.problems + folding.problems + folding.strayAcknowledgements
    self.init(
      patient: patient, entries: standing, history: history, folding: folding,
      problems: Chart.ordered(problems))
  }

  /// The patients that entries are about.
  ///
  /// - Parameter entries: entries of any patients.
  /// - Returns: their identifiers in order.
  public static func patients(in entries: some Sequence<Entry>) -> [PatientID] {
    Set(entries.lazy.map(\.patient)).sorted()
  }

  /// The fingerprint of all entries of the record, whether they count or not.
  ///
  /// It is computed anew each time, from everything that every entry says.
  public var digest: RecordDigest { RecordDigest(of: entries + history.map(\.entry)) }

  /// Orders entries by time, then by identifier.
  private static func ordered(_ entries: [Entry]) -> [Entry] {
    let keys = entries.indices.map {
      (start: entries[$0].occurred.start, id: entries[$0].id, index: $0)
    }
    // Records are mostly stored in the order of time: then there is nothing to copy.
    let isOrdered = keys.indices.dropFirst().allSatisfy {
      (keys[$0 - 1].start, keys[$0 - 1].id) <= (keys[$0].start, keys[$0].id)
    }
    if isOrdered { return entries }
    return keys.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map { entries[$0.index] }
  }

  /// Orders problems by entry, then by what they say.
  private static func ordered(_ problems: [ChartProblem]) -> [ChartProblem] {
    problems.map { ($0.entry, $0.description, $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      .map(\.2)
  }
}
