/// Reads a document of kind `crosswalk`.
struct CrosswalkReader {
  private let library: Library
  private let record: Object

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: Library.recordKeys.union(["from", "to", "totals"]))
  }

  /// Reads the document.
  ///
  /// - Parameter instruments: the instruments that may be named.
  /// - Returns: the crosswalk; every whole total of both instruments is in it.
  /// - Throws: an error that names the field.
  func crosswalk(of instruments: [InstrumentID: Instrument]) throws(KnowledgeError) -> Crosswalk {
    let provenance = try library.provenance(of: record)
    let group = try record.required("totals").object(keys: Library.evidenceKeys.union(["table"]))
    let evidence = try library.evidence(of: group)
    let from = try instrument("from", instruments), to = try instrument("to", instruments)
    let totals = try totals(group.required("table"), from: from, to: to)
    return Crosswalk(
      from: from.id, to: to.id, totals: totals, provenance: provenance, evidence: evidence)
  }

  private func totals(
    _ table: Field, from: Instrument, to: Instrument
  ) throws(KnowledgeError) -> [Int: ClosedRange<Int>] {
    var totals: [Int: ClosedRange<Int>] = [:]
    let (known, sought) = (try wholeTotals(from, table), try wholeTotals(to, table))
    var next = (from: known.lowerBound, to: sought.lowerBound)
    for row in try table.list() {
      let cells = try row.list()
      guard cells.count == 3 else {
        throw row.failure(expected: "a total, and the lowest and the highest of the other")
      }
      let total = try cells[0].integer(in: 0...10_000)
      let lowest = try cells[1].integer(in: 0...10_000)
      let highest = try cells[2].integer(in: lowest...10_000)
      // Two totals may share a range; otherwise each range begins where the one before ended.
      guard total == next.from, lowest == next.to || totals[total - 1] == lowest...highest else {
        throw row.failure(.inconsistent("the table leaves a gap or overlaps"))
      }
      totals[total] = lowest...highest
      next = (total + 1, highest + 1)
    }
    guard next == (known.upperBound + 1, sought.upperBound + 1) else {
      throw table.failure(.inconsistent("the table does not end where both instruments end"))
    }
    return totals
  }

  private func wholeTotals(
    _ instrument: Instrument, _ table: Field
  ) throws(KnowledgeError) -> ClosedRange<Int> {
    let range = instrument.range
    guard instrument.givesTotal, range.lowerBound >= 0, range.upperBound <= 10_000,
      let lowest = Int(exactly: range.lowerBound), let highest = Int(exactly: range.upperBound)
    else {
      throw table.failure(.inconsistent("\(instrument.id) has no whole totals up to 10000"))
    }
    return lowest...highest
  }

  private func instrument(
    _ key: String, _ instruments: [InstrumentID: Instrument]
  ) throws(KnowledgeError) -> Instrument {
    let field = try record.required(key)
    let id = InstrumentID(rawValue: try field.text())
    guard let instrument = instruments[id] else { throw field.failure(.unknownInstrument(id)) }
    return instrument
  }
}
