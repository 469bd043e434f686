private import Foundation

extension MemoryModel {
  /// The state after a first review: stability w[G-1] and difficulty w4 - e^(w5 (G-1)) + 1.
  ///
  /// - Parameter grade: how it went.
  /// - Returns: the state.
  public func firstState(_ grade: PracticeGrade) -> State {
    State(
      min(terms.firstStability[grade.rawValue - 1], convention.greatestStability),
      terms.firstDifficulty[grade.rawValue - 1])
  }

  /// The state after a further review.
  ///
  /// Less than one day after the review before it the rule of the same day holds, otherwise that of
  /// recall or of forgetting. Difficulty follows the same rule always.
  ///
  /// - Parameters:
  ///   - state: the state after the review before it.
  ///   - days: the time since then, as ``days(from:to:)`` counts it; what is not
  ///     above 0 counts as 0.
  ///   - grade: how it went.
  /// - Returns: the new state.
  public func state(after state: State, days: Double, grade: PracticeGrade) -> State {
    next(state, days: days > 0 ? days : 0, grade: grade)
  }

  /// ``state(after:days:grade:)``, where the compiler may put it in place.
  @inline(__always)
  func next(_ state: State, days: Double, grade: PracticeGrade) -> State {
    let stability =
      if days < 1 {
        stabilityOnSameDay(state.stability, grade)
      } else if grade == .again {
        stabilityAfterForgetting(state, 1 - retrievability(of: state, after: days))
      } else {
        stabilityAfterRecall(state, 1 - retrievability(of: state, after: days), grade)
      }
    return State(
      min(max(stability, State.leastStability), convention.greatestStability),
      difficulty(after: state.difficulty, grade))
  }

  /// S k with k = e^(w17 (G - 3 + w18)) S^-w19, and k at least 1 from hard on.
  @inline(__always)
  func stabilityOnSameDay(_ stability: Double, _ grade: PracticeGrade) -> Double {
    let steps = Double(grade.rawValue - 3) + terms.sameDayOffset
    let growth = exp(terms.sameDayScale * steps - terms.sameDayPower * log(stability))
    return stability * (grade.isRecalled ? max(growth, 1) : growth)
  }

  /// S (1 + e^w8 (11 - D) S^-w9 (e^(w10 (1-R)) - 1)), the growth times w15 if hard, w16 if easy.
  @inline(__always)
  func stabilityAfterRecall(_ state: State, _ forgotten: Double, _ grade: PracticeGrade) -> Double {
    let grading =
      switch grade {
      case .hard: terms.hardFactor
      case .easy: terms.easyFactor
      case .good, .again: 1.0
      }
    let damping = exp(-terms.saturation * log(state.stability))
    let gain = exp(terms.recallGain * forgotten) - 1
    return state.stability
      * (1 + terms.growth * (11 - state.difficulty) * damping * gain * grading)
  }

  /// w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1-R)), at most S e^(-w17 w18).
  @inline(__always)
  func stabilityAfterForgetting(_ state: State, _ forgotten: Double) -> Double {
    let rise = exp(terms.lapseStabilityPower * log(state.stability + 1)) - 1
    let shrink = exp(
      terms.lapseGain * forgotten - terms.lapseDifficultyPower * log(state.difficulty))
    return min(terms.lapseScale * rise * shrink, state.stability * terms.lapseCeiling)
  }

  /// w7 D0(4) + (1 - w7) (D - w6 (G - 3) (10 - D)/9), within 1 and 10.
  @inline(__always)
  func difficulty(after difficulty: Double, _ grade: PracticeGrade) -> Double {
    let step = -terms.difficultyStep * Double(grade.rawValue - 3)
    let moved = difficulty + (10 - difficulty) * step / 9
    let reverted = terms.reversion * terms.easyDifficulty + (1 - terms.reversion) * moved
    return min(max(reverted, 1), 10)
  }
}
