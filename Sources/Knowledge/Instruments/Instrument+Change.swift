extension Instrument {
  /// Tells whether a change of the total is beyond measurement error.
  ///
  /// After Jacobson and Truax (1991), by the instrument's ``reliableChange``. Where the standard
  /// error depends on the score, |after − before| > 1.96 · √(SE² + SE²) with the errors of both.
  ///
  /// - Parameters:
  ///   - before: the earlier total.
  ///   - after: the later total.
  /// - Returns: nil when no measurement error is known or a total is not possible.
  public func isReliableChange(from before: Double, to after: Double) -> Bool? {
    guard accepts(total: before), accepts(total: after) else { return nil }
    if case .tScore(let table) = scoring?.rule {
      guard let first = table.standardError(ofScore: before),
        let second = table.standardError(ofScore: after)
      else { return nil }
      return abs(after - before) > 1.96 * (first * first + second * second).squareRoot()
    }
    return reliableChange.map { abs(after - before) >= $0.points }
  }
}
