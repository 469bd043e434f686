import Foundation

/// Rows of text in aligned columns: the first to the left, the others to the right.
struct TextTable {
  private var rows: [[String]]

  /// Starts a table.
  ///
  /// - Parameter header: the names of the columns.
  init(_ header: String...) {
    rows = [header]
  }

  /// Adds a row of as many cells as the header has.
  mutating func add(_ cells: String...) {
    rows.append(cells)
  }

  /// The lines of the table.
  var lines: [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { index, pair in
        let padding = String(repeating: " ", count: pair.1 - pair.0.count)
        return index == 0 ? pair.0 + padding : padding + pair.0
      }
      return cells.joined(separator: "  ").replacing(#/\s+$/#, with: "")
    }
  }
}

extension Double {
  /// The number with a fixed number of digits after the point.
  func digits(_ count: Int) -> String {
    String(format: "%.\(count)f", self)
  }

  /// The number with six significant digits, whatever its size.
  var short: String {
    String(format: "%.6g", self)
  }
}

/// A number with its noun, in the plural where that is due.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
