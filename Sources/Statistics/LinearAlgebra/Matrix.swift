/// A small dense matrix of doubles, stored by rows.
///
/// A value like an array. Operations on shapes that do not fit give a result filled with what is not
/// a number, as arithmetic on doubles does, so that nothing stops the program and nothing passes
/// unseen.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// All entries, row after row.
  public private(set) var elements: [Double]

  /// Creates a matrix with one value in every place.
  ///
  /// - Parameters:
  ///   - rows: how many rows, 0 or more.
  ///   - columns: how many columns, 0 or more.
  ///   - value: the value of every entry.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
    elements = [Double](repeating: value, count: self.rows * self.columns)
  }

  /// Creates a matrix from its entries.
  ///
  /// - Parameters:
  ///   - rows: how many rows.
  ///   - columns: how many columns.
  ///   - elements: all entries, row after row; none other than `rows` times `columns` is accepted.
  public init?(rows: Int, columns: Int, elements: [Double]) {
    guard rows >= 0, columns >= 0, elements.count == rows.multipliedFullWidth(by: columns).low,
      rows.multipliedFullWidth(by: columns).high == 0
    else { return nil }
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Creates a matrix from entries that are known to fill it.
  init(_ rows: Int, _ columns: Int, _ elements: [Double]) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Creates a matrix from its rows.
  ///
  /// - Parameter rows: the entries; a row shorter than the longest is filled up with what is not a
  ///   number.
  public init(_ rows: [[Double]]) {
    let columns = rows.reduce(0) { max($0, $1.count) }
    self.rows = rows.count
    self.columns = columns
    elements = rows.flatMap { $0 + [Double](repeating: .nan, count: columns - $0.count) }
  }

  /// Creates a matrix with the given diagonal and 0 elsewhere.
  ///
  /// - Parameter diagonal: the diagonal entries.
  public init(diagonal: [Double]) {
    self.init(rows: diagonal.count, columns: diagonal.count)
    for (index, value) in diagonal.enumerated() { self[index, index] = value }
  }

  /// The matrix with ones on the diagonal.
  ///
  /// - Parameter count: how many rows and columns.
  /// - Returns: the identity.
  public static func identity(_ count: Int) -> Matrix {
    Matrix(diagonal: [Double](repeating: 1, count: max(count, 0)))
  }

  /// One entry; a place outside the matrix is a bug of the caller and stops the program.
  ///
  /// - Parameters:
  ///   - row: 0 to `rows` - 1.
  ///   - column: 0 to `columns` - 1.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, Matrix.outside)
      return elements[row &* columns &+ column]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, Matrix.outside)
      elements[row &* columns &+ column] = newValue
    }
  }

  private static let outside = "a matrix was asked for a place outside it"

  /// Whether there are as many rows as columns.
  public var isSquare: Bool { rows == columns }

  /// Whether every entry is a finite number.
  public var isFinite: Bool { elements.allSatisfy(\.isFinite) }

  /// The entries from the upper left to the lower right.
  public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  /// The entries of one row; empty for a row outside the matrix.
  ///
  /// - Parameter index: 0 to `rows` - 1.
  /// - Returns: the entries from left to right.
  public func row(_ index: Int) -> [Double] {
    guard index >= 0, index < rows else { return [] }
    return Array(elements[index * columns..<(index + 1) * columns])
  }

  /// The entries of one column; empty for a column outside the matrix.
  ///
  /// - Parameter index: 0 to `columns` - 1.
  /// - Returns: the entries from top to bottom.
  public func column(_ index: Int) -> [Double] {
    guard index >= 0, index < columns else { return [] }
    return (0..<rows).map { self[$0, index] }
  }

  /// The matrix with rows and columns exchanged.
  public var transpose: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }
}
