private import Foundation

/// Agreement of two coders beyond chance.
///
/// Source: Cohen (1960), Educ Psychol Meas 20:37-46; with weights Cohen (1968), Psychol Bull
/// 70:213-220. The standard error is that of Fleiss, Cohen & Everitt (1969), Psychol Bull 72:323-327,
/// for many units.
public struct CohenKappa: Hashable, Sendable {
  /// How disagreements count.
  public enum Weights: String, Hashable, Sendable, CaseIterable {
    /// All alike: for codes without order, such as those of specificity.
    case none
    /// By the distance of the categories.
    case linear
    /// By the square of that distance.
    case quadratic
  }

  /// The share of units on which both agree, weighted.
  public let observedAgreement: Double
  /// The same share by chance.
  public let chanceAgreement: Double
  /// (observed - chance) / (1 - chance).
  public let kappa: Double
  /// The standard error of kappa.
  public let standardError: Double
  /// How many units both have coded.
  public let units: Int

  /// Computes the agreement.
  ///
  /// - Parameters:
  ///   - first: the category of each unit by the first coder, 0 to `categories` - 1; nil where it was
  ///     not coded. Units that one of them has not coded are left out.
  ///   - second: the same by the second coder.
  ///   - categories: how many categories there are, 2 to 100.
  ///   - weights: how disagreements count; anything but `none` needs ordered categories.
  /// - Throws: an error when the counts differ, a category is not known, fewer than 2 units are left,
  ///   or both coders gave all units one category.
  public init(
    _ first: [Int?], _ second: [Int?], categories: Int, weights: Weights = .none
  ) throws(MemoryScienceError) {
    let table = try AgreementTable(first, second, categories: categories)
    let weight = { (row: Int, column: Int) -> Double in
      let distance = Double(abs(row - column)) / Double(categories - 1)
      return switch weights {
      case .none: row == column ? 1 : 0
      case .linear: 1 - distance
      case .quadratic: 1 - distance * distance
      }
    }
    let all = Array(0..<categories)
    // Mean weight of a category against the other coder's habits.
    let rowMeans = all.map { row in all.reduce(0) { $0 + weight(row, $1) * table.columns[$1] } }
    let columnMeans = all.map { column in all.reduce(0) { $0 + weight($1, column) * table.rows[$1] }
    }
    let chance = all.reduce(0) { $0 + rowMeans[$1] * table.rows[$1] }
    guard chance < 1 - 1e-12 else {
      throw .unusable(
        "both coders gave all units one category: there is nothing to tell apart, and no agreement"
          + " beyond chance can be computed")
    }
    var observed = 0.0
    for row in all { for column in all { observed += weight(row, column) * table[row, column] } }
    var squares = 0.0
    for row in all {
      for column in all {
        let term =
          weight(row, column) * (1 - chance)
          - (rowMeans[row] + columnMeans[column]) * (1 - observed)
        squares += table[row, column] * term * term
      }
    }
    let centre = observed * chance - 2 * chance + observed
    let variance = max(squares - centre * centre, 0) / (Double(table.units) * pow(1 - chance, 4))
    observedAgreement = observed
    chanceAgreement = chance
    kappa = (observed - chance) / (1 - chance)
    standardError = variance.squareRoot()
    units = table.units
  }
}

/// The shares of units by the categories of two coders.
struct AgreementTable {
  private(set) var rows: [Double]
  private(set) var columns: [Double]
  let units: Int
  private var shares: [Double]

  init(_ first: [Int?], _ second: [Int?], categories: Int) throws(MemoryScienceError) {
    guard (2...100).contains(categories) else {
      throw .option("\(categories) categories; give 2 to 100")
    }
    guard first.count == second.count else {
      throw .unusable(
        "\(first.count) codes by one coder and \(second.count) by the other; give one for each unit"
      )
    }
    let known = 0..<categories
    var counts = [Int](repeating: 0, count: categories * categories)
    for (index, pair) in zip(first, second).enumerated() {
      for code in [pair.0, pair.1] {
        if let code, !known.contains(code) {
          throw .unusable(
            "unit \(index + 1): category \(code); they go from 0 to \(categories - 1)")
        }
      }
      if let row = pair.0, let column = pair.1 { counts[row * categories + column] += 1 }
    }
    let total = counts.reduce(0, +)
    guard total >= 2 else {
      throw .tooFew(observed: total, needed: 2, what: "the agreement of two coders")
    }
    units = total
    let shares = counts.map { Double($0) / Double(total) }
    rows = known.map { row in known.reduce(0) { $0 + shares[row * categories + $1] } }
    columns = known.map { column in known.reduce(0) { $0 + shares[$1 * categories + column] } }
    self.shares = shares
  }

  subscript(row: Int, column: Int) -> Double { shares[row * rows.count + column] }
}
