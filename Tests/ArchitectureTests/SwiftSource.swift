/// A Swift file split into what the compiler runs and what people read.
struct SwiftSource {
  /// The path from the root of the checkout, such as `Sources/Time/Day.swift`.
  let path: String
  /// The lines as written.
  let lines: [String]
  /// The lines with comments and the contents of string literals blanked; interpolated code stays.
  let code: [String]
  /// The lines with comments blanked; string literals stay.
  let uncommented: [String]

  init(path: String, text: String) {
    var scanner = Scanner(text)
    scanner.run()
    self.path = path
    lines = SwiftSource.lines(of: Array(text.utf8))
    code = SwiftSource.lines(of: scanner.code)
    uncommented = SwiftSource.lines(of: scanner.uncommented)
  }

  /// The folder below `Sources`, which is the module.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

/// Walks over a file once and blanks what is not code.
private struct Scanner {
  private enum Mode {
    case code(openParentheses: Int, isInterpolation: Bool)
    case string(isMultiline: Bool, hashes: Int)
  }

  private let bytes: [UInt8]
  private var position = 0
  private var modes = [Mode.code(openParentheses: 0, isInterpolation: false)]
  private(set) var code: [UInt8] = []
  private(set) var uncommented: [UInt8] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func run() {
    while position < bytes.count {
      switch modes.last {
      case .string(let isMultiline, let hashes):
        stepThroughString(isMultiline: isMultiline, hashes: hashes)
      case .code(let open, let isInterpolation):
        stepThroughCode(open: open, isInterpolation: isInterpolation)
      case nil: return
      }
    }
  }

  private func sees(_ text: StaticString, at start: Int) -> Bool {
    text.withUTF8Buffer { bytes.dropFirst(start).starts(with: $0) }
  }

  private func hashes(at start: Int) -> Int {
    bytes.dropFirst(start).prefix { $0 == UInt8(ascii: "#") }.count
  }

  private mutating func copy(_ count: Int, isText: Bool = false, isComment: Bool = false) {
    for byte in bytes.dropFirst(position).prefix(count) {
      let blank = byte == 0x0A ? byte : UInt8(ascii: " ")
      code.append(isText || isComment ? blank : byte)
      uncommented.append(isComment ? blank : byte)
    }
    position += count
  }

  private mutating func stepThroughCode(open: Int, isInterpolation: Bool) {
    let hashes = hashes(at: position)
    if sees("//", at: position) {
      copy(bytes.dropFirst(position).prefix { $0 != 0x0A }.count, isComment: true)
    } else if sees("/*", at: position) {
      skipBlockComment()
    } else if sees("\"\"\"", at: position + hashes) {
      modes.append(.string(isMultiline: true, hashes: hashes))
      copy(hashes + 3)
    } else if sees("\"", at: position + hashes) {
      modes.append(.string(isMultiline: false, hashes: hashes))
      copy(hashes + 1)
    } else {
      count(bytes[position], open: open, isInterpolation: isInterpolation)
      copy(1)
    }
  }

  private mutating func count(_ byte: UInt8, open: Int, isInterpolation: Bool) {
    guard byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") else { return }
    modes.removeLast()
    let next = byte == UInt8(ascii: "(") ? open + 1 : open - 1
    if next < 0, isInterpolation { return }
    modes.append(.code(openParentheses: max(next, 0), isInterpolation: isInterpolation))
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if sees("/*", at: position) {
        depth += 1
        copy(2, isComment: true)
      } else if sees("*/", at: position) {
        depth -= 1
        copy(2, isComment: true)
      } else {
        copy(1, isComment: true)
      }
    } while depth > 0 && position < bytes.count
  }

  private mutating func stepThroughString(isMultiline: Bool, hashes: Int) {
    let isEscape =
      bytes[position] == UInt8(ascii: "\\") && self.hashes(at: position + 1) >= hashes
    let ends = sees(isMultiline ? "\"\"\"" : "\"", at: position)
    let length = isMultiline ? 3 : 1
    if isEscape {
      if sees("(", at: position + 1 + hashes) {
        modes.append(.code(openParentheses: 0, isInterpolation: true))
      }
      copy(2 + hashes, isText: true)
    } else if ends, self.hashes(at: position + length) >= hashes {
      modes.removeLast()
      copy(length + hashes)
    } else if bytes[position] == 0x0A, !isMultiline {
      modes.removeLast()
      copy(1)
    } else {
      copy(1, isText: true)
    }
  }
}
