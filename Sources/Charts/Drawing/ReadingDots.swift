/// Raw answers as translucent dots; where many fall together, the place grows darker.
enum ReadingDots {
  /// Beyond this many dots, one path holds many: a dot then costs ten bytes instead of fifty.
  static let limit = 600
  /// So many strokes lie over each other, so that crowds still show in the paths.
  private static let layers = 5

  static func draw(_ points: [Path.Point], on canvas: inout Canvas) {
    guard points.count > limit else {
      for point in points { canvas.circle("c-dot", x: point.x, y: point.y, radius: 2.4) }
      return
    }
    for layer in 0..<layers {
      let share = stride(from: layer, to: points.count, by: layers).map { points[$0] }
      canvas.path("c-dots", Path.dots(distinct(share)))
    }
  }

  /// One of each place, at a resolution of a third of a unit, which no eye can tell apart.
  private static func distinct(_ points: [Path.Point]) -> [Path.Point] {
    var seen: Set<Path.Point> = []
    return points.filter {
      seen.insert(Path.Point(x: ($0.x * 2).rounded(), y: ($0.y * 2).rounded())).inserted
    }
  }
}
