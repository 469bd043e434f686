/// What the text of a cell says as a number.
enum NumberText: Equatable {
  case missing
  case number(Double)
  case unreadable(reason: String, cure: String)

  /// Texts that stand for a missing value in most statistics programs.
  static let usualMarkers = ["", "NA", "NaN", "."]

  /// Reads a decimal number such as `-1.5e3`.
  ///
  /// - Parameters:
  ///   - text: the cell.
  ///   - markers: texts that mean "no value", whatever their case; a number is always a number.
  init(_ text: String, markers: [String]) {
    let trimmed = text.trimmed
    if let number = trimmed.decimal {
      self =
        number.isFinite
        ? .number(number)
        : .unreadable(
          reason: "\(trimmed.quotedShort) is too large for a number",
          cure: "correct the value or leave it empty")
    } else if markers.contains(where: { $0.lowercased() == trimmed.lowercased() }) {
      self = .missing
    } else if trimmed.replacing(",", with: ".").decimal != nil {
      self = .unreadable(
        reason: "\(trimmed.quotedShort) is not a number",
        cure: "write decimals with a point")
    } else {
      self = .unreadable(
        reason: "\(trimmed.quotedShort) is not a number",
        cure: "write a number, or leave the cell empty where there is no value")
    }
  }
}

extension StringProtocol {
  /// The text without spaces and tabulators at its ends.
  var trimmed: String {
    var bytes = Array(utf8)[...]
    while let first = bytes.first, first.isBlank { bytes.removeFirst() }
    while let last = bytes.last, last.isBlank { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number that the text writes in digits, with sign, point and exponent; infinite when it is
  /// too large to be held.
  var decimal: Double? {
    let allowed = utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    return allowed ? Double(self) : nil
  }

  /// The text in quotation marks for use in messages, cut after 40 characters.
  var quotedShort: String {
    let head = unicodeScalars.prefix(40)
    let more = head.count < unicodeScalars.count ? "…" : ""
    return "\"\(String(String.UnicodeScalarView(head)).printable)\(more)\""
  }

  /// The text without control characters, which a terminal would obey.
  var printable: String {
    unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
        scalar.escaped(asASCII: true)
      default: String(scalar)
      }
    }.joined()
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
}
