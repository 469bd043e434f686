import MemoryScience
import Testing

@Suite struct PracticeLogTests {
  private let day = PracticeSamples.day

  private func review(_ card: Int, _ time: Int, _ grade: PracticeGrade = .good) -> PracticeReview {
    PracticeReview(card: card, time: time, grade: grade)
  }

  @Test func `the order of reviews does not matter, but at the same time it does`() throws {
    let reviews = [review(7, 500), review(3, 100, .easy), review(7, 200, .again), review(3, 900)]
    let log = try PracticeLog(reviews)
    #expect(try PracticeLog(reviews.reversed()) == log)
    #expect(log.cards == [3, 7])
    #expect(log.times == [100, 900, 200, 500])
    #expect(log.reviews(ofCardAt: 1) == 2..<4)
    #expect(log.reviews(ofCardAt: 9).isEmpty)
    let tied = try PracticeLog([review(1, 0, .again), review(1, 0, .easy)])
    #expect(tied.grades == [.again, .easy])
  }

  @Test func `a log gives back its raw reviews`() throws {
    let log = try PracticeSamples.log(from: MemoryModel(), cards: 20, reviews: 6, seed: 1)
    #expect(log.count == 120)
    #expect(try PracticeLog(log.all.reversed()).cards == log.cards)
    #expect(Set(try PracticeLog(log.all.reversed()).all) == Set(log.all))
  }

  @Test func `an empty log, a wrong grade and a time out of range are named`() {
    #expect(
      throws: MemoryScienceError.tooFew(observed: 0, needed: 1, what: "a log of practice (reviews)")
    ) {
      try PracticeLog([])
    }
    for number in [0, 5, -1, Int.min] {
      #expect(throws: MemoryScienceError.self) { try PracticeGrade(number: number) }
    }
    for time in [Int.min, Int.max, 100_000_001 * day] {
      let error = #expect(throws: MemoryScienceError.self) {
        try PracticeLog([review(1, 0), review(1, time)])
      }
      #expect("\(error.map(String.init(describing:)) ?? "")".hasPrefix("review 2: the time"))
    }
  }

  @Test func `days are counted whole, by date or with their fraction`() {
    let noon = day / 2
    let cases: [(Int, Int, Double, Double, Double)] = [
      (noon, noon + day - 1, 0, 1, 1 - 1 / Double(day)),
      (0, day, 1, 1, 1), (0, day - 1, 0, 0, 1 - 1 / Double(day)),
      (-1, 0, 0, 1, 1 / Double(day)), (-noon, -1, 0, 0, 0.5 - 1 / Double(day)),
      (5, 4, 0, 0, 0), (Int.min, Int.max, 0, 0, 0),
    ]
    for (earlier, later, whole, calendar, fractional) in cases {
      #expect(MemoryModel.Convention.pyFSRS.days(from: earlier, to: later) == whole)
      #expect(MemoryModel.Convention.fsrsRS.days(from: earlier, to: later) == calendar)
      #expect(MemoryModel.Convention.scheduling.days(from: earlier, to: later) == fractional)
    }
  }

  /// A model that forgets at a fixed rate, as a later version might have another state.
  private struct HalfLife: ForgettingModel {
    func days(from earlier: Int, to later: Int) -> Double { Double(later - earlier) / 86_400_000 }
    func firstState(_ grade: PracticeGrade) -> Int { 1 }
    func retrievability(of state: Int, after days: Double) -> Double {
      1 / (1 + days / Double(state))
    }
    func state(after state: Int, days: Double, grade: PracticeGrade) -> Int {
      grade.isRecalled ? state * 2 : 1
    }
  }

  @Test func `a log can be replayed with another model`() throws {
    let log = try PracticeLog([
      review(1, 0), review(1, day), review(1, 3 * day, .again), review(2, 5),
    ])
    let replayed = log.replay(with: HalfLife())
    #expect(replayed.map(\.state) == [1, 2, 1, 1])
    #expect(replayed.map(\.retrievability) == [nil, 0.5, 0.5, nil])
    #expect(replayed.map(\.days) == [nil, 1, 2, nil])
    let predictions = PracticePredictions(log, model: HalfLife())
    #expect(predictions.values.map(\.isRecalled) == [true, false])
    #expect(predictions.values.map(\.repetition) == [1, 2])
  }

  @Test func `the last states are those of the replay`() throws {
    let model = MemoryModel()
    let log = try PracticeSamples.log(from: model, cards: 15, reviews: 9, seed: 4)
    let replayed = log.replay(with: model)
    let last = log.cards.indices.map { replayed[log.reviews(ofCardAt: $0).upperBound - 1].state }
    #expect(model.finalStates(of: log) == last)
  }
}
