import HTML

/// Where the parts of a forest plot are: on a desk names, picture and numbers side by side; on a phone
/// names and numbers above each interval.
struct ForestLayout {
  let size: FrameSize
  let values: ValueAxis
  let scale: Scale

  init(_ size: FrameSize, _ span: (low: Double, high: Double), _ values: ValueAxis) {
    self.size = size
    self.values = values
    let (left, right) = size == .wide ? (230.0, 566.0) : (12.0, 368.0)
    scale = Scale(from: span.low, to: span.high, onto: left, right)
  }

  /// The height of one row.
  private var step: Double { size == .wide ? 24 : 38 }
  /// How far below the top of a row its interval lies.
  private var middle: Double { size == .wide ? 12 : 27 }
  private var titleStep: Double { 26 }

  /// The whole picture.
  func picture(of groups: [ForestPlot.Group], heading: Heading) -> HTML {
    var canvas = Canvas(font: size.font)
    let top = 6.0
    let bottom = groups.reduce(top) { $0 + height(of: $1) }
    drawAxis(on: &canvas, top: top, bottom: bottom)
    var y = top
    for group in groups {
      draw(group, on: &canvas, y)
      y += height(of: group)
    }
    return Drawing.picture(
      of: canvas.markup, heading: heading, part: size.name, width: size.width,
      height: bottom + 2 * size.lineHeight + 10)
  }

  private func height(of group: ForestPlot.Group) -> Double {
    titleStep + step * Double(group.rows.count + (group.pooled == nil ? 0 : 1)) + 8
  }

  private func drawAxis(on canvas: inout Canvas, top: Double, bottom: Double) {
    for tick in NiceTicks.between(scale.low, scale.high, about: size == .wide ? 6 : 5) {
      let x = scale(tick.value)
      canvas.line("c-rule", x: x, y: top, to: x, bottom + 4)
      canvas.text(
        "c-label", x: x, y: bottom + size.lineHeight + 2, tick.label, anchor: .middle)
    }
    canvas.line("c-axis", x: scale.start, y: bottom, to: scale.end, bottom)
    let zero = scale(0)
    canvas.line("c-zero", x: zero, y: top, to: zero, bottom)
    let title = size.font.fit(values.lines.joined(separator: " · "), into: size.width - 16)
    canvas.text(
      "c-label", x: (scale.start + scale.end) / 2, y: bottom + 2 * size.lineHeight + 4, title,
      anchor: .middle)
  }

  private func draw(_ group: ForestPlot.Group, on canvas: inout Canvas, _ top: Double) {
    canvas.text("c-phase c-strong c-halo", x: 2, y: top + 17, group.title)
    var y = top + titleStep
    for row in group.rows {
      write(row.label, row.estimate, row.low, row.high, on: &canvas, y)
      draw(row, on: &canvas, y + middle)
      y += step
    }
    guard let pooled = group.pooled else { return }
    write(pooled.label, pooled.estimate, pooled.low, pooled.high, on: &canvas, y)
    draw(pooled, on: &canvas, y + middle)
  }

  private func write(
    _ label: String, _ estimate: Double, _ low: Double, _ high: Double,
    on canvas: inout Canvas, _ y: Double
  ) {
    let base = y + (size == .wide ? 16 : 14)
    let numbers =
      "\(values.text(estimate)) [\(values.text(low)), \(values.text(high))]"
    let room = size == .wide ? scale.start - 16 : size.width - size.font.width(of: numbers) - 20
    canvas.text("c-phase c-halo", x: 2, y: base, size.font.fit(label, into: room))
    canvas.text("c-label c-halo", x: size.width - 2, y: base, numbers, anchor: .end)
  }

  private func draw(_ row: ForestPlot.Row, on canvas: inout Canvas, _ y: Double) {
    canvas.line("c-interval", x: scale(row.low), y: y, to: scale(row.high), y)
    arrows(row.low, row.high, on: &canvas, y)
    guard scale.contains(row.estimate) else { return }
    let half = 2.5 + 4.5 * min(max(row.weight ?? 0.3, 0), 1).squareRoot()
    let x = scale(row.estimate)
    canvas.rectangle("c-box", x: x - half, y: y - half, to: x + half, y + half)
  }

  private func draw(_ pooled: ForestPlot.Pooled, on canvas: inout Canvas, _ y: Double) {
    if let prediction = pooled.prediction {
      let (low, high) = (prediction.lowerBound, prediction.upperBound)
      canvas.line("c-prediction", x: scale(low), y: y, to: scale(high), y)
      arrows(low, high, on: &canvas, y)
    }
    let (left, peak, right) = (scale(pooled.low), scale(pooled.estimate), scale(pooled.high))
    let corners = [(left, y), (peak, y - 6), (right, y), (peak, y + 6)]
    canvas.path("c-pooled", Path.line(corners.map { Path.Point(x: $0.0, y: $0.1) }) + "Z")
    if pooled.prediction == nil { arrows(pooled.low, pooled.high, on: &canvas, y) }
  }

  /// A head at each end that lies beyond the axis.
  private func arrows(_ low: Double, _ high: Double, on canvas: inout Canvas, _ y: Double) {
    let ends = [(low < scale.low, scale.start, -6.0), (high > scale.high, scale.end, 6.0)]
    for (isBeyond, x, length) in ends where isBeyond {
      let corners = [(x, y - 4), (x + length, y), (x, y + 4)]
      canvas.path("c-arrow", Path.line(corners.map { Path.Point(x: $0.0, y: $0.1) }) + "Z")
    }
  }
}
