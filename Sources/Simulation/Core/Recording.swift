/// What a run keeps.
public struct Recording: Hashable, Sendable {
  /// A quantity that can be followed day by day.
  public enum Trace: String, Hashable, Sendable, CaseIterable {
    /// m: mood, from -1.8 to 1.6.
    case mood
    /// q: the chance that a positive memory comes, from 0 to 1.
    case retrieval
    /// θ: reported severity, in standard deviations of the population.
    case severity
    /// ln(W+/W-): the balance of memories.
    case balance
    /// µ: the core belief, from -1.5 to 1.5.
    case belief
    /// P: plasticity without windows, 1 at rest.
    case plasticity
    /// L: stress load, 0 without stress.
    case load
    /// z: sleep quality, 0 on average.
    case sleep
  }

  /// Days from one form to the next; the first is filled in on day 0.
  public var formEvery: Int
  /// Whether each person's forms are kept, item by item, and not their sums alone.
  public var keepsForms: Bool
  /// What is kept for each person and day, 4 bytes each.
  public var traces: [Trace]

  /// Says what a run keeps.
  ///
  /// - Parameters:
  ///   - formEvery: days from one form to the next, from 1.
  ///   - keepsForms: whether each person's forms are kept.
  ///   - traces: what is kept for each person and day.
  public init(formEvery: Int = 7, keepsForms: Bool = true, traces: [Trace] = []) {
    self.formEvery = formEvery
    self.keepsForms = keepsForms
    self.traces = traces
  }

  /// The sums of weekly forms alone.
  public static let sums = Recording(keepsForms: false)
  /// Weekly forms, item by item.
  public static let weekly = Recording()
  /// Weekly forms and everything else day by day.
  public static let daily = Recording(traces: Trace.allCases)
}
