/// The parameters of recall as a race of leaky, competing accumulators.
///
///     x += (a - kappa x - lambda sum of the others) dt/tau + N(0, eta) sqrt(dt/tau),  x >= 0
///
/// The first item whose x passes its threshold is retrieved; its threshold then rises to
/// 1 + omega alpha^j, with j the items retrieved since. Source: Usher & McClelland (2001), Psychol Rev
/// 108:550-592; Polyn, Norman & Kahana (2009), Psychol Rev 116:129-156; between lists Lohnas, Polyn &
/// Kahana (2015), Psychol Rev 122:337-363.
public struct AccumulatorParameters: Hashable, Sendable {
  /// Leak kappa, per tau, 0 to 10.
  public var leak = 0.111
  /// Inhibition by the other items lambda, per tau, 0 to 10.
  public var inhibition = 0.338
  /// Deviation of the noise eta, per root of tau, 0 to 10.
  public var noise = 0.159
  /// Rise of the threshold after a retrieval omega, 0 to 1000.
  public var thresholdRise = 15.907
  /// What is left of that rise after each further retrieval, alpha, 0 to 1.
  public var thresholdKept = 0.765
  /// An item is reported only if the context it brings back is at least this much like the context it
  /// comes into, c_thresh, -2 to 2.
  public var reportThreshold = 0.0001
  /// How far a distractor before recall moves context, beta_distract, 0 to 1.
  public var distractorDrift = 0.0
  /// How far context moves between a recall period and the next list, beta_rec_post, 0 to 1.
  public var betweenListDrift = 0.98
  /// How many lists of the usual length race at most, counted in items, 1 to 100.
  public var competingLists = 2
  /// The length of a recall period in seconds, above 0 and up to 3600.
  public var recallSeconds = 75.0
  /// The length of a step in seconds, dt.
  public var stepSeconds = 0.01
  /// The share of the time constant that a step is, dt/tau, above 0 and up to 1.
  public var stepShare = 0.01
  /// The most retrievals of a recall period; none for no such limit.
  public var retrievalLimit: Int?

  /// Creates the parameters with the values of Polyn, Norman & Kahana (2009), noise as in their paper.
  public init() {}

  /// Refuses values outside their ranges.
  ///
  /// - Throws: ``MemoryScienceError/option(_:)`` that names the first such parameter.
  public func validate() throws(MemoryScienceError) {
    let ranges: [(String, Double, ClosedRange<Double>)] = [
      ("leak", leak, 0...10), ("inhibition", inhibition, 0...10), ("noise", noise, 0...10),
      ("thresholdRise", thresholdRise, 0...1000), ("thresholdKept", thresholdKept, 0...1),
      ("reportThreshold", reportThreshold, -2...2), ("distractorDrift", distractorDrift, 0...1),
      ("betweenListDrift", betweenListDrift, 0...1), ("recallSeconds", recallSeconds, 1e-3...3600),
      ("stepSeconds", stepSeconds, 1e-4...1), ("stepShare", stepShare, 1e-4...1),
      ("competingLists", Double(competingLists), 1...100),
      ("retrievalLimit", Double(retrievalLimit ?? 0), 0...1e6),
    ]
    for (name, value, range) in ranges where !range.contains(value) {
      throw .option(
        "\(name) is \(value); set it between \(range.lowerBound) and \(range.upperBound)")
    }
  }

  /// How many steps a recall period has.
  var stepCount: Int { Int((recallSeconds / stepSeconds).rounded()) }
}
