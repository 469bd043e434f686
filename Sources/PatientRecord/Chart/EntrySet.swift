import JSON
import Time

/// Entries of one patient, each identifier once.
struct EntrySet {
  private(set) var entries: [Entry] = []
  private(set) var positions: [EntryID: Int] = [:]
  private(set) var conflicts: Set<EntryID> = []

  init(_ all: some Sequence<Entry>, of patient: PatientID) {
    let given = Array(all)
    positions.reserveCapacity(given.count)
    // Mostly all are one patient's, each once: they are taken as they are, without a copy.
    let count = number(given, of: patient)
    entries = count == given.count ? given : Array(given[..<count])
    for entry in given[count...] where entry.patient == patient { insert(entry) }
  }

  /// Notes the places of entries up to the first that is of another patient or comes again.
  ///
  /// - Returns: how many are noted.
  private mutating func number(_ given: [Entry], of patient: PatientID) -> Int {
    for index in given.indices {
      guard given[index].patient == patient else { return index }
      if let earlier = positions.updateValue(index, forKey: given[index].id) {
        positions[given[index].id] = earlier
        return index
      }
    }
    return given.count
  }

  func contains(_ id: EntryID) -> Bool { positions[id] != nil }

  private mutating func insert(_ entry: Entry) {
    guard let position = positions[entry.id] else {
      positions[entry.id] = entries.count
      entries.append(entry)
      return
    }
    let known = entries[position]
    if known == entry { return }
    if known.recorded(at: nil) == entry.recorded(at: nil) {
      let moments = [known.recorded, entry.recorded].compactMap(\.self)
      entries[position] = entry.recorded(at: moments.min())
    } else {
      conflicts.insert(entry.id)
      entries[position] =
        [known, entry].min { EntrySet.text(of: $0) < EntrySet.text(of: $1) } ?? entry
    }
  }

  /// What orders entries of one identifier, whatever order they come in.
  private static func text(of entry: Entry) -> String {
    (try? RecordCodec.value(of: entry).text()) ?? ""
  }
}
