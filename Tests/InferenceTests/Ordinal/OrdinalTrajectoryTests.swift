import Foundation
import Inference
import Statistics
import Testing

@Suite struct OrdinalTrajectoryTests {
  private static let variance = 0.02

  private func fit(alsoAt times: [Double] = []) throws -> OrdinalTrajectory {
    try OrdinalTrajectory.given(
      Hyperparameters(levelVariance: Self.variance, noiseVariance: 1),
      of: OrdinalSample.series(alsoAt: times), model: OrdinalSample.model)
  }

  private func truth(_ series: OrdinalSeries) -> GridTruth {
    GridTruth(series, model: OrdinalSample.model, levelVariance: Self.variance)
  }

  @Test func `severity and evidence equal brute force on a fine grid`() throws {
    let fit = try fit()
    let truth = truth(fit.series)
    #expect(fit.isConverged)
    #expect(abs(fit.nodes[0].logEvidence - truth.logEvidence) < 0.02)
    for form in fit.series.forms.indices {
      let spread = truth.deviation(form)
      let step = fit.path[form]
      #expect(abs(step.severity.mean - truth.mean(form)) < 0.02 * spread)
      #expect(abs(step.severity.standardDeviation / spread - 1) < 0.02)
      #expect(abs(step.level.mean - truth.mean(form)) < 0.03 * spread)
      #expect(abs(step.level.standardDeviation / spread - 1) < 0.03)
    }
  }

  @Test func `the same tolerance tells a changed answer and a form without its cavity`() throws {
    let truth = truth(try OrdinalSample.series())
    var changed = OrdinalSample.forms
    changed[2].answers[0] = 2
    // Every form counted twice is what matching sites without taking them out first amounts to.
    for forms in [changed, OrdinalSample.forms + OrdinalSample.forms] {
      let series = try OrdinalSeries(items: OrdinalSample.items(), forms: forms)
      let wrong = try OrdinalTrajectory.given(
        Hyperparameters(levelVariance: Self.variance, noiseVariance: 1), of: series,
        model: OrdinalSample.model)
      let severity = wrong.path[2].severity
      let shift = abs(severity.mean - truth.mean(2)) / truth.deviation(2)
      let stretch = abs(severity.standardDeviation / truth.deviation(2) - 1)
      #expect(max(shift, stretch) > 0.02)
      #expect(abs(wrong.nodes[0].logEvidence - truth.logEvidence) > 0.02)
    }
  }

  @Test func `probabilities at a form keep the skew that the floor brings`() throws {
    let fit = try fit()
    let truth = truth(fit.series)
    for form in [3, 4, 5] {
      // Halfway between points of the grid.
      for bound in [-0.995, 0.055, 1.035] {
        let found = fit.path[form].severity.cumulative(bound)
        #expect(abs(found - truth.cumulative(form, bound)) < 0.01)
      }
    }
  }

  @Test func `a change between two times keeps their dependence`() throws {
    let fit = try fit()
    let truth = truth(fit.series).change(since: 4)
    let change = try fit.comparison(with: 35).difference()
    #expect(abs(change.mean - truth.mean) < 0.03 * truth.deviation)
    #expect(abs(change.standardDeviation / truth.deviation - 1) < 0.03)
    let deviations: [Double] = [4, 5].map { fit.path[$0].level.standardDeviation }
    let apart: Double = (deviations[0] * deviations[0] + deviations[1] * deviations[1]).squareRoot()
    #expect(abs(apart / truth.deviation - 1) > 0.05)
    let still = try fit.comparison(with: 7, at: 7).difference()
    #expect(still.standardDeviation < 1e-9)
  }

