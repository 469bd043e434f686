public import Statistics

/// How far apart words are in meaning, or in anything else.
public struct ItemDistances: Hashable, Sendable {
  /// The words, one per row.
  public let items: [String]
  /// The distance from the word of the row to the word of the column; greater is farther.
  public let matrix: Matrix
  private let places: [String: Int]

  /// Keeps a matrix.
  ///
  /// - Parameters:
  ///   - items: the words, each once.
  ///   - matrix: as many rows and columns, of finite numbers.
  /// - Throws: ``MemoryScienceError`` when it is not so.
  public init(items: [String], matrix: Matrix) throws(MemoryScienceError) {
    guard matrix.rows == items.count, matrix.columns == items.count else {
      throw .unusable(
        "\(items.count) words and a matrix of \(matrix.rows) x \(matrix.columns) distances; "
          + "give one row and one column per word")
    }
    guard matrix.isFinite else {
      throw .unusable("the matrix of distances holds a value that is no finite number")
    }
    places = Dictionary(zip(items, items.indices)) { first, _ in first }
    guard places.count == items.count else {
      throw .unusable("the matrix of distances holds a word twice; give each word one row")
    }
    self.items = items
    self.matrix = matrix
  }

  /// Distances from similarities: each is the greatest similarity less the pair's own, so that the
  /// order is turned round and differences are kept.
  ///
  /// - Parameters:
  ///   - items: the words, each once.
  ///   - similarities: as many rows and columns, of finite numbers.
  /// - Throws: ``MemoryScienceError`` as ``init(items:matrix:)``.
  public init(
    items: [String], similarities: Matrix
  ) throws(MemoryScienceError) {
    let greatest = similarities.elements.max() ?? 0
    var turned = similarities
    for row in 0..<similarities.rows {
      for column in 0..<similarities.columns {
        turned[row, column] = greatest - similarities[row, column]
      }
    }
    try self.init(items: items, matrix: turned)
  }

  /// The standard deviation of the distances between different words, `nil` for fewer than two.
  var deviation: Double? {
    var (count, mean, squares) = (0.0, 0.0, 0.0)
    for row in items.indices {
      for column in items.indices where column != row {
        count += 1
        let difference = matrix[row, column] - mean
        mean += difference / count
        squares += difference * (matrix[row, column] - mean)
      }
    }
    return count > 1 ? (squares / (count - 1)).squareRoot() : nil
  }

  /// The row of each studied word.
  func rows(in data: RecallData) throws(MemoryScienceError) -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(data.items.count)
    for item in data.items {
      guard let row = places[item] else {
        throw .unusable("the word \"\(item)\" has no row in the matrix of distances; add it")
      }
      rows.append(row)
    }
    return rows
  }
}

/// A matrix of distances with the rows of the studied words looked up, list by list.
struct DistanceTable: Sendable {
  private let rows: [Int]
  private let elements: [Double]
  private let width: Int
  /// The rows of the words of the list at hand, by serial position from 0.
  private var places: [Int] = []

  init(_ distances: ItemDistances, data: RecallData) throws(MemoryScienceError) {
    rows = try distances.rows(in: data)
    elements = distances.matrix.elements
    width = distances.matrix.columns
  }

  /// Takes up a list.
  mutating func open(_ list: ScoredList) {
    places.removeAll(keepingCapacity: true)
    for item in list.items { places.append(rows[item]) }
  }

  /// The distance between two serial positions, from 1, of the list taken up last.
  @inline(__always)
  func distance(_ from: Int, _ to: Int) -> Double {
    elements[places[from - 1] * width + places[to - 1]]
  }
}
