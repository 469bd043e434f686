/// Something done at known times whose effect on a series is asked for.
///
/// It acts on the readings through an input x(t) that the caller does not choose after the fact:
///
///     step    x(t) = Σ 1[t ≥ t_k]
///     ramp    x(t) = Σ min(1, (t - t_k) / d)          for t ≥ t_k
///     decay   x(t) = Σ exp(-(t - t_k) / τ)            for t ≥ t_k, τ averaged over a fixed grid
public struct Intervention: Hashable, Sendable {
  /// How the input grows and fades.
  public enum Shape: Hashable, Sendable {
    /// Full at once, and for good.
    case step
    /// From nothing at the onset to full after a number of days, and then held.
    case ramp(days: Double)
    /// Full at each session, fading by a factor e in a time constant.
    case decay
  }

  /// The shape of the input.
  public let shape: Shape
  /// The onsets or sessions in days, ascending.
  public let times: [Double]

  /// The time constants of a decay in days; they are averaged over and never searched for, since few
  /// sessions cannot tell them.
  public static let timeConstants: [Double] = [2, 4, 7, 14, 30]

  /// The most onsets or sessions.
  public static let limit = 1000

  /// Describes an intervention.
  ///
  /// - Parameters:
  ///   - shape: the shape of its input.
  ///   - times: its onsets or sessions in days, in any order.
  /// - Throws: ``InferenceError/option(_:)`` when there is no time, more than ``limit``, one that is
  ///   not finite or beyond 10 million days, or a ramp that does not take 0 to 10 million days.
  public init(_ shape: Shape, at times: [Double]) throws(InferenceError) {
    guard !times.isEmpty, times.count <= Intervention.limit else {
      throw .option("an intervention has 1 to \(Intervention.limit) times, not \(times.count)")
    }
    guard times.allSatisfy({ abs($0) < 1e7 }) else {
      throw .option("times of an intervention lie within 10 million days of the origin")
    }
    if case .ramp(let days) = shape, !(days > 0 && days < 1e7) {
      throw .option("a ramp takes more than 0 and less than 10 million days")
    }
    self.shape = shape
    self.times = times.sorted()
  }

  /// The first onset or session.
  public var start: Double { times[0] }

  /// The inputs to try: one, or one for each time constant.
  var inputs: [Input] {
    switch shape {
    case .step: [Input(kind: .step, times: times)]
    case .ramp(let days): [Input(kind: .ramp(days: days), times: times)]
    case .decay:
      Intervention.timeConstants.map { Input(kind: .decay(timeConstant: $0), times: times) }
    }
  }
}
