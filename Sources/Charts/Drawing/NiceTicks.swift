/// Round numbers that divide a range.
enum NiceTicks {
  struct Tick: Hashable {
    let value: Double
    let label: String
  }

  /// Multiples of 1, 2 or 5 times a power of ten inside a range.
  ///
  /// - Parameters:
  ///   - low: lower end.
  ///   - high: upper end, above `low`.
  ///   - count: about how many are wanted.
  /// - Returns: the ticks, rising; never more than 40.
  static func between(_ low: Double, _ high: Double, about count: Int) -> [Tick] {
    guard low.isDrawable, high.isDrawable, high > low, count > 0 else { return [] }
    let step = step(atLeast: (high - low) / Double(count))
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 40, first.magnitude < 1e15 else { return [] }
    let places = (0...6).first { NumberText.isWhole(step * power($0)) } ?? 6
    return (0...Int(last - first)).map { index in
      let value = (first + Double(index)) * step
      return Tick(value: value, label: NumberText.fixed(value, places: places))
    }
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * 10 }
  }

  private static func step(atLeast least: Double) -> Double {
    var unit = 1.0
    while unit * 10 <= least { unit *= 10 }
    while unit > least, unit > 1e-9 { unit /= 10 }
    let choice = [1.0, 2, 5, 10].first { $0 * unit >= least * 0.999 } ?? 10
    return choice * unit
  }
}
