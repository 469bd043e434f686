internal import Statistics

/// The curves of a panel and their trends, in the order autocorrelation and variance of each item,
/// then connectivity.
struct EarlyWarningPanel {
  let plan: EarlyWarningPlan

  init(_ plan: EarlyWarningPlan) { self.plan = plan }

  /// What the real series shows.
  struct Observed {
    /// One per statistic, in the units of the item.
    let curves: [[Double?]]
    let statistics: [EarlyWarning.Statistic]
    let taus: [Double]
    let meanTrends: [Double]

    /// The windows in which a statistic is defined.
    func windows(_ statistic: Int) -> [Int] {
      curves[statistic].indices.filter { curves[statistic][$0] != nil }
    }
  }

  func observed(names: [String]) throws(InferenceError) -> Observed {
    var curves: [[Double?]] = []
    var means: [Double] = []
    for item in plan.items {
      let rolled = item.rolling.curves(of: item.values)
      let scale = item.deviation * item.deviation
      curves.append(rolled.autocorrelation.map { $0.isFinite ? $0 : nil })
      curves.append(rolled.variance.map { ($0 * scale).isFinite ? $0 * scale : nil })
      let defined = rolled.mean.indices.filter { rolled.mean[$0].isFinite }
      means.append(EarlyWarningPanel.tau(rolled.mean, at: defined) ?? 0)
    }
    var statistics: [EarlyWarning.Statistic] = names.flatMap { _ in
      [.autocorrelation, .variance]
    }
    if names.count > 1 {
      let curve = plan.connectivity.curve(of: occasions { plan.items[$0].values })
      if curve.count(where: \.isFinite) >= EarlyWarning.fewestWindows {
        curves.append(curve.map { $0.isFinite ? $0 : nil })
        statistics.append(.connectivity)
      }
    }
    var taus: [Double] = []
    for (index, curve) in curves.enumerated() {
      let defined = curve.indices.filter { curve[$0] != nil }
      let name = index / 2 < names.count ? names[index / 2] : "all items"
      let what = "windows with a defined \(statistics[index].rawValue) of \"\(name)\""
      guard defined.count >= EarlyWarning.fewestWindows else {
        throw .tooFew(observed: defined.count, needed: EarlyWarning.fewestWindows, what: what)
      }
      guard let tau = EarlyWarningPanel.tau(curve.map { $0 ?? .nan }, at: defined) else {
        throw .unusable("the \(statistics[index].rawValue) of \"\(name)\" never changes")
      }
      taus.append(tau)
    }
    return Observed(curves: curves, statistics: statistics, taus: taus, meanTrends: means)
  }

  /// Values at the complete occasions, occasion after occasion.
  private func occasions(_ values: (Int) -> [Double]) -> [Double] {
    let places = plan.items.map { item in
      Dictionary(uniqueKeysWithValues: zip(item.places, item.values.indices))
    }
    let all = plan.items.indices.map(values)
    return plan.complete.flatMap { occasion in
      all.indices.map { item in places[item][occasion].map { all[item][$0] } ?? 0 }
    }
  }

  private static func tau(_ curve: [Double], at windows: [Int]) -> Double? {
    KendallTau(windows.map(Double.init), windows.map { curve[$0] })?.tauB
  }

  /// The trends, each with its place among those of simulated series.
  func trends(
    _ real: Observed, against null: StationaryNull, series: Int, seed: UInt64
  ) -> (trends: [EarlyWarning.Trend], jointShare: Double) {
    let simulated = taus(like: real, under: null, series: series, seed: seed)
    let ranks = simulated.map(ChanceRanks.init)
    let smallest = (0..<series).map { index in
      ranks.indices.reduce(1) { min($0, ranks[$1].shares[index]) }
    }.sorted()
    func joint(_ share: Double) -> Double {
      let count = ChanceRanks.count(in: smallest, atMost: share)
      return Double(count + 1) / Double(series + 1)
    }
    let trends = ranks.indices.map { index in
      let share = ranks[index].share(of: real.taus[index])
      let deviation = ChanceRanks.independenceDeviation(count: real.windows(index).count)
      return EarlyWarning.Trend(
        statistic: real.statistics[index], curve: real.curves[index], tau: real.taus[index],
        chance: ranks[index].central95, share: share,
        usualTestShare: ranks[index].share(beyond: 1.959964 * deviation),
        jointShare: max(share, joint(share)))
    }
    return (trends, trends.map(\.jointShare).min() ?? 1)
  }

  /// Per statistic, the trend in each simulated series.
  private func taus(
    like real: Observed, under null: StationaryNull, series: Int, seed: UInt64
  ) -> [[Double]] {
    var taus = real.statistics.map { _ in [Double](repeating: 0, count: series) }
    let windows = real.statistics.indices.map(real.windows)
    let hasConnectivity = real.statistics.last == .connectivity
    let margins = plan.items.map { AnswerMargin($0.values) }
    for replicate in 0..<series {
      var stream = RandomStream(seed: seed, stream: UInt64(replicate))
      let drawn = null.draw(using: &stream)
      for (index, item) in plan.items.enumerated() {
        let curves = item.rolling.curves(
          of: item.places.map { margins[index].answer(drawn[$0 * plan.items.count + index]) })
        let place = 2 * index
        taus[place][replicate] =
          EarlyWarningPanel.tau(curves.autocorrelation, at: windows[place]) ?? 0
        taus[place + 1][replicate] =
          EarlyWarningPanel.tau(curves.variance, at: windows[place + 1]) ?? 0
      }
      guard hasConnectivity else { continue }
      let values = plan.complete.flatMap { occasion in
        drawn[occasion * plan.items.count..<(occasion + 1) * plan.items.count]
      }
      let curve = plan.connectivity.curve(of: values)
      taus[taus.count - 1][replicate] =
        EarlyWarningPanel.tau(curve, at: windows[windows.count - 1]) ?? 0
    }
    return taus
  }
}

/// Turns standard normal numbers into answers that are spread as the real ones.
private struct AnswerMargin {
  private let sorted: [Double]

  init(_ answers: [Double]) { sorted = answers.sorted() }

  func answer(_ number: Double) -> Double {
    let place = Int(Normal.standard.cumulative(number) * Double(sorted.count))
    return sorted[min(max(place, 0), sorted.count - 1)]
  }
}
