import JSON
import Testing

@Suite struct ByteEncoderTests {
  private struct Sample: Codable {
    var text = "a \"b\" \\ \u{1} \u{7F} é"
    var number = 0.1
    var whole = 12.0
    var zero = -0.0
    var great = 1e16
    var count = -7
    var small: UInt8 = 200
    var isSo = true
    var nothing: Int?
    var list = [1.5, 2]
    var empty: [Int] = []
    var counts = ["b": 2, "a": 1]
    var single: Float = 0.1
    var raw = JSONValue.array([.null, .bool(false)])
  }

  /// Writes containers within containers, as no synthesized type does.
  private struct Nesting: Encodable {
    enum Keys: String, CodingKey { case inner, list, after }

    func encode(to encoder: any Encoder) throws {
      var outer = encoder.container(keyedBy: Keys.self)
      var inner = outer.nestedContainer(keyedBy: Keys.self, forKey: .inner)
      try inner.encode(1, forKey: .after)
      var list = outer.nestedUnkeyedContainer(forKey: .list)
      try list.encode("x")
      try list.encodeNil()
      var deep = list.nestedUnkeyedContainer()
      try deep.encode(3)
      try outer.encode(false, forKey: .after)
    }
  }

  private struct Nothing: Encodable {
    func encode(to encoder: any Encoder) {}
  }

  private func text(_ value: some Encodable) throws -> String {
    var bytes: [UInt8] = []
    try ByteEncoder().encode(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `writes what ValueEncoder writes`() throws {
    #expect(try text(Sample()) == ValueEncoder().encode(Sample()).text())
    #expect(try text([Sample(), Sample()]) == ValueEncoder().encode([Sample(), Sample()]).text())
    #expect(try text("x") == #""x""#)
    #expect(try text(Nothing()) == ValueEncoder().encode(Nothing()).text())
  }

  @Test func `containers within containers are closed where they end`() throws {
    #expect(try text(Nesting()) == #"{"inner":{"after":1},"list":["x",null,[3]],"after":false}"#)
    #expect(
      try text([Nesting(), Nesting()]) == ValueEncoder().encode([Nesting(), Nesting()]).text())
  }

  @Test(arguments: [Double.nan, .infinity])
  func `a number that is not finite is refused and leaves no bytes`(number: Double) {
    var bytes: [UInt8] = [1, 2]
    let encoder = ByteEncoder()
    #expect(throws: FieldError.self) { try encoder.encode(["x": [number]], to: &bytes) }
    #expect(throws: FieldError.self) { try encoder.encode([1, number], to: &bytes) }
    #expect(bytes == [1, 2])
    #expect(throws: Never.self) { try encoder.encode([1, 2.5], to: &bytes) }
    #expect(bytes == [1, 2] + Array("[1,2.5]".utf8))
  }
}
