extension Instrument {
  /// Finds the band of a total.
  ///
  /// Bands are ranges of whole points; a total between two of them, such as a mean of two ratings,
  /// belongs to the band of its whole points below.
  ///
  /// - Parameter total: a total in points.
  /// - Returns: the band, or nil when the total is outside the range or the instrument has no bands.
  public func band(forTotal total: Double) -> Band? {
    guard accepts(total: total) else { return nil }
    return bands.last { $0.range.lowerBound <= total }
  }

  /// Whether the instrument has a total; some are read item by item or lead to a level of risk.
  public var givesTotal: Bool { scoring?.givesTotal ?? true }

  /// Tells whether a number can be a total of the instrument.
  ///
  /// - Parameter total: the number to check.
  /// - Returns: true when it is finite and within the instrument's range; false for an instrument
  ///   without a total.
  public func accepts(total: Double) -> Bool {
    givesTotal && total.isFinite && range.contains(total)
  }

  /// Tells whether a total counts as remission.
  ///
  /// - Parameter total: a total in points.
  /// - Returns: nil when the instrument has no definition of remission or the total is not possible.
  public func isRemission(total: Double) -> Bool? {
    guard let remission, accepts(total: total) else { return nil }
    return remission.isMet(by: total)
  }
}
