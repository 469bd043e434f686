extension Plot {
  /// Stripes with their names: beside the plot where there is room, else inside it.
  func drawSeverity(on canvas: inout Canvas, _ frame: Frame) {
    var free = Double.infinity
    for (index, band) in severity.sorted(by: { $0.low < $1.low }).enumerated() {
      guard band.high >= frame.value.low, band.low <= frame.value.high else { continue }
      let top = frame.value(band.high)
      let bottom = frame.value(band.low)
      if index % 2 == 1 {
        canvas.rectangle("c-stripe", x: frame.left, y: top, to: frame.right, bottom)
      }
      let y = (top + bottom) / 2 + 4
      guard y < free else { continue }
      free = y - frame.size.lineHeight + 2
      drawName(of: band, at: y, on: &canvas, frame)
    }
  }

  private func drawName(
    of band: SeverityBand, at y: Double, on canvas: inout Canvas, _ frame: Frame
  ) {
    switch frame.size {
    case .wide:
      let room = frame.size.width - frame.right - 10
      canvas.text("c-label", x: frame.right + 8, y: y, frame.size.font.fit(band.label, into: room))
    case .compact:
      canvas.text("c-faint c-halo", x: frame.right - 4, y: y, band.label, anchor: .end)
    }
  }

  func drawPhases(on canvas: inout Canvas, _ frame: Frame, numbered: Bool) {
    let names = phases.enumerated().map { numbered ? "\($0.offset + 1)" : $0.element.label }
    let rows = PhaseLabels.rows(names, phases: phases, frame: frame)
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
