import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// The rules of which entries count, on a table of small records.
@Suite struct ChartRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The numbers and corrections of check-ins.
    var checkIns: [(number: Int, supersedes: Int?)]
    /// The targets and corrections of voids.
    var voids: [(target: Int, number: Int, supersedes: Int?)] = []
    /// The check-ins that count.
    let counts: [Int]
    var problems: [String] = []
  }

  static func id(_ number: Int) -> String { EntryID.sample(number).description }

  static let cases = [
    Case(testDescription: "a correction", checkIns: [(1, nil), (2, 1)], counts: [2]),
    Case(testDescription: "a chain", checkIns: [(1, nil), (2, 1), (3, 2)], counts: [3]),
    Case(
      testDescription: "two corrections of one entry", checkIns: [(1, nil), (2, 1), (3, 1)],
      counts: [3],
      problems: ["entry \(id(2)): corrects entry \(id(1)), as does another; entry \(id(3)) counts"]),
    Case(
      testDescription: "a correction of a missing entry", checkIns: [(2, 1)], counts: [2],
      problems: ["entry \(id(2)): corrects entry \(id(1)), which is not in the record"]),
    Case(
      testDescription: "a correction of itself", checkIns: [(1, 1)], counts: [1],
      problems: ["entry \(id(1)): corrections run in a circle; entry \(id(1)) counts"]),
    Case(
      testDescription: "a circle", checkIns: [(1, 3), (2, 1), (3, 2)], counts: [3],
      problems: ["entry \(id(3)): corrections run in a circle; entry \(id(3)) counts"]),
    Case(
      testDescription: "a void", checkIns: [(1, nil), (2, nil)], voids: [(1, 9, nil)], counts: [2]),
    Case(
      testDescription: "a void of a correction", checkIns: [(1, nil), (2, 1)], voids: [(2, 9, nil)],
      counts: []),
    Case(
      testDescription: "a void of an earlier version", checkIns: [(1, nil), (2, 1)],
      voids: [(1, 9, nil)], counts: [2]),
    Case(
      testDescription: "a void of a void", checkIns: [(1, nil)], voids: [(1, 8, nil), (8, 9, nil)],
      counts: [1]),
    Case(
      testDescription: "a void of a void of a void", checkIns: [(1, nil)],
      voids: [(1, 7, nil), (7, 8, nil), (8, 9, nil)], counts: []),
    Case(
      testDescription: "a corrected void", checkIns: [(1, nil), (2, nil)],
      voids: [(1, 8, nil), (2, 9, 8)], counts: [1]),
    Case(
      testDescription: "a void of itself", checkIns: [(1, nil)], voids: [(9, 9, nil)], counts: [1],
      problems: ["entry \(id(9)): withdrawals run in a circle and have no effect"]),
    Case(
      testDescription: "voids of each other", checkIns: [(1, nil)],
      voids: [(9, 8, nil), (8, 9, nil)], counts: [1],
      problems: [
        "entry \(id(8)): withdrawals run in a circle and have no effect",
        "entry \(id(9)): withdrawals run in a circle and have no effect",
      ]),
    Case(
      testDescription: "a void of a missing entry", checkIns: [(1, nil)], voids: [(5, 9, nil)],
      counts: [1],
      problems: ["entry \(id(9)): withdraws entry \(id(5)), which is not in the record"]),
  ]

  @Test(arguments: cases)
  func `what counts`(example: Case) throws {
    let entries =
      try example.checkIns.map { try Entry.checkIn($0.number, supersedes: $0.supersedes) }
      + example.voids.map { try Entry.void($0.target, $0.number, supersedes: $0.supersedes) }
    let knowledge = try Knowledge.bundled()
    for order in [entries, entries.reversed()] {
      let chart = Chart(entries: order, patient: .sample, knowledge: knowledge)
      let counted = chart.checkIns.flatMap(\.points).map(\.entry)
      #expect(counted == example.counts.map { EntryID.sample($0) })
      #expect(chart.problems.map(\.description) == example.problems)
      #expect(chart.entries.count + chart.history.count == entries.count)
    }
  }

  @Test func `the history says by what an entry was replaced or withdrawn`() throws {
    let entries = [
      try Entry.checkIn(1), try .checkIn(2, supersedes: 1), try .void(2, 9),
    ]
    let chart = Chart(entries: entries, patient: .sample, knowledge: try .bundled())
    #expect(
      chart.history.map(\.state) == [
        .superseded(by: .sample(2)), .voided(by: .sample(9), reason: try FreeText("a test")),
      ])
    #expect(chart.history.map(\.entry) == Array(entries.prefix(2)))
  }

  @Test func `of two entries with one identifier the same counts in any order`() throws {
    let (one, other) = (try Entry.checkIn(["mood": 1]), try Entry.checkIn(["mood": 2]))
    for order in [[one, other], [other, one], [one, other, one]] {
      let chart = Chart(entries: order, patient: .sample, knowledge: try .bundled())
      #expect(chart.entries == [one])
      #expect(chart.problems.map(\.kind) == [.conflictingEntries])
    }
  }

  @Test func `copies recorded at different moments are one entry`() throws {
    let entry = try Entry.checkIn(["mood": 1])
    let copies = [
      entry, entry.recorded(at: .sample.advanced(byDays: 1)), entry.recorded(at: .sample),
    ]
    let chart = Chart(entries: copies, patient: .sample, knowledge: try .bundled())
    #expect(chart.entries == [entry.recorded(at: .sample)])
    #expect(chart.problems.isEmpty)
  }

  @Test func `a chain of fifty thousand corrections is followed`() throws {
    let entries = try (1...50_000).map { try Entry.checkIn($0, supersedes: $0 > 1 ? $0 - 1 : nil) }
    let chart = Chart(entries: entries.reversed(), patient: .sample, knowledge: try .bundled())
    #expect(chart.entries.map(\.id) == [.sample(50_000)])
  }
}

extension Entry {
  fileprivate static func checkIn(_ number: Int, supersedes: Int? = nil) throws -> Entry {
    try .checkIn(["mood": 5], number, supersedes: supersedes)
  }
}
