extension Plot {
  /// Stripes with their names beside the plot.
  func drawSeverity(on canvas: inout Canvas, _ frame: Frame) {
    var free = Double.infinity
    for (index, band) in severity.sorted(by: { $0.low < $1.low }).enumerated() {
      guard band.high >= frame.value.low, band.low <= frame.value.high else { continue }
      let top = frame.value(band.high)
      let bottom = frame.value(band.low)
      if index % 2 == 1 {
        canvas.rectangle("c-stripe", x: frame.left, y: top, to: frame.right, bottom)
      }
      let lines = frame.size.font.lines(of: band.label)
      let half = Double(lines.count) * frame.size.font.size / 2
      let middle = (top + bottom) / 2
      guard middle + half <= free else { continue }
      free = middle - half
      draw(lines, around: middle, on: &canvas, frame)
    }
  }

  private func draw(
    _ lines: [String], around middle: Double, on canvas: inout Canvas, _ frame: Frame
  ) {
    let font = frame.size.font
    let room = frame.size.width - frame.right - 8
    let first = middle - Double(lines.count - 1) * (font.size + 1) / 2 + font.size * 0.35
    for (index, line) in lines.enumerated() {
      canvas.text(
        "c-label", x: frame.right + 7, y: first + Double(index) * (font.size + 1),
        font.fit(line, into: room))
    }
  }

  func drawPhases(on canvas: inout Canvas, _ frame: Frame, numbered: Bool) {
    let names = phases.enumerated().map { numbered ? "\($0.offset + 1)" : $0.element.label }
    let rows = PhaseLabels.rows(names, phases: phases, days: frame.day, size: frame.size)
    let line = frame.size.lineHeight
    for (index, phase) in phases.enumerated() {
      let left = frame.day(phase.start)
      let right = frame.day(phase.end)
      let row = rows?[index] ?? 0
      let y = frame.top - 6 - Double(row) * (line - 2)
      if index % 2 == 0 {
        canvas.rectangle("c-shade", x: left, y: frame.top, to: right, frame.bottom)
      }
      canvas.line("c-edge", x: left, y: y - line + 6, to: left, frame.bottom)
      canvas.text("c-phase", x: left + 4, y: y, names[index])
    }
  }
}
