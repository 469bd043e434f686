/// A document as a flat list of its values, in the order in which they stand in the text.
///
/// A flat list is quick to build, to store and to step through: most of the time it takes to load
/// knowledge would else go into making and copying nodes. It is a class so that every ``Field`` can
/// point at it at the cost of one reference; it never changes.
final class DocumentTree: Sendable {
  /// What a value is.
  enum Kind: UInt8 {
    /// Text without quotation marks, which may also stand for nothing.
    case plainText
    /// Text in quotation marks or in a block.
    case quotedText
    case list, mapping
  }

  /// One value. A list is followed by its elements, a mapping by its keys and values in turn.
  struct Value: Hashable {
    let kind: Kind
    /// The line on which it starts, from 1; 0 when it is not known.
    let line: UInt32
    /// The first byte of a text.
    let start: UInt32
    /// The place behind the last byte of a text, or behind the last value of a list or mapping.
    let end: UInt32
  }

  /// The name by which errors call the document.
  let name: String
  let values: [Value]
  /// All texts in UTF-8, one behind the other.
  let bytes: [UInt8]

  init(name: String, values: [Value], bytes: [UInt8]) {
    self.name = name
    self.values = values
    self.bytes = bytes
  }

  /// The text of a value; nil for a list or mapping.
  func text(_ index: Int) -> String? {
    let value = values[index]
    guard value.isText else { return nil }
    return String(decoding: bytes[Int(value.start)..<Int(value.end)], as: UTF8.self)
  }

  /// The place behind a value and all that stands in it.
  func next(_ index: Int) -> Int {
    let value = values[index]
    return value.isText ? index + 1 : Int(value.end)
  }

  /// The elements of a list, or the keys and values of a mapping in turn.
  func elements(_ index: Int) -> [Int] {
    guard !values[index].isText else { return [] }
    var elements: [Int] = []
    var element = index + 1
    while element < Int(values[index].end) {
      elements.append(element)
      element = next(element)
    }
    return elements
  }
}

extension DocumentTree.Value {
  var isText: Bool { kind == .plainText || kind == .quotedText }
}
