extension Plot {
  func drawTitle(on canvas: inout Canvas, _ size: FrameSize) {
    for (index, line) in titleLines(size).enumerated() {
      canvas.text("c-label", x: 2, y: size.font.size + Double(index) * size.lineHeight, line)
    }
  }

  func drawValues(on canvas: inout Canvas, _ frame: Frame) {
    for tick in valueTicks {
      let y = frame.value(tick.value)
      canvas.line("c-rule", x: frame.left, y: y, to: frame.right, y)
      canvas.text("c-label", x: frame.left - 6, y: y + 4, tick.label, anchor: .end)
    }
  }

  /// Day labels, leaving out those that would run into each other.
  func drawDays(on canvas: inout Canvas, _ frame: Frame, bottom: Double) {
    var free = -Double.infinity
    var ruled = -Double.infinity
    for tick in days.labels {
      let x = frame.day(tick.position)
      guard x >= ruled + 5 else { continue }
      ruled = x
      canvas.line("c-rule", x: x, y: frame.top, to: x, bottom + 4)
      let label = frame.size.font.fit(tick.label, into: frame.size.width / 2)
      let half = frame.size.font.width(of: label) / 2
      let middle = min(max(x, half + 2), frame.size.width - half - 2)
      guard middle - half > free else { continue }
      free = middle + half + 8
      canvas.text(
        "c-label", x: middle, y: bottom + frame.size.lineHeight + 2, label, anchor: .middle)
    }
    canvas.line("c-axis", x: frame.left, y: bottom, to: frame.right, bottom)
  }

  func drawNow(on canvas: inout Canvas, _ frame: Frame, bottom: Double) {
    guard let now, now >= days.start, now <= days.end else { return }
    let x = frame.day(now)
    let top = phases.isEmpty ? frame.top : frame.top - 4
    canvas.line("c-now", x: x, y: top, to: x, bottom)
    let half = frame.size.font.width(of: words.now) / 2
    let middle = min(max(x, frame.left + half), frame.size.width - half - 2)
    let y = phases.isEmpty ? frame.top - 4 : frame.bottom - 5
    canvas.text("c-phase c-halo", x: middle, y: y, words.now, anchor: .middle)
  }

  func drawStrips(on canvas: inout Canvas, _ frame: Frame) {
    var top = frame.bottom + 8
    for strip in strips {
      let label = frame.size.font.fit(strip.label, into: frame.size.width - frame.left - 4)
      canvas.text(
        "c-label c-halo", x: frame.left, y: top + frame.size.font.size, label)
      top += frame.size.lineHeight
      strip.draw(&canvas, frame, top)
      top += strip.height + 8
    }
  }
}
