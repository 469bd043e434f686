/// Regressors that a model does not have yet, to be tried one at a time beside its own.
public struct FurtherRegressors: Sendable {
  /// How many there are.
  public let count: Int
  /// The number of values of each.
  public let length: Int
  /// Eight regressors side by side, then the next eight: `batches[b][observation]`.
  let batches: [[SIMD8<Double>]]

  /// Lays regressors side by side.
  ///
  /// - Parameter columns: the regressors, each with one finite value per observation.
  /// - Throws: ``StateSpaceError`` when lengths differ or a value is not finite.
  public init(_ columns: [[Double]]) throws(StateSpaceError) {
    count = columns.count
    let length = columns.first?.count ?? 0
    self.length = length
    guard columns.allSatisfy({ $0.count == length }) else {
      throw .shape("further regressors differ in length")
    }
    guard columns.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw .value("a further regressor holds a number that is not finite")
    }
    batches = stride(from: 0, to: columns.count, by: 8).map { start in
      let lanes = columns[start..<min(start + 8, columns.count)]
      var rows = [SIMD8<Double>](repeating: .zero, count: length)
      for (lane, column) in lanes.enumerated() {
        for (row, value) in column.enumerated() { rows[row][lane] = value }
      }
      return rows
    }
  }
}
