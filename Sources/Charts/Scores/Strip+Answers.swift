extension Strip {
  /// Raw answers: a bar as high as the answer with its number above, a question mark for unknown.
  static func answers(_ item: ItemAnswers, words: ChartWords) -> Strip {
    Strip(label: item.label, height: 42) { canvas, frame, top in
      var free = -Double.infinity
      for mark in shown(item.marks.filter { frame.day.contains($0.day) }, frame) {
        let x = frame.day(mark.day)
        let hasRoom = x - 5 >= free
        if hasRoom { free = x + 5 }
        draw(mark, of: item, at: x, top: top, hasRoom: hasRoom, on: &canvas)
      }
    }
  }

  /// All marks; where they outnumber the places on the page, the highest and any unknown of each
  /// place, so that no high answer is hidden by a lower one.
  private static func shown(_ marks: [ItemAnswers.Mark], _ frame: Frame) -> [ItemAnswers.Mark] {
    guard marks.count > 200 else { return marks }
    let places = Dictionary(grouping: marks) { (frame.day($0.day) / 2).rounded(.down) }
    return places.sorted { $0.key < $1.key }.flatMap { _, crowd in
      let highest = crowd.filter { $0.answer != .unknown }.max { height(of: $0) < height(of: $1) }
      return [highest, crowd.first { $0.answer == .unknown }].compactMap { $0 }
    }
  }

  private static func height(of mark: ItemAnswers.Mark) -> Int {
    switch mark.answer {
    case .given(let value): value
    case .unknown: 0
    }
  }

  private static func draw(
    _ mark: ItemAnswers.Mark, of item: ItemAnswers, at x: Double, top: Double, hasRoom: Bool,
    on canvas: inout Canvas
  ) {
    let floor = top + 40
    switch mark.answer {
    case .unknown:
      canvas.text("c-unknown c-halo", x: x, y: floor - 2, "?", anchor: .middle)
    case .given(let value):
      let share = Double(min(max(value, 0), item.highest)) / Double(item.highest)
      let height = 2 + share * 22
      canvas.rectangle(
        value > 0 ? "c-answer" : "c-nought", x: x - 3, y: floor - height, to: x + 3, floor)
      // A number above zero is always written, even where numbers touch.
      guard hasRoom || value > 0 else { return }
      canvas.text("c-label c-halo", x: x, y: floor - height - 3, "\(value)", anchor: .middle)
    }
  }
}
