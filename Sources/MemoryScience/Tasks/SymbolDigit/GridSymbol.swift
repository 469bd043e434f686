/// A drawing of this project's own: one line of five strokes between neighbouring points of a grid
/// of three by three.
///
/// Points are numbered from 0, row by row. Two symbols are never the same when turned or mirrored.
public struct GridSymbol: Hashable, Sendable, Codable {
  /// The six points of the line in the order in which it is drawn.
  public let points: [Int]

  /// Creates a symbol.
  ///
  /// - Parameter points: six different points, 0 to 8.
  init(points: [Int]) { self.points = points }

  /// How many symbols there are.
  public static var count: Int { all.count }

  /// All symbols, always in the same order.
  static let all: [GridSymbol] = {
    var known: Set<Set<Int>> = []
    var symbols: [GridSymbol] = []
    for start in 0..<9 {
      for path in paths(from: [start]) where known.insert(drawing(path)).inserted {
        for turned in symmetries(of: path) { known.insert(drawing(turned)) }
        symbols.append(GridSymbol(points: path))
      }
    }
    return symbols
  }()

  private static func paths(from begun: [Int]) -> [[Int]] {
    guard begun.count < 6, let last = begun.last else { return [begun] }
    return (0..<9).filter { point in
      !begun.contains(point) && abs(point / 3 - last / 3) <= 1 && abs(point % 3 - last % 3) <= 1
    }.flatMap { paths(from: begun + [$0]) }
  }

  /// The strokes as they are seen, whatever the direction.
  private static func drawing(_ path: [Int]) -> Set<Int> {
    Set(zip(path, path.dropFirst()).map { min($0, $1) * 9 + max($0, $1) })
  }

  /// The eight ways of turning and mirroring.
  private static func symmetries(of path: [Int]) -> [[Int]] {
    var result: [[Int]] = []
    var turned = path
    for _ in 0..<4 {
      turned = turned.map { $0 % 3 * 3 + 2 - $0 / 3 }
      result += [turned, turned.map { $0 / 3 * 3 + 2 - $0 % 3 }]
    }
    return result
  }
}
