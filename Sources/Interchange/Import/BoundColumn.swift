import Knowledge
import PatientRecord

/// A column of a mapping, found in the header of a file.
struct BoundColumn: Sendable {
  let rule: ColumnRule
  /// The index in the row.
  private let index: Int
  private let missing: Set<String>

  init(_ rule: ColumnRule, names: ColumnNames, missing: [String]) throws(InterchangeError) {
    self.rule = rule
    self.missing = Set(missing.map { $0.lowercased() })
    index = try names.index(of: rule.column, place: "mapping, columns.\(rule.column)")
  }

  /// The text of the cell.
  ///
  /// - Parameter row: the row.
  /// - Returns: the text, or `nil` where the value is missing.
  func text(in row: CSVRow) -> String? {
    let text = row[index].trimmed
    return missing.contains(text) || missing.contains(text.lowercased()) ? nil : text
  }

  /// The number of the cell, or the number its text stands for.
  ///
  /// - Parameter row: the row.
  /// - Returns: the number, or `nil` where the value is missing.
  /// - Throws: why the cell cannot be used.
  func number(in row: CSVRow) throws(Unreadable) -> Double? {
    guard let text = text(in: row) else { return nil }
    let number = try rule.codes.isEmpty ? Self.number(text) : decoded(text)
    guard let scale = rule.meaning.scale, !scale.contains(number) else { return number }
    throw Unreadable(
      "\(plain(number)) is not on the scale from \(plain(scale.minimum)) to \(plain(scale.maximum))",
      cure: "correct the value, or the scale in the mapping")
  }

  private static func number(_ text: String) throws(Unreadable) -> Double {
    switch NumberText(text, markers: []) {
    case .number(let number): return number
    case .unreadable(let reason, let cure): throw Unreadable(reason, cure: cure)
    case .missing: throw Unreadable("the cell is empty", cure: "write a number")
    }
  }

  private func decoded(_ text: String) throws(Unreadable) -> Double {
    guard let number = rule.codes[text] else {
      throw Unreadable(
        "\(text.quotedShort) is not among the values of the mapping",
        cure: "add it to values or to missing, or correct the cell")
    }
    return number
  }
}

/// A number as people write it: whole ones without a point.
func plain(_ number: Double) -> String {
  guard let whole = Int64(exactly: number), abs(number) < 1e15 else { return "\(number)" }
  return "\(whole)"
}
