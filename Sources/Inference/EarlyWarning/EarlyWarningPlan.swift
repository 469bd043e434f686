internal import Statistics

/// Where the windows of a panel lie and which answers stand beside each other.
struct EarlyWarningPlan {
  /// The occasions within reach of a window at which some item was answered.
  let beeps: [BeepSeries.Beep]
  /// The last day of each window.
  let ends: [Int]
  let items: [Item]
  /// The occasions at which every item was answered, and the windows over them.
  let complete: [Int]
  let connectivity: RollingConnectivity

  /// The answers of one item.
  struct Item {
    /// Their places among the occasions.
    let places: [Int]
    /// What was answered, with mean 0 and standard deviation 1.
    let values: [Double]
    let mean: Double
    let deviation: Double
    let rolling: RollingStatistics
  }

  init(_ series: BeepSeries, ends: ClosedRange<Int>, window: Int, rule: LagRule) {
    let reach = (ends.lowerBound - window + 1)...ends.upperBound
    let beeps = series.beeps.filter { beep in
      reach.contains(beep.day) && beep.values.contains { $0 != nil }
    }
    let ends = Array(ends)
    func windows(_ places: [Int]) -> [Range<Int>] {
      EarlyWarningPlan.windows(days: places.map { beeps[$0].day }, ends: ends, length: window)
    }
    items = series.names.indices.map { item in
      let places = beeps.indices.filter { beeps[$0].values[item] != nil }
      let isPaired = places.indices.map { index in
        index > 0
          && EarlyWarningPlan.areNeighbours(beeps[places[index - 1]], beeps[places[index]], rule)
      }
      return Item(
        places: places, answers: places.compactMap { beeps[$0].values[item] },
        rolling: RollingStatistics(windows: windows(places), isPaired: isPaired))
    }
    complete = beeps.indices.filter { !beeps[$0].values.contains(nil) }
    connectivity = RollingConnectivity(
      windows: windows(complete), itemCount: series.names.count)
    self.beeps = beeps
    self.ends = ends
  }

  private static func areNeighbours(
    _ earlier: BeepSeries.Beep, _ later: BeepSeries.Beep, _ rule: LagRule
  ) -> Bool {
    guard earlier.day == later.day else { return false }
    switch rule {
    case .previousAnswer: return true
    case .adjacentBeep: return (later.number ?? 0) - (earlier.number ?? 0) == 1
    }
  }

  /// For each end, the places of the days above end - length and up to end.
  private static func windows(days: [Int], ends: [Int], length: Int) -> [Range<Int>] {
    var (start, end) = (0, 0)
    return ends.map { last in
      while end < days.count, days[end] <= last { end += 1 }
      while start < end, days[start] <= last - length { start += 1 }
      return start..<end
    }
  }
}

extension EarlyWarningPlan.Item {
  fileprivate init(places: [Int], answers: [Double], rolling: RollingStatistics) {
    // Scaled first, so that squares of large numbers do not overflow.
    let size = answers.reduce(0) { max($0, abs($1)) }
    let summary = SeriesSummary(answers.map { size > 0 ? $0 / size : 0 })
    mean = summary.mean * size
    deviation = summary.standardDeviation * size
    self.places = places
    self.rolling = rolling
    values = answers.map { answer in
      summary.standardDeviation > 0
        ? (answer / size - summary.mean) / summary.standardDeviation : 0
    }
  }
}

extension EarlyWarningPlan {
  /// The autoregression of one item as seen over the whole panel.
  struct Persistence: Hashable {
    /// The correlation from one beep to the next within a day.
    let beep: Double
    /// The correlation of the last answer of a day with the first of the next.
    let night: Double
  }

  /// Reads φ and ν of an item; where there are few pairs for one, it is taken as 0.
  ///
  /// With numbered beeps φ is read from adjacent ones, else from successive answers.
  func persistence(of item: Item, hasNumbers: Bool) -> Persistence {
    var within: [(Double, Double)] = []
    var across: [(Double, Double)] = []
    for index in item.places.indices.dropFirst() {
      let (earlier, later) = (beeps[item.places[index - 1]], beeps[item.places[index]])
      let pair = (item.values[index - 1], item.values[index])
      if EarlyWarningPlan.steps(earlier, later, hasNumbers) == 1 { within.append(pair) }
      if later.day - earlier.day == 1 { across.append(pair) }
    }
    return Persistence(
      beep: EarlyWarningPlan.correlation(within), night: EarlyWarningPlan.correlation(across))
  }

  /// How many beeps lie from one occasion to a later one of the same day; `nil` over a night.
  private static func steps(
    _ earlier: BeepSeries.Beep, _ later: BeepSeries.Beep, _ hasNumbers: Bool
  ) -> Int? {
    guard earlier.day == later.day else { return nil }
    return hasNumbers ? (later.number ?? 0) - (earlier.number ?? 0) : 1
  }

  private static func correlation(_ pairs: [(Double, Double)]) -> Double {
    guard pairs.count >= RollingStatistics.fewestPairs else { return 0 }
    let rolling = RollingStatistics(
      windows: [0..<2 * pairs.count], isPaired: pairs.indices.flatMap { _ in [false, true] })
    let value = rolling.curves(of: pairs.flatMap { [$0.0, $0.1] }).autocorrelation[0]
    return value.isFinite ? min(max(value, -0.98), 0.98) : 0
  }

  /// The law of panels like this one in which nothing changes.
  func null(_ persistence: [Persistence], hasNumbers: Bool) -> StationaryNull {
    var kept = [Double](repeating: 0, count: items.count)
    for (earlier, later) in zip(beeps, beeps.dropFirst()) {
      let steps = EarlyWarningPlan.steps(earlier, later, hasNumbers)
      for item in persistence {
        kept.append(
          steps.map { EarlyWarningPlan.power(item.beep, $0) }
            ?? EarlyWarningPlan.power(item.night, later.day - earlier.day))
      }
    }
    return StationaryNull(
      kept: beeps.isEmpty ? [] : kept, itemCount: items.count, correlation: correlation)
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(exponent, 1_000) where result != 0 { result *= base }
    return result
  }

  /// The correlation of the items over complete occasions, drawn a little towards 0 so that it is
  /// positive definite.
  private var correlation: Matrix {
    var result = Matrix.identity(items.count)
    guard complete.count > 2 else { return result }
    let rows = items.map { item in
      let values = Dictionary(uniqueKeysWithValues: zip(item.places, item.values))
      return complete.map { values[$0] ?? 0 }
    }
    for i in items.indices {
      for j in 0..<i {
        let value = EarlyWarningPlan.correlation(Array(zip(rows[i], rows[j]))) * 0.99
        result[i, j] = value
        result[j, i] = value
      }
    }
    return result
  }
}
