/// What came out of an ``Experiment``.
public struct ExperimentResult: Sendable {
  /// The measure in one condition.
  public struct Condition: Hashable, Sendable {
    /// What the condition is.
    public let name: String
    /// The mean over people, in the unit of the result.
    public let mean: MeanInterval
  }

  /// The experiment.
  public let experiment: Experiment
  /// How many people were simulated.
  public let people: Int
  /// The seed.
  public let seed: UInt64
  /// The measure in each condition.
  public let conditions: [Condition]
  /// The effect: the difference of two conditions, last less first, or the slope per step of a dose.
  public let effect: MeanInterval
  /// The same in the control, where it should vanish; 0 for all people where
  /// ``Experiment/isControlEmptyByConstruction``.
  public let controlEffect: MeanInterval

  /// Whether the interval of the effect lies on the expected side of 0.
  public var isAsExpected: Bool { isExpected(effect) }

  /// Whether the interval of the control lies there as well: then the effect has another source too.
  public var isControlAsExpected: Bool { isExpected(controlEffect) }

  private func isExpected(_ effect: MeanInterval) -> Bool {
    effect.sign == (experiment.expected == .rises ? 1 : -1)
  }

  /// Whether the interval of the control holds 0.
  public var isControlEmpty: Bool { controlEffect.sign == 0 }
}
