/// The inverse of a monotone function on the numbers from 0 to infinity.
enum PositiveInverse {
  /// The largest number at which a condition that holds up to some point still holds.
  ///
  /// Positive doubles are ordered as their bit patterns are, so halving the patterns ends after 63
  /// questions whatever the function.
  ///
  /// - Parameter holds: true up to a point and false beyond it.
  /// - Returns: the last number for which it is true, 0 if none.
  static func last(where holds: (Double) -> Bool) -> Double {
    var low: UInt64 = 0
    var high = Double.infinity.bitPattern
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds(Double(bitPattern: middle)) { low = middle } else { high = middle }
    }
    return Double(bitPattern: low)
  }
}
