extension Strip {
  /// Raw answers: a bar as high as the answer with its number above, a question mark for unknown.
  static func answers(_ item: ItemAnswers, words: ChartWords) -> Strip {
    Strip(label: item.label, height: 42) { canvas, frame, top in
      var free = -Double.infinity
      for mark in item.marks where frame.day.contains(mark.day) {
        let x = frame.day(mark.day)
        let hasRoom = x - 5 >= free
        if hasRoom { free = x + 5 }
        draw(mark, of: item, at: x, top: top, hasRoom: hasRoom, on: &canvas)
      }
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
