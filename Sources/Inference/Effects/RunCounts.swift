internal import Statistics

/// Schedules without long runs, counted by dynamic programming so that each can be drawn with equal
/// probability.
struct RunCounts {
  private let count: Int
  private let treated: Int
  private let longest: Int
  /// Completions by treated periods left, control periods left, and run so far, for a last condition;
  /// by symmetry of the two conditions one table serves both.
  private var table: [Double]

  init(_ schedule: [Bool], longest: Int) {
    count = schedule.count
    treated = schedule.count { $0 }
    self.longest = min(longest, schedule.count)
    table = []
    let side = count + 1
    table = [Double](repeating: -1, count: side * side * (self.longest + 1))
    fill()
  }

  /// How many schedules there are.
  var total: Double {
    let controls = count - treated
    return (treated > 0 ? completions(same: treated - 1, other: controls, run: 1) : 0)
      + (controls > 0 ? completions(same: controls - 1, other: treated, run: 1) : 0)
  }

  func forEach(_ visit: ([Bool]) -> Void) {
    extend([], left: treated, controls: count - treated, run: 0, visit)
  }

  func draw(using stream: inout RandomStream) -> [Bool] {
    var schedule: [Bool] = []
    var left = [count - treated, treated]
    var run = 0
    while schedule.count < count {
      let weights = [false, true].map { weight($0, after: schedule.last, run: run, left: left) }
      let next = stream.uniform() * (weights[0] + weights[1]) >= weights[0]
      run = schedule.last == next ? run + 1 : 1
      left[next ? 1 : 0] -= 1
      schedule.append(next)
    }
    return schedule
  }

  /// How many schedules go on with a condition.
  private func weight(_ next: Bool, after last: Bool?, run: Int, left: [Int]) -> Double {
    let (own, other) = (left[next ? 1 : 0], left[next ? 0 : 1])
    let length = last == next ? run + 1 : 1
    guard own > 0, length <= longest else { return 0 }
    return completions(same: own - 1, other: other, run: length)
  }

  private func extend(
    _ schedule: [Bool], left: Int, controls: Int, run: Int, _ visit: ([Bool]) -> Void
  ) {
    guard schedule.count < count else { return visit(schedule) }
    for next in [false, true]
    where weight(next, after: schedule.last, run: run, left: [controls, left]) > 0 {
      extend(
        schedule + [next], left: left - (next ? 1 : 0), controls: controls - (next ? 0 : 1),
        run: schedule.last == next ? run + 1 : 1, visit)
    }
  }

  private func completions(same: Int, other: Int, run: Int) -> Double {
    table[place(same, other, run)]
  }

  private func place(_ same: Int, _ other: Int, _ run: Int) -> Int {
    (same * (count + 1) + other) * (longest + 1) + run
  }

  /// f(same, other, run) = f(same - 1, other, run + 1) + f(other - 1, same, 1), from few periods left
  /// to many.
  private mutating func fill() {
    for total in 0...count {
      for same in 0...total {
        for run in 1...max(longest, 1) where longest > 0 {
          let other = total - same
          var value = total == 0 ? 1.0 : 0
          if same > 0, run < longest {
            value += completions(same: same - 1, other: other, run: run + 1)
          }
          if other > 0 { value += completions(same: other - 1, other: same, run: 1) }
          table[place(same, other, run)] = value
        }
      }
    }
  }
}
