import JSON
import Time

/// Entries of one patient, each identifier once.
struct EntrySet {
  private(set) var entries: [Entry] = []
  private(set) var positions: [EntryID: Int] = [:]
  private(set) var conflicts: Set<EntryID> = []

  init(_ all: some Sequence<Entry>, of patient: PatientID) {
    entries.reserveCapacity(all.underestimatedCount)
    positions.reserveCapacity(all.underestimatedCount)
    for entry in all where entry.patient == patient { insert(entry) }
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
