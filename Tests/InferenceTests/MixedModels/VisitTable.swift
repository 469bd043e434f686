import Foundation
import Inference
import TestKit

/// A small table of numbers read from a reference file; what is no number is not a number here.
struct VisitTable {
  private let cells: [String: [String]]
  let rowCount: Int

  init(_ path: String, separator: Character) throws {
    let rows = try SharedData.text(path).split(whereSeparator: \.isNewline).map { line in
      line.split(separator: separator, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" ")) }
    }
    var cells: [String: [String]] = [:]
    let header = rows.first ?? []
    // Some programs write names of rows without a heading of their own.
    let shift = rows.count > 1 ? max(rows[1].count - header.count, 0) : 0
    for (index, name) in header.enumerated() {
      let place = index + shift
      cells[name] = rows.dropFirst().map { place < $0.count ? $0[place] : "" }
    }
    self.cells = cells
    rowCount = rows.count - 1
  }

  func texts(_ name: String) -> [String] { cells[name] ?? [] }

  func numbers(_ name: String) -> [Double] { texts(name).map { Double($0) ?? .nan } }

  /// The means of each person's numbers, missing ones left out, and the numbers less these means.
  static func centred(_ values: [Double], by person: [Int]) -> [Double] {
    var sums: [Int: (total: Double, count: Double)] = [:]
    for (value, code) in zip(values, person) where value.isFinite {
      let sum = sums[code] ?? (0, 0)
      sums[code] = (sum.total + value, sum.count + 1)
    }
    return zip(values, person).map { value, code in
      sums[code].map { value - $0.total / $0.count } ?? .nan
    }
  }
}

/// Rows chosen for a model.
struct ChosenRows {
  private let rows: [Int]

  /// The rows in which all these columns hold a number.
  init(complete columns: [[Double]]) {
    rows = (columns.first ?? []).indices.filter { row in columns.allSatisfy { $0[row].isFinite } }
  }

  var count: Int { rows.count }

  func callAsFunction<Value>(_ values: [Value]) -> [Value] { rows.map { values[$0] } }
}
