private import Foundation

/// One card on its way through its reviews, with the derivatives of its state.
///
/// The pointers are to memory of ``SensitivityPass``, which outlives the step: unsafe, since bounds
/// checks and copies took half of the time.
struct SensitivityStep {
  private let terms: MemoryModel.Terms
  private let greatestStability: Double
  /// The derivative of the factor of the forgetting curve with respect to w20.
  private let factorSlope: Double
  /// Derivatives of the first difficulty with respect to w4 and w5, by grade; 0 at a limit.
  private let firstDifficultyFree: SIMD4<Double>
  private let firstDifficultySlopes: SIMD4<Double>
  private let easyDifficultySlope: Double
  private var stability = 1.0
  private var difficulty = 5.0
  /// Derivatives of stability, 18.
  private let slopes: UnsafeMutablePointer<Double>
  /// Derivatives of retrievability, 18.
  private let recallSlopes: UnsafeMutablePointer<Double>
  /// Derivatives of difficulty with respect to w4 to w7.
  private let difficultySlopes: UnsafeMutablePointer<Double>

  private static let width = SensitivityPass.width

  /// - Parameters:
  ///   - model: the weights and limits.
  ///   - room: 40 numbers.
  init(_ model: MemoryModel, room: UnsafeMutablePointer<Double>) {
    terms = model.terms
    greatestStability = model.convention.greatestStability
    let w = model.weights.values
    factorSlope = (terms.factor + 1) * log(0.9) / (w[20] * w[20])
    let raw = (0..<4).map { w[4] - exp(w[5] * Double($0)) + 1 }
    firstDifficultyFree = SIMD4(raw.map { $0 > 1 && $0 < 10 ? 1 : 0 })
    firstDifficultySlopes =
      SIMD4((0..<4).map { -Double($0) * exp(w[5] * Double($0)) }) * firstDifficultyFree
    easyDifficultySlope = -3 * exp(w[5] * 3)
    slopes = room
    recallSlopes = room + Self.width
    difficultySlopes = room + 2 * Self.width
  }

  /// Starts a card with its first review.
  mutating func begin(_ grade: Int) {
    slopes.update(repeating: 0, count: Self.width)
    stability = terms.firstStability[grade - 1]
    // The derivative with respect to the logarithm.
    slopes[0] = stability
    if stability > greatestStability { limit(to: greatestStability) }
    difficulty = terms.firstDifficulty[grade - 1]
    difficultySlopes.update(repeating: 0, count: 4)
    difficultySlopes[0] = firstDifficultyFree[grade - 1]
    difficultySlopes[1] = firstDifficultySlopes[grade - 1]
  }

  /// Takes a further review and returns its weighted log loss.
  @inline(__always)
  mutating func advance(
    _ days: Double, _ grade: Int, weight: Double, into sums: UnsafeMutablePointer<Double>
  ) -> Double {
    var loss = 0.0
    if days < 1 {
      updateOnSameDay(grade)
    } else {
      let curve = Curve(days, stability, terms, factorSlope)
      if weight > 0 { loss = score(curve, grade, weight, sums) }
      if grade == 1 { updateAfterForgetting(curve) } else { updateAfterRecall(curve, grade) }
    }
    if stability > greatestStability {
      limit(to: greatestStability)
    } else if stability < MemoryModel.State.leastStability {
      limit(to: MemoryModel.State.leastStability)
    }
    updateDifficulty(grade)
    return loss
  }

  /// A point of the forgetting curve with its derivatives.
  private struct Curve {
    let recall: Double
    let byStability: Double
    let byDecay: Double

    @inline(__always)
    init(_ days: Double, _ stability: Double, _ terms: MemoryModel.Terms, _ factorSlope: Double) {
      let rise = terms.factor * days / stability
      let logarithm = log(1 + rise)
      recall = exp(-terms.decay * logarithm)
      let share = recall * terms.decay / (1 + rise)
      byStability = share * rise / stability
      byDecay = -recall * logarithm - share * days / stability * factorSlope
    }
  }

  /// Adds one prediction to gradient and information.
  @inline(__always)
  private func score(
    _ curve: Curve, _ grade: Int, _ weight: Double, _ sums: UnsafeMutablePointer<Double>
  ) -> Double {
    let recall = min(max(curve.recall, 1e-12), 1 - 1e-12)
    for index in 0..<Self.width { recallSlopes[index] = curve.byStability * slopes[index] }
    recallSlopes[SensitivityPass.place(20)] += curve.byDecay
    let information = weight / (recall * (1 - recall))
    let score = information * (grade > 1 ? recall - 1 : recall)
    for index in 0..<Self.width { sums[index] += score * recallSlopes[index] }
    for row in 0..<Self.width {
      let scaled = information * recallSlopes[row]
      let place = sums + Self.width * (row + 1)
      // The information is symmetric: columns from the diagonal on are enough.
      for column in row..<Self.width { place[column] += scaled * recallSlopes[column] }
    }
    return -weight * log(grade > 1 ? recall : 1 - recall)
  }

