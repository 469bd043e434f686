import Foundation

/// A comma-separated file of numbers below a line of names.
struct NumberTable {
  private(set) var columns: [[Double]]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - count: how many columns it has; as many as names if not said.
  /// - Throws: ``BenchError`` when a line does not hold that many numbers.
  init(_ path: String, columns count: Int? = nil) throws {
    let lines = try String(contentsOf: URL(filePath: path), encoding: .utf8).split(
      whereSeparator: \.isNewline)
    let count = count ?? lines.first?.split(separator: ",").count ?? 0
    columns = [[Double]](repeating: [], count: count)
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",").compactMap { Double($0) }
      guard cells.count == count else { throw BenchError.argument("\(path): \(line)") }
      for (index, cell) in cells.enumerated() { columns[index].append(cell) }
    }
  }
}
