public import Statistics

/// What a variable does to another over a time, and how much of it passes over a third.
///
/// For the linear diffusion dx = A x dt + G dW with A(i, j) the pull of j on i:
///
///     total(Δ) = exp(A Δ)(outcome, cause)
///     direct(Δ) = exp(E A E Δ)(outcome, cause), E the identity without the mediator
///     indirect(Δ) = total(Δ) - direct(Δ)
///
/// Sources: Deboeck & Preacher (2016), Struct Equ Modeling 23:61; Ryan & Hamaker (2022),
/// Psychometrika 87:214.
public struct DriftEffects: Hashable, Sendable {
  /// Δ, in the time unit of the drift.
  public let lag: Double
  /// The whole effect of a unit of the cause on the outcome Δ later.
  public let total: Double
  /// What is left of it when the mediator is held still.
  public let direct: Double
  /// What passes over the mediator.
  public var indirect: Double { total - direct }

  /// Reads the effects from a drift.
  ///
  /// - Parameters:
  ///   - drift: A, square and finite, stable or not.
  ///   - cause: the index of the cause.
  ///   - mediator: the index of the mediator.
  ///   - outcome: the index of the outcome; the three differ.
  ///   - lag: Δ, finite and 0 or more.
  /// - Throws: ``InferenceError`` when an index or the lag is outside its range or a number leaves
  ///   the range of numbers.
  public init(
    drift: Matrix, cause: Int = 0, mediator: Int = 1, outcome: Int = 2, lag: Double
  ) throws(InferenceError) {
    let indices = [cause, mediator, outcome]
    guard drift.isSquare, drift.isFinite, Set(indices).count == 3,
      indices.allSatisfy({ (0..<drift.rows).contains($0) })
    else {
      throw .option("a drift is square and finite, and names three different variables of it")
    }
    guard lag >= 0, (drift.columnNorm * lag).isFinite else {
      throw .option("a lag is finite and not negative")
    }
    var held = drift
    for index in 0..<drift.rows {
      held[mediator, index] = 0
      held[index, mediator] = 0
    }
    let total = (drift * lag).exponential()[outcome, cause]
    let direct = (held * lag).exponential()[outcome, cause]
    guard total.isFinite, direct.isFinite else {
      throw .unusable(
        "the effect grows beyond all numbers over so long a lag; choose a shorter one")
    }
    self.lag = lag
    self.total = total
    self.direct = direct
  }
}
