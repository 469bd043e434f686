private import Foundation
internal import Statistics

/// What the likelihood of a mixed model needs of the data: cross-products of each person, in columns
/// that are orthonormal (X) or of mean square 1 (Z), and of an outcome from which X has been
/// taken out.
struct PersonProducts {
  let people: Int
  let rows: Int
  /// The number of columns of Z and of X.
  let effects: Int
  let fixed: Int
  /// Z'Z of each person, row after row.
  private(set) var squares: [Double]
  /// Z'X and Z'y of each person, row after row, y last.
  private(set) var sides: [Double]
  /// The sum of squares of the outcome without X, in units of `outcomeSize` squared.
  let outcomeSquare: Double
  let outcomeSize: Double
  /// What X takes out of the outcome, as coefficients of Q, in units of `outcomeSize`.
  let taken: [Double]
  let basis: OrthonormalBasis
  /// The basis of each block of Z; its columns are √n times orthonormal ones.
  let blockBases: [OrthonormalBasis]

  init(_ data: MixedModelData) throws(InferenceError) {
    basis = try OrthonormalBasis(data.fixed)
    var bases: [OrthonormalBasis] = []
    for block in data.blocks { bases.append(try OrthonormalBasis(block)) }
    blockBases = bases
    let (rest, coefficients, size) = basis.remainder(of: data.outcome)
    people = data.personCount
    rows = data.rowCount
    effects = data.effectCount
    fixed = data.fixed.count
    outcomeSize = size
    taken = coefficients
    outcomeSquare = rest.reduce(0) { $0 + $1 * $1 }
    guard size > 0, outcomeSquare > 1e-22 * Double(rows) else {
      throw .unusable(
        "the outcome does not vary beyond what the fixed effects explain exactly; leave some out, or "
          + "look whether the right column was named")
    }
    squares = [Double](repeating: 0, count: people * effects * effects)
    sides = [Double](repeating: 0, count: people * effects * (fixed + 1))
    let root = Double(rows).squareRoot()
    let random = bases.flatMap(\.columns).map { column in column.map { $0 * root } }
    add(data.groups, random, basis.columns + [rest])
  }

  private mutating func add(_ groups: GroupedRows, _ random: [[Double]], _ others: [[Double]]) {
    for (i, left) in random.enumerated() {
      for (j, right) in random.enumerated() where j <= i {
        sum(left, right, groups) { person, value in
          squares[(person * effects + i) * effects + j] = value
          squares[(person * effects + j) * effects + i] = value
        }
      }
      for (j, right) in others.enumerated() {
        sum(left, right, groups) { person, value in
          sides[(person * effects + i) * (fixed + 1) + j] = value
        }
      }
    }
  }

  private func sum(
    _ left: [Double], _ right: [Double], _ groups: GroupedRows, put: (Int, Double) -> Void
  ) {
    for person in 0..<people {
      var total = 0.0
      for place in groups.starts[person]..<groups.starts[person + 1] {
        let row = groups.order[place]
        total += left[row] * right[row]
      }
      put(person, total)
    }
  }
}
