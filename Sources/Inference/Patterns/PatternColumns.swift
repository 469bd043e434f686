/// The questions asked: every usable predictor at every lag, collinear ones asked together.
struct PatternColumns {
  /// A predictor at a lag.
  struct Source: Hashable {
    let predictor: Int
    let lag: Int
  }

  let sources: [Source]
  let deviations: [Int: DailyDeviations]
  /// One array per source, one number per reading.
  let raw: [[Double]]

  /// The columns of an outcome's readings, for each predictor from its first lag on.
  init(
    days: [Int], deviations: [Int: DailyDeviations], lags: [Int], firstLags: [Int: Int] = [:]
  ) {
    self.deviations = deviations
    sources = deviations.keys.sorted().flatMap { predictor in
      lags.filter { $0 >= firstLags[predictor] ?? 0 }.map { Source(predictor: predictor, lag: $0) }
    }
    raw = sources.map { source in
      days.map { deviations[source.predictor]?.value(on: $0, lag: source.lag) ?? 0 }
    }
  }

  /// Groups of columns that are correlated beyond a bound, as weights that make the mean of a
  /// group, each member turned to point the way of the first.
  static func groups(
    of products: ProjectedProducts, beyond bound: Double
  ) -> [[(column: Int, weight: Double)]] {
    var groups: [[Int]] = []
    for column in products.cross.indices {
      let joined = groups.indices.filter { group in
        groups[group].contains { abs(products.correlation($0, column)) > bound }
      }
      let merged = joined.flatMap { groups[$0] } + [column]
      groups = groups.indices.filter { !joined.contains($0) }.map { groups[$0] } + [merged.sorted()]
    }
    return groups.sorted { $0[0] < $1[0] }.map { group in
      group.map { column in
        let sign = products.correlation(group[0], column) < 0 ? -1.0 : 1
        return (column, (column == group[0] ? 1 : sign) / Double(group.count))
      }
    }
  }
}
