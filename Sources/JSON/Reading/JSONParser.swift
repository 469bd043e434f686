/// Reads JSON from bytes by recursive descent.
struct JSONParser {
  let bytes: [UInt8]
  let start: Int
  let end: Int
  var position: Int
  private var depth: Int

  init(bytes: [UInt8], range: Range<Int>, depth: Int) {
    self.bytes = bytes
    self.depth = depth
    start = range.lowerBound
    end = range.upperBound
    position = range.lowerBound
  }

  /// The byte to be read next.
  var next: UInt8? { position < end ? bytes[position] : nil }

  mutating func text() throws(JSONError) -> JSONValue {
    let value = try self.value()
    skipSpace()
    if position < end { throw failure("expected the end of the text") }
    return value
  }

  mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      return .object(try nested { parser throws(JSONError) in try parser.object() })
    case UInt8(ascii: "["):
      return .array(try nested { parser throws(JSONError) in try parser.array() })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return .number(try number())
    case nil: throw failure("the text ends where a value is expected")
    default: throw failure("expected a value")
    }
  }

  private mutating func nested<Part>(
    _ read: (inout JSONParser) throws(JSONError) -> Part
  ) throws(JSONError) -> Part {
    if depth >= JSONValue.depthLimit {
      throw failure("nested deeper than \(JSONValue.depthLimit) levels")
    }
    depth += 1
    position += 1
    let part = try read(&self)
    depth -= 1
    return part
  }

  private mutating func array() throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return elements }
    repeat {
      elements.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw failure(expecting: "a comma or the end of the list") }
    return elements
  }

  private mutating func object() throws(JSONError) -> JSONObject {
    var names = NameSet()
    var members: [JSONObject.Member] = []
    skipSpace()
    if take("}") { return JSONObject(distinct: members) }
    repeat {
      let (name, place) = try self.name()
      guard names.insert(name, after: members) else {
        throw failure("the name \"\(name.prefix(40))\" is there twice", at: place)
      }
      members.append(JSONObject.Member(name: name, value: try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw failure(expecting: "a comma or the end of the object") }
    return JSONObject(distinct: members)
  }

  private mutating func name() throws(JSONError) -> (String, place: Int) {
    skipSpace()
    let place = position
    guard next == UInt8(ascii: "\"") else { throw failure(expecting: "a name in quotation marks") }
    let name = try string()
    skipSpace()
    guard take(":") else { throw failure(expecting: "a colon") }
    return (name, place)
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let place = position
    for index in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[index] else { throw failure("expected a value", at: place) }
      position += 1
    }
    return value
  }

  mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  func failure(expecting what: String) -> JSONError {
    failure(position < end ? "expected \(what)" : "the text ends where \(what) is expected")
  }

  func failure(_ reason: String, at place: Int? = nil) -> JSONError {
    JSONError(reason, at: place ?? position, in: bytes, from: start)
  }
}

/// The names seen in one object: looked through while few, hashed when many.
private struct NameSet {
  private var hashed: Set<String>?

  mutating func insert(_ name: String, after members: [JSONObject.Member]) -> Bool {
    let few = 16
    if members.count < few { return !members.contains { $0.name == name } }
    if hashed == nil { hashed = Set(members.map(\.name)) }
    return hashed?.insert(name).inserted ?? true
  }
}
