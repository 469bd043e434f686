extension Strip {
  /// Stretches as bars and single events as diamonds, named where there is room.
  static func items(_ lane: TimelineChart.Lane, now: Double?) -> Strip {
    Strip(label: lane.label, height: 20) { canvas, frame, top in
      var free = -Double.infinity
      var drawn: Set<Path.Point> = []
      for (index, lasting) in lane.items.enumerated() {
        let item = known(lasting, now: now)
        guard item.end >= frame.day.low, item.start <= frame.day.high else { continue }
        let next = lane.items.dropFirst(index + 1).first.map { frame.day($0.start) }
        let name = room(for: item, of: lane, before: next, free: free, frame)
        let place = Path.Point(
          x: frame.day(item.start).rounded(), y: frame.day(item.end).rounded())
        if drawn.insert(place).inserted { draw(item, on: &canvas, frame, top: top) }
        guard let name else { continue }
        canvas.text("c-phase c-halo", x: name.x, y: top + 14, item.label)
        free = name.end
      }
    }
  }

  /// What is still going on is drawn until now: what comes after is not known.
  private static func known(_ item: TimelineChart.Item, now: Double?) -> TimelineChart.Item {
    guard item.end == .infinity, let now, now > item.start else { return item }
    return TimelineChart.Item(from: item.start, to: now, label: item.label)
  }

  private static func draw(
    _ item: TimelineChart.Item, on canvas: inout Canvas, _ frame: Frame, top: Double
  ) {
    let left = frame.day(item.start)
    guard item.end > item.start else {
      return canvas.path("c-diamond", Shape.diamond(x: left, y: top + 10, radius: 5))
    }
    let right = max(frame.day(item.end), left + 2)
    canvas.rectangle("c-span", x: left, y: top + 1, to: right, top + 19)
  }

  /// Where a name fits between what is drawn before and after it, if anywhere.
  private static func room(
    for item: TimelineChart.Item, of lane: TimelineChart.Lane, before next: Double?, free: Double,
    _ frame: Frame
  ) -> (x: Double, end: Double)? {
    let x = frame.day(item.start) + (item.end > item.start ? 5 : 8)
    let end = x + frame.size.font.width(of: item.label)
    guard x >= free, end <= (next ?? frame.size.width) - 4 else { return nil }
    return (x, end + 6)
  }
}
