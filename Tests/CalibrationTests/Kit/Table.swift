import Foundation

/// A table of findings, printed when a test ends.
struct Table {
  let title: String
  private var rows: [[String]]

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - title: what is counted in whom.
  ///   - heads: one heading per column.
  init(_ title: String, _ heads: String...) {
    self.title = title
    rows = [heads]
  }

  /// Adds a row.
  mutating func add(_ cells: String...) { rows.append(cells) }

  /// Adds a row about ranks.
  mutating func add(_ name: String, _ ranks: Ranks) {
    rows.append([
      name, "\(ranks.count)", ranks.chiSquared.formatted(1), ranks.probability.formatted(4),
      ranks.bars,
    ])
  }

  /// Adds a row about intervals.
  mutating func add(_ name: String, _ coverage: Coverage) {
    rows.append([
      name, "\(coverage.count)", (100 * coverage.nominal).formatted(0),
      (100 * coverage.realised).formatted(1), (100 * coverage.standardError).formatted(1),
    ])
  }

  /// A table for ``add(_:_:)-(String,Ranks)``.
  static func ranks(_ title: String) -> Table {
    Table(title, "quantity", "people", "χ²(\(Ranks.parts - 1))", "p", "ranks")
  }

  /// A table for ``add(_:_:)-(String,Coverage)``.
  static func coverage(_ title: String) -> Table {
    Table(title, "interval", "people", "nominal %", "realised %", "± SE")
  }

  /// Prints the table at once, so that tables of other tests do not run into it.
  func print() {
    let widths = rows[0].indices.map { column in
      rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    let lines = rows.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }.joined(separator: "  ")
    }
    Swift.print("\n\(title)\n" + lines.map { "  " + $0 }.joined(separator: "\n"))
    fflush(nil)
  }
}

extension Double {
  /// With a number of decimals.
  func formatted(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}
