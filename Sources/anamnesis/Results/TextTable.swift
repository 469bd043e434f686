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
