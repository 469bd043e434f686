import Foundation
import Interchange
import PatientRecord
import TestKit
import Testing

@Suite struct ImportPropertyTests {
  static let mapping = """
    source: Diary
    missing: ["", NA]
    time: {date: d, clock: c, clockAs: hh:mm}
    zone: {column: z}
    person: {column: who}
    columns:
      mood: {as: rating, scale: [0, 10], direction: higherIsBetter}
      week: {as: rating, scale: [1, 5], direction: higherIsWorse, oncePer: day}
      q: {as: sleep, field: quality, scale: [1, 7], direction: higherIsBetter}
      wakes: {as: sleep, field: awakenings}
      dose: {as: dose, substance: sertraline, unit: mg, per: day}
      phase: {as: phase}
    """
  static let file = """
    d,c,z,who,mood,week,q,wakes,dose,phase
    2026-03-28,08:00,Europe/Berlin,ann,5,2,4,0,50,a
    2026-03-29,02:30,Europe/Berlin,ann,5,2,4,0,50,a
    2026-03-29,09:00,Europe/Berlin,ann,6,3,3,2,75,"b, c"
    2026-03-29,09:00,Asia/Tokyo,ben,6,,3,1,,b
    2026-10-25,02:30,Europe/Berlin,ann,NA,1,,2,100,a
    2026-10-26,23:59,UTC,ben,7,1,2,1,10,c
    """

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `a spoilt file never traps, loses no row from its counts and minds no cuts`(
    seed: UInt64
  ) throws {
    var dice = Dice(state: seed)
    let bytes = Self.spoilt(Array(Self.file.utf8), &dice)
    let mapping = try Mapping(Self.mapping)
    let whole = try Imported(bytes, mapping)
    let cut = try Imported(bytes, mapping, chunk: Int.random(in: 1...50, using: &dice))
    #expect(cut.failure == whole.failure)
    guard whole.failure == nil else { return }
    #expect(cut.entries == whole.entries)
    #expect(cut.problems == whole.problems)
    #expect(whole.summary.rowsRead == whole.summary.rowsImported + whole.summary.rowsRefused)
    #expect(whole.summary.entriesWritten == whole.entries.count)
    for entry in whole.entries { _ = try RecordCodec.encode(entry) }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `a spoilt mapping is read or refused, never a trap`(seed: UInt64) {
    var dice = Dice(state: seed &+ 5000)
    let text = String(decoding: Self.spoilt(Array(Self.mapping.utf8), &dice), as: UTF8.self)
    do throws(InterchangeError) {
      _ = try Mapping(text)
    } catch {
      #expect(error.place.hasPrefix("mapping"))
      #expect(!error.reason.isEmpty && !error.cure.isEmpty)
    }
  }

  /// Replaces, removes and repeats a few bytes.
  private static func spoilt(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      let index = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0...3, using: &dice) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(Array("\",\n:-9{e[&*".utf8).randomElement(using: &dice) ?? 0, at: index)
      default: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
      }
    }
    return bytes
  }
}
