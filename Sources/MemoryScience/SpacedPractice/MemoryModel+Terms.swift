private import Foundation

extension MemoryModel {
  /// The weights by name, and what can be computed from them once.
  struct Terms: Hashable, Sendable {
    /// Stability and difficulty after a first review, by grade.
    let firstStability: SIMD4<Double>
    let firstDifficulty: SIMD4<Double>
    /// Difficulty after an easy first review, without limits: where difficulty returns to.
    let easyDifficulty: Double
    let difficultyStep: Double
    let reversion: Double
    /// Growth by recall.
    let growth: Double
    let saturation: Double
    let recallGain: Double
    let hardFactor: Double
    let easyFactor: Double
    /// Stability after forgetting.
    let lapseScale: Double
    let lapseDifficultyPower: Double
    let lapseStabilityPower: Double
    let lapseGain: Double
    let lapseCeiling: Double
    /// Reviews on the same day.
    let sameDayScale: Double
    let sameDayOffset: Double
    let sameDayPower: Double
    /// The forgetting curve (1 + factor t / S) ^ -decay.
    let decay: Double
    let factor: Double

    init(_ weights: Weights) {
      let w = weights.values
      let raw = (0..<4).map { w[4] - exp(w[5] * Double($0)) + 1 }
      firstStability = SIMD4(w[0], w[1], w[2], w[3])
      firstDifficulty = SIMD4(raw.map { min(max($0, 1), 10) })
      easyDifficulty = raw[3]
      (difficultyStep, reversion) = (w[6], w[7])
      (growth, saturation, recallGain) = (exp(w[8]), w[9], w[10])
      (lapseScale, lapseDifficultyPower) = (w[11], w[12])
      (lapseStabilityPower, lapseGain) = (w[13], w[14])
      (hardFactor, easyFactor) = (w[15], w[16])
      lapseCeiling = exp(-w[17] * w[18])
      (sameDayScale, sameDayOffset, sameDayPower) = (w[17], w[18], w[19])
      decay = w[20]
      factor = pow(0.9, -1 / w[20]) - 1
    }
  }
}
