/// A signal and what people did about it.
public struct ChartSignal: Hashable, Sendable {
  /// The signal.
  public let signal: Dated<Signal>
  /// What people did, by time; empty when nobody has looked yet.
  public let acknowledgements: [Dated<Acknowledgement>]
}