  @Test func `a drift that is integrated over equals brute force over the drift`() throws {
    let fit = try OrdinalTrajectory.posterior(
      of: OrdinalSample.series(), model: OrdinalSample.model)
    // The stated prior: half-normal(0.1) on √q, over its logarithm.
    let points = stride(from: -4.75, through: -0.25, by: 0.5).map { place in
      (
        place,
        truth: GridTruth(fit.series, model: OrdinalSample.model, levelVariance: exp(2 * place))
      )
    }
    let logs = points.map { $0.truth.logEvidence + $0.0 - 50 * exp(2 * $0.0) }
    let top = logs.max() ?? 0
    let weights = logs.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    for form in [0, 4, 5] {
      let mean = zip(weights, points).reduce(0) { $0 + $1.0 / total * $1.1.truth.mean(form) }
      let found = fit.path[form].severity
      #expect(abs(found.mean - mean) < 0.05 * found.standardDeviation)
    }
    let shares: Double = fit.nodes.map(\.weight).reduce(0, +)
    #expect(abs(shares - 1) < 1e-12)
  }

  @Test func `leaving a form out equals fitting without it`() throws {
    let fit = try fit()
    let errors = fit.leaveOneOut()
    let whole = truth(fit.series).logEvidence
    // The last form is a sudden ceiling: sites matched in its presence lean its way, and its
    // probability of e^-8.5 comes out by a third too small or too large.
    for (index, tolerance) in [(2, 0.02), (4, 0.02), (5, 0.35)] {
      var forms = OrdinalSample.forms
      forms.remove(at: index)
      let rest = try OrdinalSeries(items: OrdinalSample.items(), forms: forms)
      let expected = whole - truth(rest).logEvidence
      #expect(abs(errors[index].logProbability - expected) < tolerance)
      #expect(abs(errors[index].logProbability - whole) > 1)
    }
    #expect(errors[5].rank > 0.9, "a sudden ceiling after the floor is unexpected")
    #expect(errors[5].total == 8)
    let mass: Double = errors[5].expected.probabilities.reduce(0, +)
    #expect(abs(mass - 1) < 1e-9)
  }

  @Test func `an affect equals brute force`() throws {
    let series = try OrdinalSample.series()
    // A level that is known and stands still leaves the affect alone.
    let model = OrdinalModel(start: Normal(mean: 0.5, standardDeviation: 1e-4), affectScale: 1)
    let values = Hyperparameters(
      levelVariance: 0, affectVariance: 0.8, affectTimeConstant: 10, noiseVariance: 1)
    let fit = try OrdinalTrajectory.given(values, of: series, model: model)
    let truth = GridTruth(series, mean: 0.5, affectVariance: 0.8, timeConstant: 10)
    #expect(abs(fit.nodes[0].logEvidence - truth.logEvidence) < 0.02)
    for form in series.forms.indices {
      let spread = truth.deviation(form)
      #expect(abs(fit.path[form].severity.mean - truth.mean(form)) < 0.02 * spread)
      #expect(abs(fit.path[form].severity.standardDeviation / spread - 1) < 0.02)
    }
    let other = GridTruth(series, mean: 0.5, affectVariance: 0.8, timeConstant: 5)
    #expect(abs(fit.nodes[0].logEvidence - other.logEvidence) > 0.02)
  }

  @Test func `an affect takes up what comes and goes`() throws {
    var stream = RandomStream(seed: 5)
    let items = try OrdinalSample.items()
    let forms = (0..<40).map { day in
      let severity = 1.2 + (day % 2 == 0 ? 0.8 : -0.8)
      return OrdinalSeries.Form(
        time: Double(day),
        answers: items.map {
          OrdinalSample.draw($0, at: severity, using: &stream)
        })
    }
    let model = OrdinalModel(affectScale: 1)
    let values = Hyperparameters(
      levelVariance: 1e-4, affectVariance: 0.6, affectTimeConstant: 0.3, noiseVariance: 1)
    let fit = try OrdinalTrajectory.given(
      values, of: OrdinalSeries(items: items, forms: forms), model: model)
    #expect(fit.isConverged)
    let means: [Double] = fit.path.map(\.severity.mean)
    let evens: Double = stride(from: 0, to: 40, by: 2).map { means[$0] }.reduce(0, +) / 20
    let odds: Double = stride(from: 1, to: 40, by: 2).map { means[$0] }.reduce(0, +) / 20
    #expect(evens - odds > 0.8)
    let levels: [Double] = fit.path.map(\.level.mean)
    let range: Double = (levels.max() ?? 0) - (levels.min() ?? 0)
    #expect(range < 0.3)
  }
}
