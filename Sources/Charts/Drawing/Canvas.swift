import HTML

/// Collects the shapes of a drawing, each with a class that the style sheet knows.
struct Canvas {
  private(set) var markup = HTML.empty
  let font: FontMetrics

  init(font: FontMetrics) { self.font = font }

  enum Anchor: String {
    case start, middle, end
  }

  mutating func rectangle(
    _ style: StaticString, x: Double, y: Double, to right: Double, _ bottom: Double
  ) {
    let width = max(0, right - x)
    let height = max(0, bottom - y)
    markup.append(
      "<rect class=\"\(name(style))\" x=\"\(at(x))\" y=\"\(at(y))\" width=\"\(at(width))\" height=\"\(at(height))\"/>\n"
    )
  }

  mutating func line(
    _ style: StaticString, x: Double, y: Double, to right: Double, _ bottom: Double
  ) {
    markup.append(
      "<line class=\"\(name(style))\" x1=\"\(at(x))\" y1=\"\(at(y))\" x2=\"\(at(right))\" y2=\"\(at(bottom))\"/>\n"
    )
  }

  mutating func path(_ style: StaticString, _ definition: String) {
    guard !definition.isEmpty else { return }
    markup.append("<path class=\"\(name(style))\" d=\"\(HTML(raw: definition))\"/>\n")
  }

  mutating func circle(
    _ style: StaticString, x: Double, y: Double, radius: Double, tooltip: String? = nil
  ) {
    let shape: HTML =
      "<circle class=\"\(name(style))\" cx=\"\(at(x))\" cy=\"\(at(y))\" r=\"\(at(radius))\""
    guard let tooltip else { return markup.append("\(shape)/>\n") }
    markup.append("\(shape)><title>\(tooltip)</title></circle>\n")
  }

  mutating func text(
    _ style: StaticString, x: Double, y: Double, _ text: String, anchor: Anchor = .start
  ) {
    guard !text.isEmpty else { return }
    let side = HTML.attribute("text-anchor", anchor == .start ? nil : anchor.rawValue)
    markup.append(
      "<text class=\"\(name(style))\" x=\"\(at(x))\" y=\"\(at(y))\"\(side)>\(text)</text>\n")
  }

  private func name(_ style: StaticString) -> HTML { HTML(raw: style.description) }

  private func at(_ value: Double) -> HTML { HTML(raw: NumberText.coordinate(value)) }
}
