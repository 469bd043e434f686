/// Writes what a type encodes as JSON while it is being encoded.
///
/// Containers are closed when the value that opened them has been written, or when one around them
/// goes on.
final class StreamingEncoder: Encoder {
  var bytes: [UInt8] = []
  /// What closes each container that is open, the innermost last.
  var closers: [UInt8] = []

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    open(UInt8(ascii: "{"), UInt8(ascii: "}"))
    return KeyedEncodingContainer(StreamedMembers(encoder: self, depth: closers.count))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    open(UInt8(ascii: "["), UInt8(ascii: "]"))
    return StreamedElements(encoder: self, depth: closers.count)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { StreamedSingle(encoder: self) }

  /// Writes a value with all its containers; one that writes nothing is an empty object.
  func write<Value: Encodable>(_ value: Value) throws {
    if try writeWhole(value) { return }
    let (start, depth) = (bytes.count, closers.count)
    try value.encode(to: self)
    settle(depth)
    if bytes.count == start { bytes.append(json: "{}") }
  }

  /// Writes a value without containers of its own, or in no order of its own.
  ///
  /// Types are compared before they are cast, because casts are slow.
  private func writeWhole<Value: Encodable>(_ value: Value) throws(FieldError) -> Bool {
    if Value.self == String.self, let text = value as? String {
      bytes.append(jsonText: text)
    } else if Value.self == Double.self, let number = value as? Double {
      try bytes.append(jsonNumber: number)
    } else if Value.self == Int.self, let number = value as? Int {
      bytes.append(jsonNumber: number)
    } else if Value.self == JSONValue.self, let json = value as? JSONValue {
      bytes.append(contentsOf: json.bytes())
    } else if Value.self == [String: Int].self, let numbers = value as? [String: Int] {
      write(numbers)
    } else if Value.self is any UnorderedCollection.Type {
      throw FieldError("", "a dictionary of \(Value.self) has no order here")
    } else {
      return false
    }
    return true
  }

  private func write(_ numbers: [String: Int]) {
    bytes.append(UInt8(ascii: "{"))
    for (name, number) in numbers.sorted(by: { $0.key < $1.key }) {
      separate()
      bytes.append(jsonText: name)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(jsonNumber: number)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func open(_ opening: UInt8, _ closing: UInt8) {
    bytes.append(opening)
    closers.append(closing)
  }

  /// Closes the containers that are deeper than this.
  func settle(_ depth: Int) {
    while closers.count > depth, let closer = closers.popLast() { bytes.append(closer) }
  }

  /// Begins a member of the container at this depth.
  func begin(_ name: String, in depth: Int) {
    settle(depth)
    separate()
    bytes.append(jsonText: name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Begins an element of the container at this depth.
  func begin(in depth: Int) {
    settle(depth)
    separate()
  }

  /// A comma, unless the container has just been opened.
  private func separate() {
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else {
      return
    }
    bytes.append(UInt8(ascii: ","))
  }
}

/// A collection whose members come in no order of their own.
private protocol UnorderedCollection {}
extension Dictionary: UnorderedCollection {}
