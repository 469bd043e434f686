/// How a number is compared with a threshold.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  /// Less than the threshold.
  case below
  /// The threshold or less.
  case atMost
  /// The threshold or more.
  case atLeast
  /// More than the threshold.
  case above
  /// The threshold itself.
  case equals

  /// Tells whether a number stands so to a threshold.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - threshold: the threshold.
  /// - Returns: true when it does; false for what is no number.
  public func holds(_ value: Double, _ threshold: Double) -> Bool {
    switch self {
    case .below: value < threshold
    case .atMost: value <= threshold
    case .atLeast: value >= threshold
    case .above: value > threshold
    case .equals: value == threshold
    }
  }

  /// Tells what is known when only the bounds of a number are.
  ///
  /// - Parameters:
  ///   - range: the least and the most it can be.
  ///   - threshold: the threshold.
  /// - Returns: unknown when some number within the bounds would decide one way and some the other.
  public func truth(of range: ClosedRange<Double>, _ threshold: Double) -> Truth {
    if self == .equals, range.lowerBound < range.upperBound {
      return range.contains(threshold) ? .unknown : .no
    }
    let least = holds(range.lowerBound, threshold)
    return least == holds(range.upperBound, threshold) ? Truth(least) : .unknown
  }

  /// Tells what is known when only the bounds of a count are.
  ///
  /// - Parameters:
  ///   - counts: the fewest and the most there can be.
  ///   - threshold: the threshold.
  /// - Returns: unknown when some count within the bounds would decide one way and some the other.
  public func truth(of counts: ClosedRange<Int>, _ threshold: Int) -> Truth {
    let atEnds = [counts.lowerBound, counts.upperBound].map {
      holds(Double($0), Double(threshold))
    }
    if self == .equals, counts.lowerBound < counts.upperBound {
      return counts.contains(threshold) ? .unknown : .no
    }
    return atEnds[0] == atEnds[1] ? Truth(atEnds[0]) : .unknown
  }

  /// The comparison in words, to stand before the threshold.
  var words: String {
    switch self {
    case .below: "below"
    case .atMost: "at most"
    case .atLeast: "at least"
    case .above: "above"
    case .equals: "exactly"
    }
  }
}
