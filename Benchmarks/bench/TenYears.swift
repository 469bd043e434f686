import Foundation
import Knowledge
import PatientRecord
import Statistics
import Time

/// The record of an invented person who has kept a close diary for ten years: each day some
/// check-ins of four ratings, a night's sleep and a tablet, each week a questionnaire.
struct TenYears {
  let patient = PatientID(rawValue: "bench")
  let entries: [Entry]

  private static let start = Int64(1_420_070_400_000)
  private static let span = 3_652.0

  init(count: Int, knowledge: Knowledge) throws {
    guard let zone = Zone("Europe/Berlin") else { throw BenchError.argument("no zone data") }
    let instrument = InstrumentID(rawValue: "phq9")
    let items = knowledge.instruments[instrument]?.items.map(\.id) ?? []
    guard !items.isEmpty else { throw BenchError.argument("the PHQ-9 is not in Knowledge") }
    var generator = RandomStream(seed: 20_261_121)
    var entries: [Entry] = []
    for index in 0..<count {
      let day = Double(index) * TenYears.span / Double(max(count, 1))
      let instant = Instant(milliseconds: TenYears.start).advanced(byDays: day)
      let fact = try TenYears.fact(index, instant, instrument, items, &generator)
      entries.append(
        Entry(
          id: EntryID(at: instant, using: &generator), patient: patient, author: .patient,
          occurred: .instant(instant, zone), recorded: instant, fact: fact))
    }
    self.entries = entries
  }

  private static func fact(
    _ index: Int, _ instant: Instant, _ instrument: InstrumentID, _ items: [ItemID],
    _ generator: inout RandomStream
  ) throws -> Fact {
    if index % 96 == 0 {
      let answers = items.map { ($0, Int.random(in: 0...3, using: &generator)) }
      return .response(
        try Response(
          instrument: instrument, content: .answers(Dictionary(uniqueKeysWithValues: answers))))
    }
    switch index % 14 {
    case 0:
      return .sleep(
        try Sleep(duration: Minutes(Double.random(in: 240...540, using: &generator))))
    case 1:
      return .intake(Intake(substance: try Name("Tablet"), outcome: .taken))
    default:
      let scale = try RatingScale(minimum: 0, maximum: 10, direction: .higherIsBetter)
      let ratings = try ["mood", "energy", "interest", "calm"].map {
        ItemRating(
          item: .init(rawValue: $0),
          rating: try Rating(Double(Int.random(in: 0...10, using: &generator)), on: scale))
      }
      return .checkIn(try CheckIn(ratings: ratings))
    }
  }
}
