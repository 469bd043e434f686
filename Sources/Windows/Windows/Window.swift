public import Knowledge
public import Time

/// What the events of one measure leave behind over time, in one layer of evidence.
///
/// A model of published group-level time courses: it measures nobody's brain, and ``statement`` says
/// so wherever a window goes. Its levels come out as points to draw and as words.
public struct Window<Layer: LayerKind>: Sendable {
  /// What must be said with it.
  public let statement: String
  /// What was measured in the publications.
  public let measure: String
  /// The kernels that went into it, by their identifiers.
  public let kernels: [KernelDefinition]
  /// How many events went into it.
  public let eventCount: Int
  /// How many events were left out because they followed another too closely.
  public let refractoryCount: Int
  /// The moment it is asked about.
  public let moment: Instant
  /// The level at that moment.
  public let level: Level
  /// The share of parameter sets in which the window is open at that moment.
  public let openShare: Percentage
  /// The curve, from the first event shown to the time at which hardly any parameter set is open.
  public let points: [DrawingPoint]
  /// The events that account for most of the present level, the greatest first.
  public let contributions: [Contribution]
  /// How many further events account for some of it.
  public let furtherContributions: Int
  /// Whether something goes on, so that no end is known.
  public let isOngoing: Bool

  /// The share of open parameter sets at each point; it stays in this module.
  let shares: [Double]

  /// The stretches of time in which the window is open with a confidence.
  ///
  /// Where the window is open at a higher confidence it is open at every lower one.
  ///
  /// - Parameter confidence: the share of parameter sets that must be open, above 0, at most 1; what
  ///   lies outside gives none.
  /// - Returns: the stretches in the order of time; between points they are interpolated.
  public func spans(confidence: Double) -> [WindowSpan] {
    guard confidence > 0, confidence <= 1 else { return [] }
    var spans: [WindowSpan] = []
    var opened: Instant?
    for (index, share) in shares.enumerated() {
      let isOpen = share >= confidence
      if isOpen, opened == nil {
        opened = index == 0 ? points[0].instant : crossing(before: index, at: confidence)
      } else if !isOpen, let start = opened {
        spans.append(WindowSpan(opens: start, closes: .at(crossing(before: index, at: confidence))))
        opened = nil
      }
    }
    if let start = opened { spans.append(WindowSpan(opens: start, closes: .open)) }
    return spans
  }

  /// When the share crosses a confidence between a point and the one before it.
  private func crossing(before index: Int, at confidence: Double) -> Instant {
    let (low, high) = (shares[index - 1], shares[index])
    let (start, end) = (points[index - 1].instant, points[index].instant)
    guard high != low else { return end }
    return start.advanced(byDays: end.days(since: start) * (confidence - low) / (high - low))
  }
}
