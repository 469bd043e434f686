/// A log as the search for weights reads it: flat arrays, days counted once.
struct PracticeSequences: Sendable {
  /// Days since the review before; 0 for a first review.
  let days: [Double]
  /// Grades, 1 to 4.
  let grades: [Int]
  /// Where the reviews of each card start, and after the last card the number of reviews.
  let starts: [Int]
  /// The reviews about which something is foretold, in the order of time.
  let targets: [Int]
  /// The card of each review, as its place in the log.
  let owners: [Int]

  init(_ log: PracticeLog, convention: MemoryModel.Convention) {
    var days = [Double](repeating: 0, count: log.count)
    var owners = [Int](repeating: 0, count: log.count)
    var targets: [Int] = []
    for place in log.cards.indices {
      let reviews = log.reviews(ofCardAt: place)
      for index in reviews {
        owners[index] = place
        guard index > reviews.lowerBound else { continue }
        days[index] = convention.days(from: log.times[index - 1], to: log.times[index])
        if days[index] >= 1 { targets.append(index) }
      }
    }
    self.days = days
    self.owners = owners
    self.targets = targets.sorted { (log.times[$0], $0) < (log.times[$1], $1) }
    grades = log.grades.map(\.rawValue)
    starts = log.starts
  }

  /// Whether a review was recalled.
  func isRecalled(_ review: Int) -> Bool { grades[review] > 1 }
}
