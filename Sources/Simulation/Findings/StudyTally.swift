/// What a study counted, in whole numbers: parts add up to the same in any order.
public struct StudyTally: Hashable, Sendable {
  /// How many people were screened to include ``people``.
  public internal(set) var screened: Int
  /// How many people have each total of the PHQ-9 at inclusion, from 0 to 27.
  public internal(set) var first: [Int]
  /// For each scenario the forms of each of the study's days.
  public internal(set) var scenarios: [[FormTally]]

  /// Nothing yet.
  ///
  /// - Parameter study: the study whose scenarios and days it has.
  init(of study: Study) {
    screened = 0
    first = [Int](repeating: 0, count: 28)
    scenarios = study.scenarios.map { _ in study.formDays.map(FormTally.init(day:)) }
  }

  /// Counts people.
  ///
  /// - Parameters:
  ///   - study: the study.
  ///   - totals: the total of each person at inclusion.
  ///   - later: for each scenario and each day the total of each person.
  ///   - screened: how many people were screened to find them.
  init(_ study: Study, first totals: [Int], totals later: [[[Int]]], screened: Int) {
    self.init(of: study)
    self.screened = screened
    for total in totals { first[total] += 1 }
    for (place, scenario) in study.scenarios.enumerated() {
      for day in study.formDays.indices {
        let reference = scenario.reference.map { later[$0][day] }
        for (person, total) in later[place][day].enumerated() {
          scenarios[place][day].add(total, first: totals[person], other: reference?[person])
        }
      }
    }
  }

  init(screened: Int, first: [Int], scenarios: [[FormTally]]) {
    self.screened = screened
    self.first = first
    self.scenarios = scenarios
  }

  static func += (_ total: inout StudyTally, _ part: StudyTally) {
    total.screened += part.screened
    for place in total.first.indices { total.first[place] += part.first[place] }
    for place in total.scenarios.indices {
      for day in total.scenarios[place].indices {
        total.scenarios[place][day] += part.scenarios[place][day]
      }
    }
  }

  /// How many people were included.
  public var people: Int { first.reduce(0, +) }

  /// The totals at inclusion as a sum over people.
  public var firstSum: PairedSum {
    var sum = PairedSum()
    for (total, count) in first.enumerated() {
      sum.count += count
      sum.sum += count * total
      sum.squares += count * total * total
    }
    return sum
  }
}
