/// The two widths in which each chart is drawn.
enum FrameSize {
  case wide, compact

  var width: Double { self == .wide ? 720 : 380 }
  var plotHeight: Double { self == .wide ? 260 : 230 }
  var font: FontMetrics { FontMetrics(size: self == .wide ? 13 : 12) }
  var lineHeight: Double { font.size + 4 }
  var name: StaticString { self == .wide ? "wide" : "compact" }
}

/// Where the parts of one drawing are.
struct Frame {
  let size: FrameSize
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let day: Scale
  let value: Scale

  func point(_ day: Double, _ value: Double) -> Path.Point {
    Path.Point(x: self.day(day), y: self.value(value))
  }
}
