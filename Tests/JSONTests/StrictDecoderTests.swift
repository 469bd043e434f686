import JSON
import Testing

@Suite struct StrictDecoderTests {
  struct Leaf: Codable, Equatable {
    let value: Double
    let count: Int?
  }

  struct Tree: Codable, Equatable {
    let name: String
    let leaves: [Leaf]
    let tags: [String: Int]
    let raw: JSONValue?
  }

  struct Empty: Codable, Equatable {}

  @Test func `a type comes back as it was written`() throws {
    let tree = Tree(
      name: "oak", leaves: [Leaf(value: 1.5, count: nil), Leaf(value: -2, count: 3)],
      tags: ["b": 2, "a": 1], raw: .array([.null]))
    let json = try ValueEncoder().encode(tree)
    #expect(
      json.text() == #"{"name":"oak","leaves":[{"value":1.5},{"value":-2,"count":3}],"#
        + #""tags":{"a":1,"b":2},"raw":[null]}"#)
    #expect(try StrictDecoder().decode(Tree.self, from: json) == tree)
  }

  @Test(arguments: [
    (#"{"name":"a","leaves":[{"value":1},{"valeu":1}],"tags":{}}"#, "leaves[1].value: missing"),
    (
      #"{"name":"a","leaves":[{"value":1,"valeu":1}],"tags":{}}"#,
      "leaves[0].valeu: unknown field"
    ),
    (#"{"name":"a","leaves":[],"tags":{},"x":1}"#, "x: unknown field"),
    (#"{"name":1,"leaves":[],"tags":{}}"#, "name: expected a text, found a number"),
    (#"{"name":"a","leaves":{},"tags":{}}"#, "leaves: expected a list, found an object"),
    (
      #"{"name":"a","leaves":[],"tags":{"b":1.5}}"#,
      "tags.b: expected a whole number, found 1.5"
    ),
    (#"{"name":"a","leaves":[null],"tags":{}}"#, "leaves[0]: expected an object, found null"),
    ("[]", "expected an object, found a list"),
  ])
  func `refuses what the type did not ask for`(text: String, message: String) throws {
    let json = try JSONValue(parsing: text)
    do throws(FieldError) {
      _ = try StrictDecoder().decode(Tree.self, from: json)
      Issue.record("accepted")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func `refuses members of a type without fields`() throws {
    let json = try JSONValue(parsing: #"{"a":1}"#)
    #expect(throws: FieldError("a", "unknown field")) {
      try StrictDecoder().decode(Empty.self, from: json)
    }
  }

  @Test func `asks for members beyond the sixty-fourth`() throws {
    let tags = Dictionary(uniqueKeysWithValues: (0..<200).map { ("k\($0)", $0) })
    let json = try ValueEncoder().encode(tags)
    #expect(try StrictDecoder().decode([String: Int].self, from: json) == tags)
  }

  @Test(arguments: [(300.0, "300"), (1.0, "1.0"), (100, "1e2")])
  func `takes a whole number however it is written`(value: Double, text: String) throws {
    let json = try JSONValue(parsing: text)
    #expect(try StrictDecoder().decode(Int.self, from: json) == Int(value))
  }

  @Test(arguments: ["1e300", "-1e19", "9223372036854775808", "0.5"])
  func `refuses a number that is no Int`(text: String) throws {
    let json = try JSONValue(parsing: text)
    #expect(throws: FieldError.self) { try StrictDecoder().decode(Int.self, from: json) }
  }

  @Test func `refuses to write a number that is not finite`() {
    #expect(throws: FieldError("[1]", "nan is not finite and has no JSON form")) {
      try ValueEncoder().encode([1, Double.nan])
    }
  }
}
