/// Reads JSON that stands exactly as ``JSONValue/bytes(_:)`` writes it, without making values of it.
///
/// It is for readers that know what comes next. Every method takes what it names, or says `nil` or
/// `false`; then the text stands in another way, and whoever reads begins again with
/// ``JSONValue/init(parsing:in:)``, which says what is wrong, if anything is.
public struct CanonicalScanner {
  let bytes: [UInt8]
  let end: Int
  /// Where in the bytes it reads next.
  public private(set) var position: Int

  /// Creates a scanner.
  ///
  /// - Parameters:
  ///   - bytes: a buffer that holds the text in UTF-8.
  ///   - range: where in the buffer the text stands; positions outside the buffer are left out.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    let range = range.clamped(to: bytes.indices)
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Whether everything was read.
  public var isAtEnd: Bool { position == end }

  /// Takes characters that must come next, byte for byte.
  ///
  /// - Parameter text: the characters.
  /// - Returns: whether they came; if not, nothing was taken.
  public mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard count <= end - position else { return false }
    let start = text.utf8Start
    for index in 0..<count where bytes[position + index] != start[index] { return false }
    position += count
    return true
  }

  /// Takes bytes that must come next.
  ///
  /// - Parameter text: the bytes.
  /// - Returns: whether they came; if not, nothing was taken.
  public mutating func take(_ text: [UInt8]) -> Bool {
    guard text.count <= end - position else { return false }
    for index in 0..<text.count where bytes[position + index] != text[index] { return false }
    position += text.count
    return true
  }

  /// Takes the name of a member that may be absent, with the comma before it.
  ///
  /// - Parameters:
  ///   - name: the name in quotation marks with its colon.
  ///   - isFirst: whether no member was taken yet; it is changed when this one is.
  /// - Returns: whether it came; if not, nothing was taken.
  public mutating func take(member name: StaticString, isFirst: inout Bool) -> Bool {
    let start = position
    guard isFirst || take(",") else { return false }
    guard take(name) else {
      position = start
      return false
    }
    isFirst = false
    return true
  }

  /// The bytes from a position to where it reads next.
  ///
  /// - Parameter start: an earlier ``position``.
  /// - Returns: the bytes, none when the position is no earlier one.
  public func text(from start: Int) -> ArraySlice<UInt8> {
    start >= 0 && start <= position ? bytes[start..<position] : []
  }

  /// Passes over bytes that were read in another way.
  ///
  /// - Parameter count: how many; those beyond the end are left out.
  public mutating func skip(_ count: Int) { position += min(max(0, count), end - position) }
}
