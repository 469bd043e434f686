import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct RecordCodecTests {
  @Test(arguments: UInt64(1)...40)
  func `an entry of any kind comes back as it was written`(seed: UInt64) throws {
    var source = RandomEntries(seed: seed)
    for entry in try source.entries(3 * Fact.Kind.allCases.count) {
      let line = try RecordCodec.encode(entry)
      #expect(line.hasPrefix(#"{"v":1,"id":""#))
      #expect(!line.utf8.contains(UInt8(ascii: "\n")), "seed \(seed)")
      #expect(try RecordCodec.decode(line: line, number: 1) == entry, "seed \(seed)")
      #expect(try RecordCodec.encode(entry) == line, "seed \(seed)")
    }
  }

  @Test func `a check-in is written like this`() throws {
    let entry = try Entry.checkIn(["mood": 6.5], zone: #require(Zone("Europe/Berlin")))
    #expect(
      try RecordCodec.encode(entry)
        == #"{"v":1,"id":"019cae6b-6600-7001-8000-000000000001","patient":"person-1","#
        + #""author":{"kind":"patient"},"#
        + #""occurred":{"at":"2026-03-02T12:00:00.000Z","zone":"Europe/Berlin"},"#
        + #""fact":{"checkIn":{"ratings":[{"item":"mood","rating":{"value":6.5,"#
        + #""scale":{"minimum":0,"maximum":10,"direction":"higherIsBetter"}}}]}}}"#)
  }

  @Test func `refuses to write an entry of nobody`() throws {
    let entry = try Entry.sample(.note(Note(text: FreeText("x"), audience: .patient)), patient: "")
    #expect(throws: RecordError.self) { try RecordCodec.encode(entry) }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let find: String
    let replace: String
    let message: String
    var testDescription: String { message }
  }

  static let refusals = [
    Refusal(
      find: #""v":1"#, replace: #""v":2"#, message: "v: layout 2 is not known; this program reads 1"
    ),
    Refusal(find: #""v":1,"#, replace: "", message: "v: missing; expected 1"),
    Refusal(
      find: #""v":1"#, replace: #""v":"1""#,
      message: #"v: layout "1" is not known; this program reads 1"#),
    Refusal(find: #""v":1"#, replace: #""v":1,"extra":[]"#, message: "extra: unknown field"),
    Refusal(find: "checkIn", replace: "checkOut", message: #"fact: "checkOut" is no kind of fact"#),
    Refusal(
      find: #""checkIn""#, replace: #""note":{},"checkIn""#,
      message: "fact: expected one member, named for the kind of fact"),
    Refusal(
      find: #""value":6"#, replace: #""valeu":6"#,
      message: "fact.checkIn.ratings[0].rating.value: missing"),
    Refusal(
      find: #""value":6"#, replace: #""value":6,"valeu":6"#,
      message: "fact.checkIn.ratings[0].rating.valeu: unknown field"),
    Refusal(
      find: #""value":6"#, replace: #""value":"6""#,
      message: "fact.checkIn.ratings[0].rating.value: expected a number, found a text"),
    Refusal(
      find: #""value":6"#, replace: #""value":11"#,
      message: "fact.checkIn.ratings[0].rating.value: 11.0 is not on the scale from 0.0 to 10.0"),
    Refusal(
      find: #""maximum":10"#, replace: #""maximum":0"#,
      message: "fact.checkIn.ratings[0].rating.scale.maximum: 0.0 is not above the minimum 0.0"),
    Refusal(
      find: "higherIsBetter", replace: "up",
      message:
        #"fact.checkIn.ratings[0].rating.scale.direction: "up" is none of: higherIsBetter, higherIsWorse, neutral"#
    ),
    Refusal(
      find: "UTC", replace: "Europe/Nowhere",
      message:
        #"occurred.zone: "Europe/Nowhere" is no IANA time zone; expected a name like Europe/Berlin"#
    ),
    Refusal(
      find: "2026-03-02T12", replace: "2026-02-30T12",
      message: #"occurred.at: "2026-02-30T12:00:00.000Z" is not an ISO 8601 instant with an offset"#
    ),
    Refusal(
      find: #""at":"2026-03-02T12:00:00.000Z","#, replace: "",
      message: "occurred: says no time; expected at, start or day"),
    Refusal(
      find: #""at":"#, replace: #""day":"2026-03-02","at":"#, message: "occurred.day: unknown field"
    ),
    Refusal(
      find: "-7001-", replace: "-4001-",
      message: #"id: "019cae6b-6600-4001-8000-000000000001" is no UUID of version 7"#),
    Refusal(find: "person-1", replace: "", message: "patient: must not be empty"),
    Refusal(
      find: #""kind":"patient""#, replace: #""kind":"staff""#, message: "author.name: missing"),
    Refusal(
      find: #""kind":"patient""#, replace: #""kind":"patient","name":"x""#,
      message: "author.name: unknown field"),
    Refusal(
      find: #""value":6"#, replace: #""value":1e999"#,
      message: "column 222: the number is beyond the range of a double"),
    Refusal(
      find: #""item":"mood""#, replace: #""item":"mood","item":"mood""#,
      message: #"column 204: the name "item" is there twice"#),
    Refusal(
      find: "}}}]}}}", replace: "}}}]}}",
      message: "column 292: the text ends where a comma or the end of the object is expected"),
    Refusal(
      find: #""value":6"#, replace: #""value":"# + String(repeating: "[", count: 70),
      message: "column 280: nested deeper than 64 levels"),
  ]

  @Test(arguments: refusals)
  func `refuses what it does not know and says where`(refusal: Refusal) throws {
    let line = try RecordCodec.encode(.checkIn(["mood": 6]))
    #expect(line.contains(refusal.find))
    let changed = replacing(refusal.find, by: refusal.replace, in: line)
    do throws(RecordError) {
      _ = try RecordCodec.decode(line: changed, number: 7)
      Issue.record("accepted")
    } catch {
      #expect(error.description == "line 7: " + refusal.message)
    }
  }

  @Test(arguments: [
    ("null", "expected an object, found null"), ("[]", "expected an object, found a list"),
    ("", "column 1: the text ends where a value is expected"),
  ])
  func `refuses a line that is no object`(line: String, message: String) {
    #expect(throws: RecordError.self) { try RecordCodec.decode(line: line, number: 1) }
    do throws(RecordError) { _ = try RecordCodec.decode(line: line, number: 1) } catch {
      #expect(error.description == "line 1: " + message)
    }
  }

  private func replacing(_ find: String, by other: String, in text: String) -> String {
    guard let range = text.firstRange(of: find) else { return text }
    return String(text[..<range.lowerBound]) + other + String(text[range.upperBound...])
  }
}
