/// How wide a text will be, roughly: the reader's font is not known here.
struct FontMetrics: Hashable, Sendable {
  /// Height of the letters, in units of the drawing.
  let size: Double

  /// An upper estimate of a text's width.
  func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size
  }

  /// A text, cut with an ellipsis where it would be too wide.
  func fit(_ text: String, into width: Double) -> String {
    guard self.width(of: text) > width else { return text }
    var room = width - size * 0.8
    var kept = ""
    for character in text {
      room -= self.width(of: String(character))
      guard room >= 0 else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// A name on one line, or on two where its last space in reach makes it narrower.
  func lines(of name: String) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1, width(of: name) > size * 6 else { return [name] }
    let splits = (1..<words.count).map { count in
      [words.prefix(count).joined(separator: " "), words.dropFirst(count).joined(separator: " ")]
    }
    return splits.min { widest($0) < widest($1) } ?? [name]
  }

  /// The width of the widest of some lines.
  func widest(_ lines: [String]) -> Double { lines.map { width(of: $0) }.max() ?? 0 }

  private func share(of scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x300...0x36F: 0
    case 0x2E80...: 1
    default:
      switch scalar {
      case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!", " ", "t", "f", "r", "(", ")": 0.36
      case "m", "w", "M", "W", "%", "@": 0.88
      case "A"..."Z": 0.68
      default: 0.57
      }
    }
  }
}
