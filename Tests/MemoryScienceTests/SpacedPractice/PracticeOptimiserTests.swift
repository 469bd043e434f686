import MemoryScience
import TestKit
import Testing

@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct PracticeOptimiserTests {
  /// Plain and weighted log loss and binned error, weights by the order of the predictions.
  private func scores(
    _ weights: MemoryModel.Weights
  ) throws -> (count: Int, plain: Double, weighted: Double, binned: Double) {
    let model = MemoryModel(weights: weights, convention: .fsrsRS)
    let predictions = PracticePredictions(try PracticeData.log.get(), model: model)
    let count = predictions.values.count
    let recency = (0..<count).map { index in
      let share = Double(index) / Double(count)
      return 0.25 + 0.75 * share * share * share
    }
    return (
      count, try #require(predictions.logLoss()),
      try #require(predictions.logLoss(weights: recency)),
      try #require(predictions.binnedError(weights: recency))
    )
  }

  @Test func `predictions are scored as fsrs-rs scores them`() throws {
    let golden = try PracticeData.golden()
    let weights = try MemoryModel.Weights(golden.optimized_parameters)
    let (start, found) = (try scores(.defaults), try scores(weights))
    #expect(start.count == 6032)
    #expect(abs(start.plain - golden.own_logloss_default[0]) < 1e-9)
    #expect(abs(found.plain - golden.own_logloss_optimized[0]) < 1e-9)
    #expect(abs(start.weighted - golden.default.log_loss) < 1e-6)
    #expect(abs(found.weighted - golden.optimized.log_loss) < 1e-6)
    #expect(abs(start.binned - golden.default.rmse_bins) < 1e-5)
    #expect(abs(found.binned - golden.optimized.rmse_bins) < 1e-5)
  }

  @Test func `fitted weights foretell at least as well as those of fsrs-rs`() throws {
    let log = try PracticeData.log.get()
    let fit = try PracticeOptimiser(convention: .fsrsRS).fit(log)
    let found = try scores(fit.weights)
    #expect(fit.isConverged)
    print(fit, found)
    #expect(fit.predictions == 6032)
    #expect(found.plain < 0.4552)
    #expect(found.weighted < 0.4547557)
  }
}
