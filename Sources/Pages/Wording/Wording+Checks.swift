import Charts
import Inference

extension Wording {
  var checkHeadings: [String] {
    ["Ahead", "Answers", "Log density", "CRPS"]
      + ForecastScores.shares.map { "Inside \(NumberText.fixed($0 * 100, places: 0)) %" }
      + ["Gain over running mean", "Standard error"]
  }

  func checkRow(_ scores: ForecastScores) -> [String] {
    let fixed = { (value: Double, places: Int) in NumberText.fixed(value, places: places) }
    return [
      CountText.of(scores.horizon, "day"), CountText.grouped(scores.count),
      fixed(scores.logDensity, 3),
    ]
      + [fixed(scores.rankedProbabilityScore, 3)]
      + scores.coverage.map { "\(fixed($0 * 100, 0)) %" }
      + [fixed(scores.gain, 1), fixed(scores.gainError, 1)]
  }

  func check(_ scores: ForecastScores) -> String {
    let ahead = CountText.of(scores.horizon, "day") + " ahead"
    let verdict: String
    if scores.gain > 2 * scores.gainError {
      verdict = "better than a running mean"
    } else if scores.gain < -2 * scores.gainError {
      verdict = "worse than a running mean"
    } else {
      verdict = "no clear difference from a running mean"
    }
    return "\(ahead): \(verdict) (\(CountText.grouped(scores.count)) forecasts)."
  }
}
