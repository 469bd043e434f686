/// What a plan of practice brings and costs, by simulation.
public struct PracticeOutcome: Hashable, Sendable {
  /// A mean over simulated memories with its Monte-Carlo standard error.
  public struct Estimate: Hashable, Sendable {
    /// The mean, a ratio of sums over memories, in the unit of the outcome.
    public let value: Double
    /// Its standard error; it shrinks with the number of memories simulated.
    public let standardError: Double
  }

  /// The plan.
  public let plan: PracticePlan
  /// How many memories were begun.
  public let memories: Int
  /// Reviews of a memory, the first one included.
  public let reviewsPerMemory: Double
  /// Minutes of practice a day, over the whole period and all memories.
  public let minutesPerDay: Double
  /// The share of memories, among those begun, that come back on a random day of the period.
  public let availability: Estimate
  /// The share of memories that come back at the end of the period.
  public let finalRetention: Estimate
  /// Days on which a memory could be recalled, for each minute of practice.
  public let memoryDaysPerMinute: Estimate
  /// Memories that come back at the end, for each minute of practice.
  public let finalMemoriesPerMinute: Estimate

  /// Gathers the courses of all memories; there is one at least.
  init(
    plan: PracticePlan, simulator: RetentionSimulator, courses: [RetentionSimulator.Course]
  ) {
    let minutes = courses.map { $0.seconds / 60 }
    let available = courses.map(\.availableDays)
    self.plan = plan
    memories = simulator.memories
    reviewsPerMemory = Double(courses.reduce(0) { $0 + $1.reviews }) / Double(courses.count)
    minutesPerDay = minutes.reduce(0, +) / simulator.days / Double(simulator.repetitions)
    availability = Self.ratio(available, courses.map(\.days))
    finalRetention = Self.ratio(
      courses.map(\.finalRetrievability), courses.map { _ in 1 })
    memoryDaysPerMinute = Self.ratio(available, minutes)
    finalMemoriesPerMinute = Self.ratio(courses.map(\.finalRetrievability), minutes)
  }

  /// A ratio of sums with its standard error by the residuals of single memories.
  private static func ratio(_ above: [Double], _ below: [Double]) -> Estimate {
    let total = below.reduce(0, +)
    let ratio = above.reduce(0, +) / total
    let squares = zip(above, below).reduce(0) { sum, pair in
      let residual = pair.0 - ratio * pair.1
      return sum + residual * residual
    }
    return Estimate(value: ratio, standardError: squares.squareRoot() / total)
  }
}
