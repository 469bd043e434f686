/// Reads comma-separated values (RFC 4180) from chunks of bytes, a row at a time.
///
/// The first row is the header; every other row must have as many fields. Fields may stand in
/// quotation marks and then hold separators, line breaks and doubled quotation marks. Lines end
/// with LF, CR or CRLF; a byte order mark and a missing last line break are accepted, and empty
/// lines are passed over. A row that breaks the rules is reported with its line, and reading goes
/// on at the next line break that is not inside quotation marks.
///
/// The reader holds one row at a time, so its memory does not grow with the file.
///
/// ```swift
/// var reader = CSVReader(separator: .comma)
/// for chunk in chunks { try reader.read(chunk) { event in … } }
/// try reader.finish { event in … }
/// ```
public struct CSVReader: Sendable {
  /// The names of the columns, once the first row is read.
  public internal(set) var header: [String]?
  /// The character between fields.
  public let separator: Separator
  /// How much a row may hold.
  public let limits: CSVLimits
  /// The rows below the header seen so far, readable or not.
  public internal(set) var rowCount = 0

  var row = CSVRow()
  var state = State.fieldStart
  /// The physical line of the next byte.
  var line = 1
  /// Whether the byte before was a CR, which a following LF belongs to.
  var followsReturn = false
  /// Whether the row holds a byte that is not ASCII.
  var hasWideBytes = false
  /// Whether a field of the row stands in quotation marks.
  var hasQuotes = false
  var problem: Problem?
  var failure: InterchangeError?
  /// The bytes of a byte order mark seen so far; `nil` once the start of the file is behind.
  var mark: [UInt8]? = []
  var isFinished = false
  private let special: UInt64

  enum State {
    case fieldStart
    case plain
    case quoted
    /// Behind a quotation mark in a quoted field: its end, or the first half of a doubled one.
    case closing
  }

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - separator: the character between fields.
  ///   - limits: how much a row may hold.
  public init(separator: Separator = .comma, limits: CSVLimits = CSVLimits()) {
    self.separator = separator
    self.limits = limits
    special = [0, Byte.lineFeed, Byte.carriageReturn, Byte.quote, separator.byte]
      .reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// Reads the next bytes of the file.
  ///
  /// - Parameters:
  ///   - bytes: any part of the file, cut anywhere.
  ///   - body: called for the header and for every row that ends within the bytes.
  /// - Throws: why the file as a whole cannot be read; further calls throw the same.
  public mutating func read(
    _ bytes: some Sequence<UInt8>, _ body: (CSVEvent) -> Void
  ) throws(InterchangeError) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { consume($0, body) }
    if done == nil {
      Array(bytes).withUnsafeBufferPointer { consume($0, body) }
    }
    if let failure { throw failure }
  }

  /// Ends the file, which may complete its last row.
  ///
  /// - Parameter body: called for the last row, or the header, when no line break ended it.
  /// - Throws: why the file as a whole cannot be read, such as an empty file.
  public mutating func finish(_ body: (CSVEvent) -> Void) throws(InterchangeError) {
    if let failure { throw failure }
    guard !isFinished else { return }
    isFinished = true
    leaveStart(body)
    if state == .quoted {
      fail(
        "a quotation mark opens and never closes, so nothing is read from here to the end",
        cure: "close the quotation mark")
    }
    if state != .fieldStart || !row.ends.isEmpty || problem != nil {
      endField()
      endRow(body)
    }
    if header == nil, failure == nil {
      failure = InterchangeError(
        place: "line 1", reason: "the file is empty",
        cure: "give a file whose first line names the columns")
    }
    if let failure { throw failure }
  }

  private mutating func consume(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (CSVEvent) -> Void
  ) {
    guard !isFinished, failure == nil else { return }
    var index = 0
    while mark != nil, index < bytes.count {
      if readMark(bytes[index]) { index += 1 } else { leaveStart(body) }
    }
    scan(bytes, from: index, body)
  }

  /// Passes over a byte order mark, which may be cut anywhere.
  private mutating func readMark(_ byte: UInt8) -> Bool {
    guard let seen = mark, seen.count < Byte.orderMark.count, byte == Byte.orderMark[seen.count]
    else { return false }
    mark = seen + [byte]
    return true
  }

  private mutating func leaveStart(_ body: (CSVEvent) -> Void) {
    guard let seen = mark else { return }
    mark = nil
    guard seen.count < Byte.orderMark.count else { return }
    seen.withUnsafeBufferPointer { scan($0, from: 0, body) }
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (CSVEvent) -> Void
  ) {
    var index = start
    while index < bytes.count, failure == nil {
      switch state {
      case .fieldStart where bytes[index] == Byte.quote:
        state = .quoted
        hasQuotes = true
        index += 1
      case .fieldStart, .plain: index = readPlain(bytes, from: index, body)
      case .quoted: index = readQuoted(bytes, from: index)
      case .closing: index = readClosing(bytes, from: index, body)
      }
    }
  }

  private mutating func readPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (CSVEvent) -> Void
  ) -> Int {
    var end = start
    var seen: UInt8 = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte < 64, special >> UInt64(byte) & 1 == 1 { break }
      seen |= byte
      end += 1
    }
    keep(bytes[start..<end], seen: seen)
    guard end < bytes.count else { return end }
    readSpecial(bytes[end], body)
    return end + 1
  }

  private mutating func readQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var end = start
    var seen: UInt8 = 0
    while end < bytes.count, bytes[end] != Byte.quote, bytes[end] != 0 {
      let byte = bytes[end]
      seen |= byte
      if byte <= Byte.carriageReturn { countLine(byte) } else { followsReturn = false }
      end += 1
    }
    keep(bytes[start..<end], seen: seen)
    guard end < bytes.count else { return end }
    followsReturn = false
    if bytes[end] == 0 { failAtNull() } else { state = .closing }
    return end + 1
  }

  private mutating func readClosing(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: Int, _ body: (CSVEvent) -> Void
  ) -> Int {
    let byte = bytes[index]
    if byte == Byte.quote {
      keep(bytes[index...index], seen: byte)
      state = .quoted
    } else if byte == separator.byte || byte == Byte.lineFeed || byte == Byte.carriageReturn {
      readSpecial(byte, body)
    } else {
      fail(
        "text follows the closing quotation mark of a field",
        cure: "write a quotation mark inside a field twice")
      state = .plain
    }
    return index + 1
  }
}

/// The bytes that mean something to a reader of CSV.
enum Byte {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22
  static let orderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
