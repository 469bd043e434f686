internal import Statistics

/// The schedules that a design could have given.
struct ScheduleSpace {
  private let treated: [Bool]
  private let design: RandomisationDesign
  /// Under ``RandomisationDesign/alternation(longestRun:)``.
  private let runs: RunCounts?

  /// The longest run that an alternation may allow.
  static let runLimit = 12

  init(_ treated: [Bool], design: RandomisationDesign) throws(InferenceError) {
    self.treated = treated
    self.design = design
    if case .alternation(let longest) = design, (1...ScheduleSpace.runLimit).contains(longest) {
      runs = RunCounts(treated, longest: longest)
    } else {
      runs = nil
    }
    switch design {
    case .complete: break
    case .blocks(let periods):
      guard periods >= 2, treated.count % periods == 0 else {
        throw .option("blocks hold 2 periods at least, and all of the same number")
      }
    case .startPoint(let candidates):
      guard Set(candidates).count == candidates.count,
        candidates.allSatisfy({ (1..<treated.count).contains($0) })
      else { throw .option("start points are distinct periods after the first") }
      guard let start = treated.firstIndex(of: true), candidates.contains(start),
        treated[start...].allSatisfy(\.self)
      else { throw .option("treatment began at none of the start points, or did not stay") }
    case .alternation(let longest):
      guard runs != nil, longest >= longestRun(treated) else {
        throw .option(
          "the schedule has a longer run than its design allows, or the design allows runs of "
            + "more than \(ScheduleSpace.runLimit) periods")
      }
    }
  }

  /// How many schedules there are, as a number that may be too large for an integer.
  var count: Double {
    switch design {
    case .complete: binomial(treated.count, treated.count { $0 })
    case .blocks(let periods):
      blocks(of: periods).reduce(1) { $0 * binomial(periods, $1.count { $0 }) }
    case .startPoint(let candidates): Double(candidates.count)
    case .alternation: runs?.total ?? 0
    }
  }

  /// Visits every schedule.
  func forEach(_ visit: ([Bool]) -> Void) {
    switch design {
    case .complete:
      ScheduleSpace.arrangements(of: treated.count, treated: treated.count { $0 }, visit)
    case .blocks(let periods):
      var schedule = treated
      fill(&schedule, block: 0, of: blocks(of: periods), size: periods, visit)
    case .startPoint(let candidates):
      for start in candidates { visit(treated.indices.map { $0 >= start }) }
    case .alternation: runs?.forEach(visit)
    }
  }

  /// Draws one schedule, all equally likely.
  func draw(using stream: inout RandomStream) -> [Bool] {
    switch design {
    case .complete: return treated.shuffled(using: &stream)
    case .blocks(let periods):
      return blocks(of: periods).flatMap { $0.shuffled(using: &stream) }
    case .startPoint(let candidates):
      let start = candidates.randomElement(using: &stream) ?? treated.count
      return treated.indices.map { $0 >= start }
    case .alternation: return runs?.draw(using: &stream) ?? treated
    }
  }

  private func blocks(of periods: Int) -> [[Bool]] {
    stride(from: 0, to: treated.count, by: periods).map { Array(treated[$0..<$0 + periods]) }
  }

  private func fill(
    _ schedule: inout [Bool], block: Int, of blocks: [[Bool]], size: Int,
    _ visit: ([Bool]) -> Void
  ) {
    guard block < blocks.count else { return visit(schedule) }
    var orders: [[Bool]] = []
    ScheduleSpace.arrangements(of: size, treated: blocks[block].count { $0 }) { orders.append($0) }
    for order in orders {
      schedule.replaceSubrange(block * size..<(block + 1) * size, with: order)
      fill(&schedule, block: block + 1, of: blocks, size: size, visit)
    }
  }

  /// Every way to treat some of a number of periods.
  private static func arrangements(
    of count: Int, treated: Int, _ visit: ([Bool]) -> Void
  ) {
    var chosen = Array(0..<treated)
    while true {
      var schedule = [Bool](repeating: false, count: count)
      for place in chosen { schedule[place] = true }
      visit(schedule)
      guard let last = chosen.indices.last(where: { chosen[$0] < count - treated + $0 }) else {
        return
      }
      chosen[last] += 1
      for place in last + 1..<max(treated, last + 1) { chosen[place] = chosen[place - 1] + 1 }
    }
  }

  private func binomial(_ count: Int, _ chosen: Int) -> Double {
    let smaller = min(chosen, count - chosen)
    return (0..<max(smaller, 0)).reduce(1) { $0 * Double(count - $1) / Double($1 + 1) }
  }

  private func longestRun(_ schedule: [Bool]) -> Int {
    var (longest, run) = (0, 0)
    for (index, value) in schedule.enumerated() {
      run = index > 0 && schedule[index - 1] == value ? run + 1 : 1
      longest = max(longest, run)
    }
    return longest
  }
}
