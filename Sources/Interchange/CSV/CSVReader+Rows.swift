extension CSVReader {
  /// Acts on a byte that is no part of a plain field's text.
  mutating func readSpecial(_ byte: UInt8, _ body: (CSVEvent) -> Void) {
    switch byte {
    case separator.byte:
      endField()
      followsReturn = false
    case Byte.lineFeed where followsReturn && isBetweenRows:
      // The second half of CRLF.
      followsReturn = false
    case Byte.lineFeed, Byte.carriageReturn:
      endLine(body)
      followsReturn = byte == Byte.carriageReturn
    case Byte.quote:
      fail(
        "a quotation mark stands inside a field that does not begin with one",
        cure: "put the whole field in quotation marks and write those inside it twice")
      state = .plain
    default:
      failAtNull()
      state = .plain
    }
  }

  private var isBetweenRows: Bool {
    state == .fieldStart && row.ends.isEmpty && problem == nil
  }

  private mutating func endLine(_ body: (CSVEvent) -> Void) {
    line &+= 1
    guard !isBetweenRows else {
      row.line = line
      return
    }
    endField()
    endRow(body)
  }

  /// Adds text to the field, unless the row is already known to be bad.
  mutating func keep(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, seen: UInt8) {
    guard !bytes.isEmpty else { return }
    if state == .fieldStart { state = .plain }
    if state == .plain { followsReturn = false }
    if seen >= 0x80 { hasWideBytes = true }
    guard problem == nil else { return }
    // What room is left decides, so that the reason does not depend on where chunks are cut.
    let fieldRoom = limits.fieldBytes - (row.bytes.count - (row.ends.last ?? 0))
    let rowRoom = limits.rowBytes - row.bytes.count
    guard bytes.count <= min(fieldRoom, rowRoom) else {
      let (what, limit) =
        fieldRoom <= rowRoom ? ("a field", limits.fieldBytes) : ("the row", limits.rowBytes)
      return fail(
        "\(what) is longer than \(limit) bytes",
        cure: "shorten it, or look for a quotation mark that opens here and never closes")
    }
    row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes))
  }

  /// Counts lines inside quotation marks.
  mutating func countLine(_ byte: UInt8) {
    if byte == Byte.carriageReturn || (byte == Byte.lineFeed && !followsReturn) { line &+= 1 }
    followsReturn = byte == Byte.carriageReturn
  }

  mutating func failAtNull() {
    followsReturn = false
    fail("the row holds a NUL byte", cure: "save the file as UTF-8 text")
  }

  /// Remembers the first problem of a row; the rest of the row is read but not kept.
  mutating func fail(_ reason: String, cure: String) {
    guard problem == nil else { return }
    problem = Problem(line: row.line, reason: reason, cure: cure)
  }

  mutating func endField() {
    state = .fieldStart
    guard problem == nil else { return }
    row.ends.append(row.bytes.count)
    if row.ends.count > limits.columns {
      fail(
        "the row has more than \(limits.columns) columns",
        cure: "split the file into files of fewer columns")
    }
  }

  mutating func endRow(_ body: (CSVEvent) -> Void) {
    if hasWideBytes, problem == nil, !row.isWellFormed {
      fail("the row holds bytes that are not UTF-8", cure: "save the file as UTF-8 text")
    }
    if let header {
      rowCount &+= 1
      endRow(below: header, body)
    } else {
      endHeader(body)
    }
    row.clear()
    row.line = line
    problem = nil
    hasWideBytes = false
    hasQuotes = false
  }

  private mutating func endRow(below header: [String], _ body: (CSVEvent) -> Void) {
    if row.count != header.count {
      fail(
        "the row has \(counted(row.count, "field")) and the header \(header.count)",
        cure: "write one field for each column, empty where there is no value")
    }
    body(problem.map { .problem($0) } ?? .row(row))
  }

  private mutating func endHeader(_ body: (CSVEvent) -> Void) {
    if let problem {
      failure = InterchangeError(problem)
      return
    }
    let names = row.texts
    if names.count == 1, !hasQuotes, let found = otherSeparator(in: names[0]) {
      failure = InterchangeError(
        place: "line \(row.line)",
        reason: "the header is one column, but \(found.rawValue)s stand in it",
        cure: "set separator: \(found.rawValue) in the mapping, or --separator \(found.rawValue)")
      return
    }
    header = names
    body(.header(names))
  }

  private func otherSeparator(in header: String) -> Separator? {
    let counts = Separator.allCases.filter { $0 != separator }.map { other in
      (other, header.utf8.count { $0 == other.byte })
    }
    guard let most = counts.max(by: { $0.1 < $1.1 }), most.1 > 0 else { return nil }
    return most.0
  }
}

/// A number with its noun, in the plural where that is due.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
