/// Relapse on weekly forms: 10 or more twice in a row.
struct RelapseTable {
  /// The day of the first such form after the beginning; the length of the table without relapse.
  let days: [Double]
  /// Who relapsed.
  let relapsed: [Bool]

  /// - Parameter people: totals of each person, week by week.
  init(_ people: [[Int]]) {
    var days: [Double] = []
    var relapsed: [Bool] = []
    for totals in people {
      let first = totals.indices.dropLast().first { totals[$0] >= 10 && totals[$0 + 1] >= 10 }
      days.append(Double(7 * (first ?? totals.count)))
      relapsed.append(first != nil)
    }
    self.days = days
    self.relapsed = relapsed
  }

  /// The share of people who relapsed; not a number without people.
  var share: Double { Double(relapsed.count { $0 }) / Double(relapsed.count) }

  /// Relapses a day at risk, each person at risk a week longer than known.
  private var rate: Double {
    Double(relapsed.count { $0 }) / days.reduce(0) { $0 + $1 + 7 }
  }

  /// The ratio of two rates, an approximation of the ratio of hazards.
  func hazard(against other: RelapseTable) -> Double { rate / other.rate }
}

extension Outcome {
  /// Totals of some people in some weeks.
  func weekly(_ people: [Int], _ weeks: Range<Int>) -> [[Int]] {
    let width = formDays.count
    return people.map { person in
      weeks.clamped(to: 0..<width).map { forms[person * width + $0].total }
    }
  }
}
