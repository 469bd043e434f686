import Interchange
import MemoryScience
import Statistics

/// A square table of distances or similarities between words: the first line names the words behind
/// a first column of any name, and each further line holds a word and its values.
struct DistanceFile {
  private let words: [String]
  private let matrix: Matrix
  private let file: InputFile

  /// The rows while they are read.
  private struct Rows {
    var header: [String] = []
    var names: [String] = []
    var values: [Double] = []
    var failure: (line: Int, reason: String, cure: String)?

    mutating func add(_ event: CSVEvent) {
      guard failure == nil else { return }
      switch event {
      case .header(let names): header = names
      case .problem(let problem): failure = (problem.line, problem.reason, problem.cure)
      case .row(let row): add(row)
      }
    }

    private mutating func add(_ row: CSVRow) {
      names.append(row[0])
      for column in 1..<max(row.count, 1) {
        guard let value = Double(row[column]), value.isFinite else {
          failure = (
            row.line, "\"\(row[column].prefix(40))\" in column \(header[column]) is not a number",
            "write a number for each pair of words"
          )
          return
        }
        values.append(value)
      }
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: where it is.
  ///   - separator: the character between fields.
  /// - Throws: ``BadInput`` with line and cure.
  init(_ file: InputFile, separator: Separator) throws {
    var reader = CSVReader(separator: separator)
    var rows = Rows()
    do {
      try file.forEachChunk { try reader.read($0) { rows.add($0) } }
      try reader.finish { rows.add($0) }
    } catch let error as InterchangeError {
      throw BadInput(file.name, error)
    }
    if let failure = rows.failure {
      throw BadInput("\(file.name): line \(failure.line)", failure.reason, cure: failure.cure)
    }
    let words = Array(rows.header.dropFirst())
    guard !words.isEmpty, words == rows.names,
      let matrix = Matrix(rows: words.count, columns: words.count, elements: rows.values)
    else {
      throw BadInput(
        file.name, "the words of the first column are not those of the first line",
        cure: "give one row for each column, in the same order")
    }
    self.words = words
    self.matrix = matrix
    self.file = file
  }

  /// The distances.
  ///
  /// - Parameter areSimilarities: whether greater values mean nearer words.
  /// - Returns: the distances.
  /// - Throws: ``BadInput`` for a word that comes twice.
  func distances(areSimilarities: Bool) throws -> ItemDistances {
    do {
      return areSimilarities
        ? try ItemDistances(items: words, similarities: matrix)
        : try ItemDistances(items: words, matrix: matrix)
    } catch {
      throw BadInput(file.name, error)
    }
  }
}
