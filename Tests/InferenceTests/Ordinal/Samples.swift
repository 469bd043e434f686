import Foundation
import Inference
import Statistics

/// Small questionnaires and forms made by ourselves.
enum OrdinalSample {
  static func items() throws -> [OrdinalItem] {
    [
      try OrdinalItem(name: "first", loading: 1.3, thresholds: [0.5, 1.6, 2.4]),
      try OrdinalItem(name: "second", loading: 1.8, thresholds: [1.2, 2.9, 3.8]),
      try OrdinalItem(name: "third", loading: 0.9, thresholds: [0.1, 1.3]),
    ]
  }

  /// Answers in the middle, at the floor, at the ceiling and missing.
  static let forms: [OrdinalSeries.Form] = [
    .init(time: 0, answers: [2, 1, 1]), .init(time: 7, answers: [3, 2, nil]),
    .init(time: 14, answers: [1, 1, 0]), .init(time: 28, answers: [nil, 0, 0]),
    .init(time: 35, answers: [0, 0, 0]), .init(time: 42, answers: [3, 3, 2]),
  ]

  static func series(alsoAt times: [Double] = []) throws -> OrdinalSeries {
    try OrdinalSeries(items: items(), forms: forms, alsoAt: times)
  }

  static let model = OrdinalModel(start: Normal(mean: 0.5, standardDeviation: 1.2))

  /// Draws an answer by its definition: the thresholds below a noisy reading.
  static func draw(
    _ item: OrdinalItem, at severity: Double, using stream: inout RandomStream
  ) -> Int {
    let reading = item.loading * severity + stream.normal()
    return item.thresholds.count { $0 < reading }
  }
}

/// The same model by brute force: severity on a fine even grid, one matrix per gap, no normal law
/// in place of the answers (Kitagawa 1987, J Am Stat Assoc 82:1032).
struct GridTruth {
  let places: [Double]
  /// Per form, the probability of each place given all answers.
  let laws: [[Double]]
  let logEvidence: Double
  private let likelihoods: [[Double]]
  private let kernels: [[[Double]]]
  private let forward: [[Double]]

  /// A drifting level alone.
  init(_ series: OrdinalSeries, model: OrdinalModel, levelVariance: Double) {
    self.init(series, start: model.start) { ($0, levelVariance * $1) }
  }

  /// A passing affect around a mean that stands still.
  init(
    _ series: OrdinalSeries, mean: Double, affectVariance: Double, timeConstant: Double
  ) {
    let start = Normal(mean: mean, standardDeviation: affectVariance.squareRoot())
    self.init(series, start: start) { from, gap in
      let decay = exp(-gap / timeConstant)
      return (mean + decay * (from - mean), affectVariance * (1 - decay * decay))
    }
  }

  /// `step` says where severity goes from a place over a gap: its mean and variance.
  private init(
    _ series: OrdinalSeries, start: Normal,
    step: (_ from: Double, _ gap: Double) -> (mean: Double, variance: Double)
  ) {
    let places = stride(from: -6.0, through: 8, by: 0.07).map { $0 }
    let forms = series.forms
    let likelihoods = forms.map { form in
      places.map { GridTruth.likelihood(of: form, items: series.items, at: $0) }
    }
    let kernels = zip(forms, forms.dropFirst()).map { earlier, later in
      places.map { from in
        let (mean, variance) = step(from, later.time - earlier.time)
        return GridTruth.scaled(
          places.map { exp(-0.5 * ($0 - mean) * ($0 - mean) / variance) })
      }
    }
    var forward: [[Double]] = []
    var logEvidence = 0.0
    var law = GridTruth.scaled(places.map { start.density($0) })
    for index in forms.indices {
      if index > 0 { law = GridTruth.carried(law, over: kernels[index - 1]) }
      law = zip(law, likelihoods[index]).map { $0 * $1 }
      logEvidence += log(law.reduce(0, +))
      law = GridTruth.scaled(law)
      forward.append(law)
    }
    var ahead = places.map { _ in 1.0 }
    var laws = [GridTruth.scaled(forward[forms.count - 1])]
    for index in (0..<forms.count - 1).reversed() {
      let weighted = zip(ahead, likelihoods[index + 1]).map { $0 * $1 }
      ahead = kernels[index].map { row in
        var sum = 0.0
        for (share, weight) in zip(row, weighted) { sum += share * weight }
        return sum
      }
      laws.insert(GridTruth.scaled(zip(forward[index], ahead).map { $0 * $1 }), at: 0)
    }
    (self.places, self.laws, self.logEvidence) = (places, laws, logEvidence)
    (self.likelihoods, self.kernels, self.forward) = (likelihoods, kernels, forward)
  }

  func mean(_ form: Int) -> Double {
    var sum = 0.0
    for (place, share) in zip(places, laws[form]) { sum += place * share }
    return sum
  }

  func deviation(_ form: Int) -> Double {
    let centre = mean(form)
    var sum = 0.0
    for (place, share) in zip(places, laws[form]) {
      sum += (place - centre) * (place - centre) * share
    }
    return sum.squareRoot()
  }

  func cumulative(_ form: Int, _ x: Double) -> Double {
    var sum = 0.0
    for (place, share) in zip(places, laws[form]) where place <= x { sum += share }
    return sum
  }

  /// Mean and deviation of the last form's severity less that of an earlier form.
  func change(since form: Int) -> (mean: Double, deviation: Double) {
    var rows = places.indices.map { index in
      places.indices.map { $0 == index ? forward[form][index] : 0 }
    }
    for gap in form..<kernels.count {
      rows = rows.map { row in
        zip(GridTruth.carried(row, over: kernels[gap]), likelihoods[gap + 1]).map { $0 * $1 }
      }
    }
    let mass = rows.reduce(0) { $0 + $1.reduce(0, +) }
    var first = 0.0
    var second = 0.0
    for (from, row) in zip(places, rows) {
      for (to, share) in zip(places, row) {
        first += (to - from) * share / mass
        second += (to - from) * (to - from) * share / mass
      }
    }
    return (first, (second - first * first).squareRoot())
  }

  private static func likelihood(
    of form: OrdinalSeries.Form, items: [OrdinalItem], at severity: Double
  ) -> Double {
    zip(items, form.answers).reduce(1) { product, pair in
      guard let answer = pair.1 else { return product }
      let steps =
        [1.0]
        + pair.0.thresholds.map {
          0.5 * erfc(($0 - pair.0.loading * severity) / 2.0.squareRoot())
        } + [0]
      return product * (steps[answer] - steps[answer + 1])
    }
  }

  private static func scaled(_ law: [Double]) -> [Double] {
    let sum = law.reduce(0, +)
    return law.map { $0 / sum }
  }

  private static func carried(_ law: [Double], over kernel: [[Double]]) -> [Double] {
    var next = [Double](repeating: 0, count: law.count)
    for (share, row) in zip(law, kernel) where share > 1e-18 {
      for (to, probability) in row.enumerated() { next[to] += share * probability }
    }
    return next
  }
}
