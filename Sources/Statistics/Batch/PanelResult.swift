/// What the filter and the smoother say about every person of a panel.
public struct PanelResult: Hashable, Sendable {
  /// How many people.
  public let people: Int
  /// How many days each.
  public let days: Int
  /// How many states each day.
  public let states: Int
  /// The log-likelihood of each person; only what was observed counts the constant of 2 pi.
  public let logLikelihoods: [Double]
  /// The mean of each state given all days: people, then days, then states.
  public let means: [Double]
  /// The variance of each state given all days, in the same order.
  public let variances: [Double]

  /// The log-likelihood of the whole panel.
  public var logLikelihood: Double { logLikelihoods.reduce(0, +) }

  /// Where a state lies in ``means`` and ``variances``.
  ///
  /// - Parameters:
  ///   - person: from 0.
  ///   - day: from 0.
  ///   - state: from 0.
  /// - Returns: the index, or nothing outside the panel.
  public func index(person: Int, day: Int, state: Int) -> Int? {
    guard (0..<people).contains(person), (0..<days).contains(day), (0..<states).contains(state)
    else { return nil }
    return (person * days + day) * states + state
  }
}
