import HTML

/// The `d` attribute of a path, thinned so that no more than four points fall on two units of
/// width.
enum Path {
  struct Point: Hashable {
    let x: Double
    let y: Double
  }

  /// An open line through points in order of `x`.
  static func line(_ points: [Point]) -> String {
    var text = ""
    for (index, point) in thinned(points).enumerated() {
      text += index == 0 ? "M" : "L"
      text += pair(point)
    }
    return text
  }

  /// A closed area between two lines.
  static func area(upper: [Point], lower: [Point]) -> String {
    guard !upper.isEmpty, !lower.isEmpty else { return "" }
    let back = thinned(lower).reversed().map { "L" + pair($0) }.joined()
    return line(upper) + back + "Z"
  }

  /// A line that keeps its value until the next point.
  static func steps(_ points: [Point], until end: Double) -> String {
    guard let first = points.first else { return "" }
    var text = "M" + pair(first)
    for point in thinned(points).dropFirst() {
      text += "H" + NumberText.coordinate(point.x) + "V" + NumberText.coordinate(point.y)
    }
    return text + "H" + NumberText.coordinate(end)
  }

  /// Dots as strokes without length, one path for many.
  static func dots(_ points: some Sequence<Point>) -> String {
    points.reduce(into: "") { $0 += "M" + pair($1) + "h0" }
  }

  /// First, lowest, highest and last point of every two units of width, which is the width of the line.
  static func thinned(_ points: [Point]) -> [Point] {
    guard points.count > 400 else { return points }
    var kept: [Point] = []
    var start = points.startIndex
    while start < points.endIndex {
      let column = (points[start].x / 2).rounded(.down)
      let rest = points[start...]
      let end = rest.firstIndex { ($0.x / 2).rounded(.down) != column } ?? points.endIndex
      kept += extremes(of: points[start..<end])
      start = end
    }
    return kept
  }

  private static func extremes(of column: ArraySlice<Point>) -> [Point] {
    guard column.count > 4, let first = column.first, let last = column.last else {
      return Array(column)
    }
    let indices = column.indices.dropFirst().dropLast()
    let low = indices.min { column[$0].y < column[$1].y } ?? column.startIndex
    let high = indices.max { column[$0].y < column[$1].y } ?? column.startIndex
    return [first, column[min(low, high)], column[max(low, high)], last]
  }

  private static func pair(_ point: Point) -> String {
    NumberText.coordinate(point.x) + " " + NumberText.coordinate(point.y)
  }
}
