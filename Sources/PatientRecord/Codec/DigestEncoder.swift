import JSON
import Time

/// Lists what an entry says as bytes for its fingerprint, with numbers in binary.
///
/// Each value begins with a tag and each text with its length, so that different contents have
/// different bytes. The bytes are never stored: they may change with any version of the program.
/// Dictionaries other than those of whole numbers by name are listed in no fixed order; no fact
/// holds one.
final class DigestEncoder: Encoder {
  private(set) var bytes: [UInt8] = []

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// What kind of value follows.
  enum Tag: UInt8 {
    case null, bool, integer, double, text, instant, identifier, json, members, elements, end
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    add(.members)
    return KeyedEncodingContainer(DigestMembers(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    add(.elements)
    return DigestElements(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { DigestSingle(encoder: self) }

  /// Forgets all bytes.
  func restart() { bytes.removeAll(keepingCapacity: true) }

  func add(_ tag: Tag) { bytes.append(tag.rawValue) }

  func add(_ bool: Bool) {
    add(.bool)
    bytes.append(bool ? 1 : 0)
  }

  func add(integer: some FixedWidthInteger) {
    add(.integer)
    add(word: UInt64(truncatingIfNeeded: integer))
  }

  /// Adds a number; both zeros are one, because they are equal.
  func add(_ double: Double) {
    add(.double)
    add(word: (double == 0 ? 0 : double).bitPattern)
  }

  func add(_ text: String) {
    add(.text)
    add(name: text)
  }

  func add(_ instant: Instant) {
    add(.instant)
    add(word: UInt64(bitPattern: instant.milliseconds))
  }

  /// Adds a text with its length before it.
  func add(name: String) {
    let length = name.utf8.count
    bytes.append(UInt8(clamping: length))
    if length >= 255 { add(word: UInt64(truncatingIfNeeded: length)) }
    bytes.append(contentsOf: name.utf8)
  }

  func add(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds any value; nothing in an entry refuses to be written here.
  func add<Value: Encodable>(_ value: Value) {
    if addWhole(value) { return }
    let start = bytes.count
    do {
      try value.encode(to: self)
      if bytes.count > start, bytes[start] >= Tag.members.rawValue { add(.end) }
    } catch {
      add(String(describing: value))
    }
  }

  /// Adds a value whose own way of writing itself is slow, has no fixed order or asks for JSON.
  ///
  /// Types are compared before they are cast, because casts are slow.
  private func addWhole<Value: Encodable>(_ value: Value) -> Bool {
    if Value.self == Rating.self, let rating = value as? Rating {
      add(rating)
    } else if Value.self == Instant.self, let instant = value as? Instant {
      add(instant)
    } else if Value.self == EntryID.self, let id = value as? EntryID {
      add(id)
    } else if Value.self == [String: Int].self, let numbers = value as? [String: Int] {
      add(numbers)
    } else if Value.self == JSONValue.self, let json = value as? JSONValue {
      add(.json)
      add(name: json.text())
    } else {
      return false
    }
    return true
  }

  private func add(_ numbers: [String: Int]) {
    add(.members)
    for (name, number) in numbers.sorted(by: { $0.key < $1.key }) {
      add(name: name)
      add(integer: number)
    }
    add(.end)
  }
}