  /// Holds stability at a limit, where nothing moves it.
  private mutating func limit(to value: Double) {
    stability = value
    slopes.update(repeating: 0, count: Self.width)
  }

  @inline(__always)
  private func scaleSlopes(by factor: Double, throughDifficulty change: Double) {
    for index in 0..<Self.width { slopes[index] *= factor }
    for index in 0..<4 { slopes[1 + index] += change * difficultySlopes[index] }
  }

  @inline(__always)
  private mutating func updateOnSameDay(_ grade: Int) {
    let steps = Double(grade - 3) + terms.sameDayOffset
    let logarithm = log(stability)
    let growth = exp(terms.sameDayScale * steps - terms.sameDayPower * logarithm)
    guard grade == 1 || growth > 1 else { return }
    let next = stability * growth
    scaleSlopes(by: growth * (1 - terms.sameDayPower), throughDifficulty: 0)
    slopes[SensitivityPass.place(17)] += next * steps
    slopes[SensitivityPass.place(18)] += next * terms.sameDayScale
    slopes[SensitivityPass.place(19)] -= next * logarithm
    stability = next
  }

  @inline(__always)
  private mutating func updateAfterRecall(_ curve: Curve, _ grade: Int) {
    let logarithm = log(stability)
    let grading = grade == 2 ? terms.hardFactor : grade == 4 ? terms.easyFactor : 1
    let damping = terms.growth * exp(-terms.saturation * logarithm) * stability
    let gain = exp(terms.recallGain * (1 - curve.recall))
    let room = 11 - difficulty
    // What is added to stability, before the factor for the grade, and its derivative by recall.
    let plain = damping * room * (gain - 1)
    let added = plain * grading
    let byRecall = -terms.recallGain * damping * room * gain * grading
    scaleSlopes(
      by: 1 + added / stability * (1 - terms.saturation) + byRecall * curve.byStability,
      throughDifficulty: -damping * (gain - 1) * grading)
    slopes[SensitivityPass.place(8)] += added
    slopes[SensitivityPass.place(9)] -= added * logarithm
    slopes[SensitivityPass.place(10)] += damping * room * gain * grading * (1 - curve.recall)
    if grade == 2 { slopes[SensitivityPass.place(15)] += plain }
    if grade == 4 { slopes[SensitivityPass.place(16)] += plain }
    slopes[SensitivityPass.place(20)] += byRecall * curve.byDecay
    stability += added
  }

  @inline(__always)
  private mutating func updateAfterForgetting(_ curve: Curve) {
    let logarithm = log(stability + 1)
    let rise = exp(terms.lapseStabilityPower * logarithm)
    let logDifficulty = log(difficulty)
    let shrink = exp(
      terms.lapseGain * (1 - curve.recall) - terms.lapseDifficultyPower * logDifficulty)
    let next = terms.lapseScale * (rise - 1) * shrink
    let ceiling = stability * terms.lapseCeiling
    guard next < ceiling else {
      scaleSlopes(by: terms.lapseCeiling, throughDifficulty: 0)
      slopes[SensitivityPass.place(17)] -= terms.sameDayOffset * ceiling
      slopes[SensitivityPass.place(18)] -= terms.sameDayScale * ceiling
      return stability = ceiling
    }
    let byRecall = -terms.lapseGain * next
    let byStability =
      terms.lapseScale * shrink * terms.lapseStabilityPower * rise / (stability + 1)
    scaleSlopes(
      by: byStability + byRecall * curve.byStability,
      throughDifficulty: -terms.lapseDifficultyPower * next / difficulty)
    slopes[SensitivityPass.place(11)] += (rise - 1) * shrink
    slopes[SensitivityPass.place(12)] -= next * logDifficulty
    slopes[SensitivityPass.place(13)] += terms.lapseScale * shrink * rise * logarithm
    slopes[SensitivityPass.place(14)] += next * (1 - curve.recall)
    slopes[SensitivityPass.place(20)] += byRecall * curve.byDecay
    stability = next
  }

  @inline(__always)
  private mutating func updateDifficulty(_ grade: Int) {
    let steps = Double(grade - 3)
    let moved = difficulty - terms.difficultyStep * steps * (10 - difficulty) / 9
    let kept = 1 - terms.reversion
    let next = terms.reversion * terms.easyDifficulty + kept * moved
    guard next > 1, next < 10 else {
      difficulty = min(max(next, 1), 10)
      return difficultySlopes.update(repeating: 0, count: 4)
    }
    let factor = kept * (1 + terms.difficultyStep * steps / 9)
    for index in 0..<4 { difficultySlopes[index] *= factor }
    difficultySlopes[0] += terms.reversion
    difficultySlopes[1] += terms.reversion * easyDifficultySlope
    difficultySlopes[2] -= kept * steps * (10 - difficulty) / 9
    difficultySlopes[3] += terms.easyDifficulty - moved
    difficulty = next
  }
}
