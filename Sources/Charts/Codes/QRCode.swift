public import HTML

/// A QR code: text as a square of dark and light modules that a camera reads.
///
/// Byte mode, error correction level M (about 15 % may be damaged), versions 1 to 10, after ISO/IEC
/// 18004:2015. Enough for 213 bytes, such as the address that hands a secret to an app.
///
/// ## Topics
/// ### Making
/// - ``init(_:)``
/// - ``capacity``
/// ### Showing
/// - ``svg(label:)``
/// - ``isDark(row:column:)``
public struct QRCode: Hashable, Sendable {
  /// Why there is no code for a text.
  public enum Fault: Error, Hashable, Sendable {
    /// The text has this many bytes of UTF-8; shorten it to ``QRCode/capacity``.
    case tooLong(bytes: Int)
  }

  /// How many bytes of UTF-8 fit at most.
  public static let capacity = 213

  /// How many modules a side has: 21 to 57.
  public let size: Int
  private let dark: [Bool]

  /// Encodes text.
  ///
  /// - Parameter text: the text; empty text is a code, too.
  /// - Throws: ``Fault/tooLong(bytes:)``.
  public init(_ text: String) throws(Fault) {
    let bytes = Array(text.utf8)
    guard let version = QRVersion.smallest(for: bytes.count) else {
      throw .tooLong(bytes: bytes.count)
    }
    let codewords = version.interleaved(version.codewords(of: bytes))
    let plain = QRGrid(version, codewords)
    let masked = (0..<8).map { plain.masked(by: $0) }
    let best = masked.min { $0.penalty < $1.penalty } ?? plain
    size = version.size
    dark = best.dark
  }

  /// Whether a module is dark.
  ///
  /// - Parameters:
  ///   - row: the row from the top, from 0.
  ///   - column: the column from the left, from 0.
  /// - Returns: whether it is dark; outside of the square nothing is.
  public func isDark(row: Int, column: Int) -> Bool {
    guard (0..<size).contains(row), (0..<size).contains(column) else { return false }
    return dark[row * size + column]
  }

  /// The code as a picture, black on white whatever the colours of the page, with the margin of
  /// four modules that cameras need.
  ///
  /// - Parameter label: what it is, for whoever does not see it.
  /// - Returns: an `svg` element of class `qr`.
  public func svg(label: String) -> HTML {
    let side = size + 8
    return """
      <svg class="qr" role="img" aria-label="\(label)" viewBox="0 0 \(side) \(side)" \
      shape-rendering="crispEdges"><rect width="\(side)" height="\(side)" fill="#fff"/>\
      <path fill="#000" d="\(path)"/></svg>
      """
  }

  /// One rectangle for each run of dark modules.
  private var path: String {
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while isDark(row: row, column: column) { column += 1 }
        let run = column - start
        if run > 0 { path += "M\(start + 4) \(row + 4)h\(run)v1h-\(run)z" }
        column += 1
      }
    }
    return path
  }
}
