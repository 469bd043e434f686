extension Mediation.Estimate {
  /// Summarises draws, of which there is at least one.
  init(_ draws: [Double]) {
    let sorted = draws.sorted()
    let summary = SeriesSummary(draws)
    func quantile(_ probability: Double) -> Double {
      guard let last = sorted.indices.last else { return 0 }
      let place = probability * Double(last)
      let index = min(Int(place), last)
      let next = min(index + 1, last)
      return sorted[index] + (place - Double(index)) * (sorted[next] - sorted[index])
    }
    func central(_ share: Double) -> ClosedRange<Double> {
      let low = quantile(0.5 - share / 2)
      return low...max(low, quantile(0.5 + share / 2))
    }
    mean = summary.mean
    standardDeviation = summary.standardDeviation
    central80 = central(0.8)
    central95 = central(0.95)
    probabilityAboveZero = Double(draws.count { $0 > 0 }) / Double(max(draws.count, 1))
  }
}
