/// Days at which time courses are tabulated: evenly spaced at first, then with a spacing that doubles
/// after every octave, so that a fast rise and a slow fall are both followed.
struct TimeNodes: Sendable {
  /// The spacing at the beginning, in days.
  let step: Double
  /// How many nodes each octave has.
  let perOctave: Int
  /// The days, ascending from 0.
  let days: [Double]

  /// Covers the days from 0 to a last one, with at most forty octaves.
  init(step: Double, to last: Double, perOctave: Int = 16) {
    self.step = step
    self.perOctave = perOctave
    var days = (0...perOctave).map { Double($0) * step }
    var spacing = step
    while days[days.count - 1] < last, days.count < 40 * perOctave {
      let start = days[days.count - 1]
      days += (1...perOctave).map { start + Double($0) * spacing }
      spacing *= 2
    }
    self.days = days
  }

  /// The node at or before a day and the share of the way to the next; nil past the last one.
  func place(of day: Double) -> (node: Int, share: Float)? {
    let scaled = day / step
    guard scaled >= 0, day < days[days.count - 1] else { return nil }
    let octave = max(0, (scaled / Double(perOctave)).exponent)
    let index: Double
    if scaled < Double(perOctave) {
      index = scaled
    } else {
      let width = Double(1 << octave)
      index =
        Double(perOctave * (octave + 1)) + (scaled - Double(perOctave) * width) / width
    }
    let node = min(Int(index), days.count - 2)
    return (node, Float(index - Double(node)))
  }
}
