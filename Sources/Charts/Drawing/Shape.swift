/// Small signs as paths.
enum Shape {
  static func diamond(x: Double, y: Double, radius: Double) -> String {
    polygon([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)])
  }

  /// A pennant on a staff whose foot is at the given place.
  static func flag(x: Double, y: Double, height: Double) -> String {
    polygon([(x, y), (x, y - height), (x + 11, y - height + 4.5), (x, y - height + 9)])
  }

  static func square(x: Double, y: Double, radius: Double) -> String {
    polygon([
      (x - radius, y - radius), (x + radius, y - radius), (x + radius, y + radius),
      (x - radius, y + radius),
    ])
  }

  private static func polygon(_ corners: [(x: Double, y: Double)]) -> String {
    Path.line(corners.map { Path.Point(x: $0.x, y: $0.y) }) + "Z"
  }
}
