import Foundation
import JSON
import PatientRecord
import Simulation
import Time

/// Writes a clinic of invented people into a folder: files of records and a summary, `clinic.json`.
struct ClinicFolder {
  let path: String
  let clinic: Clinic
  let people: Int
  let peoplePerFile: Int
  let threads: Int
  let showsProgress: Bool

  static let summaryName = "clinic.json"
  private static let stem = "invented-"

  /// How many files of records there will be.
  var files: Int { (people + peoplePerFile - 1) / peoplePerFile }

  /// Makes the folder when there is none and refuses one that holds anything, before any work.
  ///
  /// - Parameter canReplace: whether a clinic that stands there is removed; other files stay.
  /// - Throws: ``BadInput``.
  func prepare(canReplace: Bool) throws {
    if FileStatus(path) == nil, mkdir(path, 0o700) != 0 { throw OutputFault.current(path) }
    guard FileStatus(path)?.isFolder == true else {
      throw BadInput(path, "this is a file", cure: "name a folder")
    }
    guard access(path, R_OK | W_OK | X_OK) == 0,
      let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { throw BadInput(path, "the folder may not be written to", cure: "name another folder") }
    guard names.isEmpty || canReplace else {
      throw BadInput(
        path, "the folder is not empty",
        cure: "name another, or give --force to replace a clinic that stands there")
    }
    for name in names where isOwn(name) { unlink(place(name)) }
  }

  /// Writes everything.
  ///
  /// - Returns: what the clinic holds.
  /// - Throws: ``BadInput`` when a file cannot be written.
  func write() throws -> ClinicTally {
    let ledger = RunLedger(total: people)
    let written = WrittenPeople()
    let interruption = Interruption {
      ledger.stop()
      try? writeSummary(written.tally, isComplete: false)
    }
    defer { withExtendedLifetime(interruption) {} }
    var progress = Progress(of: "people", every: peoplePerFile, isShown: showsProgress)
    try OrderedWork(count: files, threads: threads).run { index in
      Result { try writeFile(index, ledger) }
    } deliver: { result in
      let tally = written.add(try result.get())
      try ledger.deliver { _ in progress.reached(tally.people) }
    }
    progress.end()
    let tally = written.tally
    try writeSummary(tally, isComplete: true)
    return tally
  }

  /// Writes the people of one file, holding one of them at a time.
  private func writeFile(_ index: Int, _ ledger: RunLedger) throws -> ClinicTally {
    let first = index * peoplePerFile + 1
    let last = min(first + peoplePerFile - 1, people)
    let encoder = EntryEncoder()
    var tally = ClinicTally()
    var lines: [UInt8] = []
    try ledger.write(WholeFile(place(name(from: first, to: last)))) { sink in
      for number in first...last {
        let person = try clinic.person(number)
        lines.removeAll(keepingCapacity: true)
        for entry in person.entries {
          try encoder.encode(entry, to: &lines)
          lines.append(UInt8(ascii: "\n"))
        }
        try sink.write(lines)
        tally.add(person.tally)
      }
    }
    return tally
  }

  private func writeSummary(_ tally: ClinicTally, isComplete: Bool) throws {
    let text = summary(tally, isComplete: isComplete).text(.pretty)
    try WholeFile(place(Self.summaryName)).write { try $0.writeLine(text) }
  }

  private func summary(_ tally: ClinicTally, isComplete: Bool) -> JSONValue {
    var kinds = JSONObject()
    for kind in Fact.Kind.allCases { kinds[kind.rawValue] = .number(tally.entries[kind] ?? 0) }
    return .object([
      "what": .string("Invented people. Nobody in these files is or was a real person."),
      "version": .number(1), "isComplete": .bool(isComplete),
      "seed": .number(Int(clinic.settings.seed)),
      "firstDay": .string(clinic.settings.firstDay.description),
      "days": .number(clinic.settings.days), "people": .number(tally.people),
      "peopleAskedFor": .number(people), "peoplePerFile": .number(peoplePerFile),
      "entries": .number(tally.entryCount), "entriesByKind": .object(kinds),
      "leavers": .number(tally.leavers), "relapses": .number(tally.relapses),
      "answersAboveLowestToSelfHarm": .number(tally.safetyAnswers),
      "peopleWithSuchAnswers": .number(tally.peopleWithSafetyAnswers),
      "openSignals": .number(tally.openSignals),
    ])
  }

  private func name(from first: Int, to last: Int) -> String {
    let start = Clinic.patient(first).rawValue
    guard peoplePerFile > 1 else { return start + RecordFolder.ending }
    return "\(start)-to-\(Clinic.patient(last).rawValue.dropFirst(Self.stem.count))"
      + RecordFolder.ending
  }

  private func isOwn(_ name: String) -> Bool {
    name == Self.summaryName || name.hasPrefix(Self.stem) && name.hasSuffix(RecordFolder.ending)
  }

  private func place(_ name: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }
}

/// What has been written so far, for whoever has to stop at any moment.
///
/// It is shared between threads: the tally is read and changed only while `lock` is held.
private final class WrittenPeople: @unchecked Sendable {
  private let lock = NSLock()
  private var sum = ClinicTally()

  var tally: ClinicTally { lock.withLock { sum } }

  func add(_ tally: ClinicTally) -> ClinicTally {
    lock.withLock {
      sum.add(tally)
      return sum
    }
  }
}
