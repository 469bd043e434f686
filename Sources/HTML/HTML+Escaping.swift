extension HTML {
  /// Replaces the five characters that have a meaning in markup, and control characters.
  ///
  /// Control characters other than tab and line ends are forbidden in XML, so that an SVG with
  /// one would not open: they become U+FFFD. One pass over the bytes; text without such
  /// characters is returned as it is.
  ///
  /// - Parameter value: any text.
  /// - Returns: text that is safe between tags and inside quoted attributes.
  static func escaped(_ value: String) -> String {
    var value = value
    return value.withUTF8 { bytes -> String? in
      var extra = 0
      for byte in bytes {
        if let replacement = replacement(for: byte) { extra &+= replacement.utf8CodeUnitCount &- 1 }
      }
      guard extra > 0 else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count &+ extra) { target in
        write(bytes, to: target)
      }
    } ?? value
  }

  private static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    for byte in bytes {
      guard let replacement = replacement(for: byte) else {
        target[count] = byte
        count &+= 1
        continue
      }
      let source = UnsafeBufferPointer(
        start: replacement.utf8Start, count: replacement.utf8CodeUnitCount)
      for index in source.indices { target[count &+ index] = source[index] }
      count &+= source.count
    }
    return count
  }

  @inline(__always)
  private static func replacement(for byte: UInt8) -> StaticString? {
    guard byte <= 0x3E || byte == 0x7F else { return nil }
    switch byte {
    case 0x26: return "&amp;"
    case 0x3C: return "&lt;"
    case 0x3E: return "&gt;"
    case 0x22: return "&quot;"
    case 0x27: return "&#39;"
    case 0x09, 0x0A, 0x0D: return nil
    case 0x00..<0x20, 0x7F: return "\u{FFFD}"
    default: return nil
    }
  }
}
