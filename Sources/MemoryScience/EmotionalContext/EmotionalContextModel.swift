/// How events and mood may carry over from one prompt of a diary to the next.
///
/// Affect is a baseline, plus an emotional context, plus noise of the reading:
///
///     affect(t) = b + c(t) + e(t)            e ~ N(0, (1 - q) v)
///     c(t) = 2^(-Δ/h) c(s) + β⁺ (p(t) - p̄) + β⁻ (n(t) - n̄) + w(t)
///
/// over the Δ hours between the prompts s and t, with p and n the distances of an event above and
/// below the neutral point, h the half-life, and w the part of context that no rated event explains,
/// so that its stationary variance is q v. This is the drift of the emotional context in
/// retrieved-context theory (Cohen & Kahana 2022, Psychological Review 129:742-776) for events that
/// come at any times. Centring makes b the affect among events as the person usually has them, and
/// an event that was not rated counts as a usual one.
///
/// The variants leave one of the ways open or shut, and so ask what carries over.
public struct EmotionalContextModel: Hashable, Sendable, CaseIterable {
  /// Where events act.
  public enum EventEffect: Hashable, Sendable {
    /// Nowhere.
    case none
    /// On the reading at their own prompt alone.
    case momentary
    /// On the context, which carries them on.
    case lingering
  }

  /// Where events act.
  public let events: EventEffect
  /// Whether context also carries on what no rated event explains.
  public let hasInertia: Bool

  /// Events act at once and nothing carries over.
  public static let noCarryOver = Self(events: .momentary, hasInertia: false)
  /// Events linger; what is left is noise.
  public static let integrator = Self(events: .lingering, hasInertia: false)
  /// The plain autoregression: mood lingers and events do nothing.
  public static let autoregression = Self(events: .none, hasInertia: true)
  /// Mood lingers, events act at once only.
  public static let inertia = Self(events: .momentary, hasInertia: true)
  /// Events enter the mood that lingers: the emotional context of the theory.
  ///
  /// It has exactly as many parameters as ``inertia``, so the two can be compared as they are.
  public static let context = Self(events: .lingering, hasInertia: true)

  /// All variants, from the poorest to the richest.
  public static let allCases = [noCarryOver, integrator, autoregression, inertia, context]

  /// The variant as one word.
  public var name: String {
    switch (events, hasInertia) {
    case (.none, _): "autoregression"
    case (.momentary, false): "no carry-over"
    case (.momentary, true): "inertia"
    case (.lingering, false): "integrator"
    case (.lingering, true): "context"
    }
  }

  /// Whether the variant has a half-life.
  var hasHalfLife: Bool { hasInertia || events == .lingering }
}
