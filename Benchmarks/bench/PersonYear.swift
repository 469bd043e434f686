import Knowledge
import PatientRecord
import Simulation
import Time

/// The record of an invented person over a year, as the bytes of its file.
struct PersonYear: Sendable {
  let bytes: [UInt8]
  let patient: PatientID
  /// The end of the last day.
  let end: Instant

  /// Shares of days without a check-in: somebody who hardly misses one to somebody who often does.
  private static let missing = [0.02, 0.18, 0.35, 0.55]

  init(seed: UInt64, knowledge: Knowledge) throws {
    guard let start = Day(year: 2025, month: 1, day: 1) else { throw BenchError.argument("day") }
    let person = try SyntheticPerson(
      .init(
        days: 365, firstDay: start, zone: .utc, seed: seed,
        missing: Self.missing[Int(seed % UInt64(Self.missing.count))]))
    let entries = try person.entries(knowledge: knowledge)
    patient = entries[0].patient
    bytes = try Array(entries.map { try RecordCodec.encode($0) + "\n" }.joined().utf8)
    end = Instant(milliseconds: (Int64(start.number) + 365) * 86_400_000 - 1)
  }
}
