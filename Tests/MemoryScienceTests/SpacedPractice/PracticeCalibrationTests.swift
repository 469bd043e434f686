import MemoryScience
import Testing

@Suite struct PracticeCalibrationTests {
  private func log(_ weights: MemoryModel.Weights = .defaults, cards: Int = 250) throws
    -> PracticeLog
  {
    try PracticeSamples.log(
      from: MemoryModel(weights: weights), cards: cards, reviews: 10, seed: 11)
  }

  private func calibration(_ log: PracticeLog) throws -> PracticeCalibration {
    try PracticeCalibration(PracticePredictions(log, model: MemoryModel()))
  }

  /// Weights under which first stabilities are changed by a factor.
  private func weights(firstStabilities factor: Double) throws -> MemoryModel.Weights {
    var values = MemoryModel.Weights.defaults.values
    for index in 0..<4 { values[index] *= factor }
    values[8] += factor < 1 ? -0.7 : 0.7
    return try MemoryModel.Weights(values)
  }

  @Test func `predictions by the true model are not faulted`() throws {
    let found = try calibration(log())
    #expect(found.verdict == .noDisagreement)
    #expect(found.bins.count == 10)
    #expect(found.bins.map(\.count).reduce(0, +) == found.count)
    #expect(found.bins.count(where: \.agrees) >= 8)
    #expect(found.strayProbability > 0.01)
    #expect(found.logLoss < found.constantLogLoss)
  }

  @Test func `memories that fade faster or slower than foretold are noticed`() throws {
    #expect(try calibration(log(weights(firstStabilities: 0.2))).verdict == .promisesTooMuch)
    #expect(try calibration(log(weights(firstStabilities: 5))).verdict == .promisesTooLittle)
  }

  @Test func `outcomes that predictions know nothing about are noticed`() throws {
    let found = try calibration(PracticeSamples.shuffled(log(), seed: 2))
    #expect(found.verdict != .noDisagreement)
    #expect(found.gain.value < 0)
  }

  /// Reference: Wilson's interval of 15 among 20 at 95 %, by hand: (15 + 1.92073)/(20 + 3.84146)
  /// give or take 1.95996/(23.84146) sqrt(20 * .75 * .25 + .96036).
  @Test func `a bin has the interval of Wilson`() throws {
    let day = PracticeSamples.day
    let reviews = (0..<80).flatMap { card -> [PracticeReview] in
      let recalled = card % 4 != 0
      return [
        PracticeReview(card: card, time: 0, grade: .good),
        PracticeReview(card: card, time: 2 * day, grade: recalled ? .good : .again),
      ]
    }
    let found = try calibration(PracticeLog(reviews))
    #expect(found.bins.count == 4)
    let bin = try #require(found.bins.first)
    #expect(bin.count == 20)
    #expect(bin.observed == 0.75)
    let centre = (15 + 1.920_729) / (20 + 3.841_459)
    let reach = 1.959_964 / 23.841_459 * (20 * 0.75 * 0.25 + 0.960_365).squareRoot()
    #expect(abs(bin.interval.lowerBound - (centre - reach)) < 1e-5)
    #expect(abs(bin.interval.upperBound - (centre + reach)) < 1e-5)
    #expect(bin.predicted > bin.interval.upperBound && !bin.agrees)
  }

  @Test func `too few reviews are refused with what is missing`() throws {
    let few = try log(cards: 6)
    let error = #expect(throws: MemoryScienceError.self) { try calibration(few) }
    guard case .tooFew(let observed, 64, let what) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(observed < 64)
    #expect(what == "a calibration report (reviews a day or more after the one before)")
    // Many reviews, but none of them forgotten.
    let day = PracticeSamples.day
    let perfect = try PracticeLog(
      (0..<200).map { PracticeReview(card: $0 % 20, time: $0 / 20 * 2 * day, grade: .good) })
    #expect(
      throws: MemoryScienceError.tooFew(
        observed: 0, needed: 8, what: "a calibration report (forgotten reviews)")
    ) { try calibration(perfect) }
  }

  @Test func `options out of range are refused`() throws {
    let predictions = PracticePredictions(try log(), model: MemoryModel())
    for (bins, confidence) in [(1, 0.95), (101, 0.95), (10, 0.4), (10, 1), (10, .nan)] {
      #expect(throws: MemoryScienceError.self) {
        try PracticeCalibration(predictions, bins: bins, confidence: confidence)
      }
    }
    #expect(predictions.logLoss(weights: [1]) == nil)
    #expect(predictions.binnedError(weights: [1]) == nil)
  }
}
