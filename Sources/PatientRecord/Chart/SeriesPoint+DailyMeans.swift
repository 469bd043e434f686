import Time

extension [SeriesPoint] {
  /// The mean of each calendar day, in the order of days.
  var dailyMeans: [DailyMean] {
    var sums: [Day: (sum: Double, count: Int)] = [:]
    for point in self {
      let (sum, count) = sums[point.day] ?? (0, 0)
      sums[point.day] = (sum + point.value, count + 1)
    }
    return sums.sorted { $0.key < $1.key }.map { day, total in
      DailyMean(day: day, mean: total.sum / Double(total.count), count: total.count)
    }
  }
}
