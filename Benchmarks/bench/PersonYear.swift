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

  init(seed: UInt64, knowledge: Knowledge) throws {
    guard let start = Day(year: 2025, month: 1, day: 1) else { throw BenchError.argument("day") }
    let clinic = try Clinic(
      Clinic.Settings(
        firstDay: start, days: 365, seed: 1, zone: .utc, staggersIntake: false),
      knowledge: knowledge)
    let person = try clinic.person(Int(clamping: seed))
    patient = person.patient
    var lines: [UInt8] = []
    for entry in person.entries {
      try EntryEncoder().encode(entry, to: &lines)
      lines.append(UInt8(ascii: "\n"))
    }
    bytes = lines
    end = Instant(milliseconds: (Int64(start.number) + 365) * 86_400_000 - 1)
  }
}
