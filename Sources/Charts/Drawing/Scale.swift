/// A straight map from data to coordinates that holds its results within the drawing.
struct Scale: Hashable, Sendable {
  let low: Double
  let high: Double
  let start: Double
  let end: Double

  /// Creates a scale; ends in the wrong order are exchanged, and a domain without length or that
  /// is not drawable is given one.
  init(from low: Double, to high: Double, onto start: Double, _ end: Double) {
    let first = low.isDrawable ? low : (high.isDrawable ? high : 0)
    let second = high.isDrawable ? high : first
    let least = max(first.magnitude, second.magnitude, 1) * 1e-9
    let isPoint = (first - second).magnitude < least
    let middle = first + (second - first) / 2
    let room = max(0.5, middle.magnitude * 1e-6)
    self.low = isPoint ? middle - room : min(first, second)
    self.high = isPoint ? middle + room : max(first, second)
    self.start = start
    self.end = end
  }

  func contains(_ value: Double) -> Bool { value >= low && value <= high }

  func callAsFunction(_ value: Double) -> Double {
    guard !value.isNaN else { return start }
    let share = (min(max(value, low), high) - low) / (high - low)
    return start + share * (end - start)
  }
}
