import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct RecordDigestTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try .bundled() }

  private func digest(_ entry: Entry) -> RecordDigest {
    Chart(entries: [entry], patient: entry.patient, knowledge: knowledge).digest
  }

  @Test(arguments: Fact.Kind.allCases)
  func `each field of an entry changes the digest`(kind: Fact.Kind) throws {
    var source = RandomEntries(seed: 31)
    var changed: Set<String> = []
    for _ in 0..<12 {
      let entry = try source.entry(kind).recorded(at: nil)
      let original = digest(entry)
      let json = try JSONValue(parsing: try RecordCodec.encode(entry))
      for change in Change.all(of: json) {
        // A change that breaks a rule of the record gives no entry to compare.
        guard let other = try? RecordCodec.decode(line: change.json.text(), number: 1) else {
          continue
        }
        let isSame = other == entry
        #expect((digest(other) == original) == isSame, "\(change.path) of \(kind)")
        if !isSame { changed.insert(change.path) }
      }
    }
    #expect(changed.contains("occurred.zone") && changed.contains("patient"))
    #expect(changed.contains { $0.hasPrefix("fact.\(kind.rawValue).") })
  }

  @Test(arguments: Fact.Kind.allCases)
  func `an entry read back has the digest it had`(kind: Fact.Kind) throws {
    var source = RandomEntries(seed: 5)
    for _ in 0..<8 {
      let entry = try source.entry(kind)
      let line = try RecordCodec.encode(entry)
      let again = try RecordCodec.decode(line: line, number: 1)
      #expect(digest(again) == digest(entry))
      #expect(digest(entry.recorded(at: .sample)) == digest(entry))
    }
  }

  @Test func `answers have no order`() throws {
    let pairs = (1...40).map { (ItemID(rawValue: "q\($0)"), $0 % 4) }
    var forward: [ItemID: Int] = [:]
    var backward: [ItemID: Int] = Dictionary(minimumCapacity: 500)
    for (item, value) in pairs { forward[item] = value }
    for (item, value) in pairs.reversed() { backward[item] = value }
    #expect(Array(forward.keys) != Array(backward.keys))
    let one = digest(try .response("phq9", answers: forward))
    #expect(digest(try .response("phq9", answers: backward)) == one)
    forward["q7"] = 0
    #expect(digest(try .response("phq9", answers: forward)) != one)
  }

  @Test func `both zeros are one number`() throws {
    #expect(digest(try .checkIn(["mood": 0.0])) == digest(try .checkIn(["mood": -0.0])))
    #expect(digest(try .checkIn(["mood": 0])) != digest(try .checkIn(["mood": 1])))
  }

  @Test func `what stands in one field is not taken for the next`() throws {
    #expect(digest(try .checkIn(["ab": 1, "c": 1])) != digest(try .checkIn(["a": 1, "bc": 1])))
    let long = String(repeating: "a", count: 300)
    let texts = [long, long + "a"].map { Note(text: $0) }
    #expect(digest(.sample(.note(texts[0]))) != digest(.sample(.note(texts[1]))))
  }
}

extension Note {
  fileprivate init(text: String) {
    guard let text = try? FreeText(text) else { preconditionFailure("the text is no text") }
    self.init(text: text, audience: .everyone)
  }
}

/// A JSON value with one part changed or left out, and where.
private struct Change {
  let path: String
  let json: JSONValue

  static func all(of json: JSONValue, at path: String = "") -> [Change] {
    switch json {
    case .null: []
    case .bool(let bool): [Change(path: path, json: .bool(!bool))]
    case .number(let number):
      [number.value + 1, number.value - 1, number.value / 2].compactMap { value in
        JSONValue.number(value).map { Change(path: path, json: $0) }
      }
    case .string(let text): strings(like: text).map { Change(path: path, json: .string($0)) }
    case .array(let elements): changes(of: elements, at: path)
    case .object(let object): changes(of: object, at: path)
    }
  }

  private static func strings(like text: String) -> [String] {
    let digits = text.last == "0" ? "1" : "0"
    return [
      text + "x", String(text.dropLast()) + digits, "Europe/Paris", "2026-01-01",
      "2026-01-01T00:00:00.000Z",
    ]
  }

  private static func changes(of elements: [JSONValue], at path: String) -> [Change] {
    elements.indices.flatMap { index in
      var fewer = elements
      fewer.remove(at: index)
      return [Change(path: "\(path)[\(index)]", json: .array(fewer))]
        + all(of: elements[index], at: "\(path)[\(index)]").map { change in
          var other = elements
          other[index] = change.json
          return Change(path: change.path, json: .array(other))
        }
    }
  }

  private static func changes(of object: JSONObject, at path: String) -> [Change] {
    object.members.flatMap { member in
      let place = path.isEmpty ? member.name : "\(path).\(member.name)"
      var fewer = object
      fewer[member.name] = nil
      return [Change(path: place, json: .object(fewer))]
        + all(of: member.value, at: place).map { change in
          var other = object
          other[member.name] = change.json
          return Change(path: change.path, json: .object(other))
        }
    }
  }
}
