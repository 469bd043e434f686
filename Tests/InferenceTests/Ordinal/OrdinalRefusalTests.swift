import Foundation
import Inference
import Statistics
import Testing

@Suite struct OrdinalRefusalTests {
  @Test(arguments: [
    (0, [0.0, 1.0], "loading"), (-1, [0, 1], "loading"), (.nan, [0, 1], "loading"),
    (.infinity, [0, 1], "loading"), (1, [], "thresholds"), (1, [1, 0], "rise"),
    (1, [0, 0], "rise"), (1, [0, .nan], "number"), (1, [0, .infinity], "number"),
  ])
  func `an item that cannot be is refused by name`(
    loading: Double, thresholds: [Double], word: String
  ) {
    let error = #expect(throws: InferenceError.self) {
      try OrdinalItem(name: "sleep", loading: loading, thresholds: thresholds)
    }
    #expect(error?.description.contains("sleep") == true)
    #expect(error?.description.contains(word) == true)
  }

  private func error(_ forms: [OrdinalSeries.Form], alsoAt: [Double] = []) -> InferenceError? {
    do {
      _ = try OrdinalSeries(items: OrdinalSample.items(), forms: forms, alsoAt: alsoAt)
      return nil
    } catch { return error as? InferenceError }
  }

  @Test func `forms that cannot be used are refused with their reason`() {
    #expect(
      error([.init(time: 0, answers: [nil, nil, nil])])
        == .tooFew(observed: 0, needed: 1, what: "severity (no item was answered)"))
    #expect(error([]) != nil)
    #expect(error([.init(time: 0, answers: [1, 1])])?.description.contains("2 answers") == true)
    for wrong in [-1, 4, .max, .min] {
      let found = error([.init(time: 3, answers: [wrong, 1, 1])])
      #expect(found?.description.contains("\"first\"") == true)
    }
    #expect(error([.init(time: .nan, answers: [1, 1, 1])]) != nil)
    #expect(error([.init(time: 0, answers: [1, 1, 1])], alsoAt: [.infinity]) != nil)
    #expect(error([.init(time: 0, answers: [1, 1, 1])]) == nil)
  }

  @Test(arguments: [
    OrdinalModel(start: Normal(mean: .nan, standardDeviation: 1)),
    OrdinalModel(start: Normal(mean: 0, standardDeviation: 0)), OrdinalModel(levelScale: 0),
    OrdinalModel(levelScale: .nan), OrdinalModel(affectScale: -1),
  ])
  func `a model that cannot be is refused`(model: OrdinalModel) throws {
    let series = try OrdinalSample.series()
    #expect(throws: InferenceError.self) {
      try OrdinalTrajectory.posterior(of: series, model: model)
    }
  }

  @Test func `answers at the floor bound severity and refuse a change`() throws {
    let forms = (0..<6).map { OrdinalSeries.Form(time: 7 * Double($0), answers: [0, 0, 0]) }
    let series = try OrdinalSeries(items: OrdinalSample.items(), forms: forms)
    #expect(series.edge == .floor)
    let fit = try OrdinalTrajectory.posterior(of: series)
    #expect(fit.isConverged)
    #expect(fit.path[5].severity.quantile(0.975) < 0.8)
    let error = #expect(throws: InferenceError.self) { try fit.comparison(with: 0) }
    #expect(error?.description.contains("lowest") == true)
    let mixed = try OrdinalSeries(
      items: OrdinalSample.items(), forms: forms + [.init(time: 50, answers: [1, 0, 0])])
    #expect(mixed.edge == .none)
    #expect(throws: Never.self) { try OrdinalTrajectory.posterior(of: mixed).comparison(with: 0) }
  }

  @Test func `times that are not on the path are refused`() throws {
    let fit = try OrdinalTrajectory.posterior(of: OrdinalSample.series())
    #expect(throws: InferenceError.self) { try fit.total(at: 1) }
    #expect(throws: InferenceError.self) { try fit.answerProbabilities(at: .nan) }
    #expect(throws: InferenceError.self) { try fit.comparison(with: 35, at: 0) }
  }

  @Test func `extreme but lawful input gives finite results`() throws {
    let item = try OrdinalItem(name: "steep", loading: 100, thresholds: [-1000, 1000])
    let forms = [0, 2, 0, 2].enumerated().map { index, answer in
      OrdinalSeries.Form(time: 1e6 * Double(index), answers: [answer])
    }
    let fit = try OrdinalTrajectory.posterior(of: OrdinalSeries(items: [item], forms: forms))
    for step in fit.path {
      #expect(step.severity.mean.isFinite && step.severity.standardDeviation > 0)
    }
  }

  @Test func `the share of answers at the ends decides on the model`() throws {
    let share = try EdgeShare(of: [1, 1, 1, 4, 7, 5, 3, 2, 4, 4], scale: 1...7)
    #expect(share.floor == 0.3 && share.ceiling == 0.1 && share.needsOrdinalModel)
    #expect(share.reason?.contains("not from one person") == true)
    let even = try EdgeShare(of: [1, 2, 3, 4, 5, 6, 7, 4, 4, 4], scale: 1...7)
    #expect(!even.needsOrdinalModel && even.reason == nil)
    #expect(throws: InferenceError.self) { try EdgeShare(of: [1, 2, 3, 4], scale: 1...7) }
    #expect(throws: InferenceError.self) { try EdgeShare(of: [1, 2, 3, 4, 8], scale: 1...7) }
    #expect(throws: InferenceError.self) { try EdgeShare(of: [1, 1, 1, 1, 1], scale: 1...1) }
  }
}
