/// How reviews go and how long they take: what a simulation of practice needs beside the model.
public struct PracticeHabits: Hashable, Sendable {
  /// The shares of the grades again, hard, good and easy at a first review; they sum to 1.
  public let firstGrades: [Double]
  /// The shares of hard, good and easy among recalled reviews; they sum to 1.
  public let recalledGrades: [Double]
  /// Seconds of a first review.
  public let firstSeconds: Double
  /// Seconds of a later review, by grade from again to easy.
  public let secondsByGrade: [Double]

  /// Shares as the simulator of fsrs-rs assumes them, from learners of flashcards; seconds by our
  /// own assumption that a personal memory takes a few minutes to write down and about one to
  /// retrieve. Neither was measured on personal memories.
  public static let assumed = PracticeHabits(
    unchecked: [0.24, 0.094, 0.495, 0.171], [0.224, 0.631, 0.145], 180, [120, 90, 60, 45])

  /// Creates habits.
  ///
  /// - Parameters:
  ///   - firstGrades: four shares of 0 or more; they are divided by their sum.
  ///   - recalledGrades: three shares of 0 or more; they are divided by their sum.
  ///   - firstSeconds: above 0, a day at most.
  ///   - secondsByGrade: four numbers above 0, a day at most.
  /// - Throws: ``MemoryScienceError/option(_:)``, which names what is out of range.
  public init(
    firstGrades: [Double] = assumed.firstGrades, recalledGrades: [Double] = assumed.recalledGrades,
    firstSeconds: Double = assumed.firstSeconds,
    secondsByGrade: [Double] = assumed.secondsByGrade
  ) throws(MemoryScienceError) {
    for (shares, count, name) in [
      (firstGrades, 4, "shares of first grades"), (recalledGrades, 3, "shares of recalled grades"),
    ] {
      let isUsable = shares.allSatisfy { $0 >= 0 && $0 <= 1e6 } && shares.reduce(0, +) > 0
      guard shares.count == count, isUsable else {
        throw .option("\(name) \(shares): give \(count) numbers of 0 or more, not all 0")
      }
    }
    guard secondsByGrade.count == 4,
      ([firstSeconds] + secondsByGrade).allSatisfy({ $0 > 0 && $0 <= 86_400 })
    else {
      throw .option(
        "seconds \([firstSeconds] + secondsByGrade): give one number for a first review and four "
          + "for later ones, each above 0 and up to 86400")
    }
    self.init(
      unchecked: firstGrades.map { $0 / firstGrades.reduce(0, +) },
      recalledGrades.map { $0 / recalledGrades.reduce(0, +) }, firstSeconds, secondsByGrade)
  }

  private init(
    unchecked firstGrades: [Double], _ recalledGrades: [Double], _ firstSeconds: Double,
    _ secondsByGrade: [Double]
  ) {
    self.firstGrades = firstGrades
    self.recalledGrades = recalledGrades
    self.firstSeconds = firstSeconds
    self.secondsByGrade = secondsByGrade
  }
}
