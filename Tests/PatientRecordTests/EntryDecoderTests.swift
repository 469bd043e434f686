import Foundation
import JSON
import Knowledge
import TestKit
import Testing
import Time

@testable import PatientRecord

/// A line is read in one of two ways, by how it stands; both must take and refuse the same.
@Suite struct EntryDecoderTests {
  private func strict(_ line: [UInt8]) -> Result<Entry, RecordError> {
    Result { () throws(RecordError) in
      try RecordCodec.decodeValue(line, in: line.indices, number: 1)
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `a line as it is written is read in one pass, and as the same entry`(seed: UInt64) throws {
    var source = RandomEntries(seed: seed)
    var scanner = EntryScanner()
    var inOnePass = 0
    let entries = try source.entries(4 * Fact.Kind.allCases.count)
    for entry in entries {
      let line = Array(try RecordCodec.encode(entry).utf8)
      let quick = scanner.entry(in: line, line.indices)
      if quick != nil { inOnePass += 1 }
      #expect(quick == nil || quick == entry, "seed \(seed)")
      #expect(try strict(line).get() == entry, "seed \(seed)")
    }
    // Texts that need an escape are left to the strict reader.
    #expect(inOnePass * 2 > entries.count, "\(inOnePass) of \(entries.count)")
  }

  @Test(arguments: UInt64(1)...30)
  func `nothing is taken in one pass that the strict reader refuses`(seed: UInt64) throws {
    var source = RandomEntries(seed: seed)
    var random = SeededRandom(seed: seed &* 977)
    var decoder = EntryDecoder()
    var (taken, refused) = (0, 0)
    for entry in try source.entries(2 * Fact.Kind.allCases.count) {
      let line = Array(try RecordCodec.encode(entry).utf8)
      for _ in 0..<20 {
        let changed = changed(line, &random)
        var scanner = EntryScanner()
        let quick = scanner.entry(in: changed, changed.indices)
        let slow = strict(changed)
        if let quick { #expect(try quick == slow.get(), "seed \(seed)") }
        let decoded = Result { () throws(RecordError) in
          try decoder.decode(changed, number: 1)
        }
        #expect(decoded == slow, "seed \(seed)")
        if case .success = slow { taken += 1 } else { refused += 1 }
      }
    }
    #expect(taken > 50 && refused > 50, "\(taken) taken, \(refused) refused")
  }

  @Test(arguments: UInt64(1)...5)
  func `the moment a store accepted it takes the place of what the line says`(seed: UInt64) throws {
    var source = RandomEntries(seed: seed)
    var decoder = EntryDecoder()
    let moment = Instant(milliseconds: 1_800_000_000_123)
    for entry in try source.entries(2 * Fact.Kind.allCases.count) {
      for sent in [entry, entry.recorded(at: nil)] {
        let line = Array(try RecordCodec.encode(sent).utf8)
        let read = try decoder.decode(line, number: 1, recorded: moment)
        #expect(read == entry.recorded(at: moment) && read.recorded == moment, "seed \(seed)")
        #expect(try decoder.decode(line, number: 1) == sent, "seed \(seed)")
      }
    }
  }

  @Test func `entries are equal when all that they say is`() throws {
    var source = RandomEntries(seed: 7)
    let entries = try source.entries(2 * Fact.Kind.allCases.count)
    for entry in entries {
      let same = Entry(
        id: entry.id, patient: entry.patient, author: entry.author, occurred: entry.occurred,
        recorded: entry.recorded, supersedes: entry.supersedes, fact: entry.fact)
      #expect(same == entry && same.hashValue == entry.hashValue)
      let others = [
        Entry(
          id: entry.id, patient: PatientID(rawValue: "somebody else"), author: entry.author,
          occurred: entry.occurred,
          recorded: entry.recorded, supersedes: entry.supersedes, fact: entry.fact),
        Entry(
          id: entry.id, patient: entry.patient, author: .imported(source: try Name("elsewhere")),
          occurred: entry.occurred, recorded: entry.recorded, supersedes: entry.supersedes,
          fact: entry.fact),
        Entry(
          id: entry.id, patient: entry.patient, author: entry.author,
          occurred: .instant(Instant(milliseconds: 1), .utc), recorded: entry.recorded,
          supersedes: entry.supersedes, fact: entry.fact),
        Entry(
          id: entry.id, patient: entry.patient, author: entry.author, occurred: entry.occurred,
          recorded: entry.recorded, supersedes: entries.last { $0.id != entry.supersedes }?.id,
          fact: entry.fact),
        entry.recorded(at: Instant(milliseconds: 2)),
        Entry(
          id: entry.id, patient: entry.patient, author: entry.author, occurred: entry.occurred,
          recorded: entry.recorded, supersedes: entry.supersedes,
          fact: .void(Withdrawal(entry: entry.id, reason: try FreeText("a mistake")))),
      ]
      for other in others { #expect(other != entry) }
    }
    #expect(Set(entries + entries).count == entries.count)
  }

  @Test func `what lines have in common is not mixed up`() throws {
    var decoder = EntryDecoder()
    var lines: [(line: [UInt8], entry: Entry)] = []
    for seed in UInt64(1)...10 {
      var source = RandomEntries(seed: seed)
      lines += try source.entries(52).map { (Array(try RecordCodec.encode($0).utf8), $0) }
    }
    var random = SeededRandom(seed: 5)
    for (line, entry) in lines.shuffled(using: &random) {
      #expect(try decoder.decode(line, number: 1) == entry)
    }
  }

  @Test func `a fact nested as deep as may be is read, and one deeper is refused`() throws {
    for (levels, isRead) in [(61, true), (62, false)] {
      let trials = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
      var source = RandomEntries(seed: 1)
      let line = try RecordCodec.encode(source.entry(.taskResult))
      let start = try #require(line.range(of: #""fact":"#)).lowerBound
      let fact =
        #""fact":{"taskResult":{"task":"words","version":"1","summary":[],"trials":\#(trials)}}}"#
      let deep = Array((line[..<start] + fact).utf8)
      var scanner = EntryScanner()
      let quick = scanner.entry(in: deep, deep.indices)
      #expect((quick != nil) == isRead, "\(levels)")
      #expect(((try? strict(deep).get()) != nil) == isRead, "\(levels)")
    }
  }

  /// A line with a byte or a piece changed, as an accident would.
  private func changed(_ line: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var line = line
    let place = Int.random(in: 0..<line.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: line[place] = UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &random)
    case 1: line[place] = UInt8.random(in: .min ... .max, using: &random)
    case 2: line.remove(at: place)
    case 3:
      line.insert(contentsOf: Array(" ,0\"{}[]".utf8).shuffled(using: &random)[..<1], at: place)
    default:
      let other = Int.random(in: 0..<line.count, using: &random)
      line.insert(contentsOf: line[min(place, other)..<max(place, other)], at: place)
    }
    return line
  }
}
