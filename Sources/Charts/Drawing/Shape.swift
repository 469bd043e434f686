/// Small signs as paths.
enum Shape {
  static func diamond(x: Double, y: Double, radius: Double) -> String {
    polygon([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)])
  }

  /// A pennant on a staff whose foot is at the given place.
  static func flag(x: Double, y: Double, height: Double) -> String {
    polygon([(x, y), (x, y - height), (x + 11, y - height + 4.5), (x, y - height + 9)])
  }

  static func box(x: Double, y: Double, to right: Double, _ bottom: Double) -> String {
    let text = [x, y, right, bottom].map { NumberText.coordinate($0) }
    return "M\(text[0]) \(text[1])H\(text[2])V\(text[3])H\(text[0])Z"
  }

  private static func polygon(_ corners: [(x: Double, y: Double)]) -> String {
    Path.line(corners.map { Path.Point(x: $0.x, y: $0.y) }) + "Z"
  }
}
