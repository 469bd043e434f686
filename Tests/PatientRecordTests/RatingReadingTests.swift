import Foundation
import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing

/// Ratings are read in two ways, by how they stand; both must take and refuse the same.
@Suite struct RatingReadingTests {
  private func line(_ rating: String) throws -> String {
    let line = try RecordCodec.encode(try .checkIn(["mood": 5]))
    let start = try #require(line.range(of: "\"ratings\":["))
    let end = try #require(line.range(of: "]", range: start.upperBound..<line.endIndex))
    return line.replacingCharacters(in: start.upperBound..<end.lowerBound, with: rating)
  }

  private let scale = #"{"minimum":0,"maximum":10,"direction":"higherIsBetter"}"#

  @Test func `the order of members does not matter`() throws {
    let entry = try Entry.checkIn(["mood": 5])
    let shuffled = #"{"direction":"higherIsBetter","maximum":10,"minimum":0}"#
    for text in [
      #"{"item":"mood","rating":{"value":5,"scale":\#(scale)}}"#,
      #"{"rating":{"value":5,"scale":\#(scale)},"item":"mood"}"#,
      #"{"item":"mood","rating":{"scale":\#(scale),"value":5.0}}"#,
      #"{"item":"mood","rating":{"value":5,"scale":\#(shuffled)}}"#,
    ] {
      #expect(try RecordCodec.decode(line: try line(text), number: 1) == entry, "\(text)")
    }
  }

  @Test(arguments: [
    (
      #"{"item":"mood","rating":{"value":11,"scale":SCALE}}"#,
      "ratings[0].rating.value", "11.0 is not on the scale from 0.0 to 10.0"
    ),
    (
      #"{"item":"mood","rating":{"value":"5","scale":SCALE}}"#,
      "ratings[0].rating.value", "expected a number, found a text"
    ),
    (
      #"{"item":"mood","rating":{"value":5,"scale":SCALE,"more":1}}"#,
      "ratings[0].rating.more", "unknown field"
    ),
    (#"{"item":"mood"}"#, "ratings[0].rating", "missing"),
    (
      #"{"item":"mood","rating":{"value":5,"scale":SCALE}},7"#,
      "ratings[1]", "expected an object, found a number"
    ),
  ])
  func `a rating that breaks a rule is refused by its place`(
    text: String, field: String, reason: String
  ) throws {
    let line = try line(text.replacingOccurrences(of: "SCALE", with: scale))
    let error = #expect(throws: RecordError.self) { try RecordCodec.decode(line: line, number: 3) }
    #expect(error?.field == "fact.checkIn.\(field)")
    #expect(error?.reason == reason)
  }
}
