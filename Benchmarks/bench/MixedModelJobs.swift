import Inference

/// 5,000 people × 8 visits: a correlated random intercept and slope, REML.
///
/// The file holds the columns person, time and score.
struct VisitsJob: Job {
  private let person: [Int]
  private let time: ModelColumn
  private let score: [Double]

  init(argument: String) throws {
    let table = try NumberTable(argument, columns: 3)
    person = table.columns[0].map { Int($0) }
    time = ModelColumn("time", table.columns[1])
    score = table.columns[2]
  }

  func run() throws -> Double {
    let intercept = ModelColumn.intercept(rows: person.count)
    let data = try MixedModelData(
      person: person, outcome: score, fixed: [intercept, time], random: [[intercept, time]])
    return try LinearMixedModel(data).logLikelihood
  }
}

/// Six moods by all moods one beep before: an intercept and six slopes, independent, ML.
///
/// The file holds the columns model, person, outcome and six lags; the answer is the sum of the six
/// log-likelihoods.
struct MoodsJob: Job {
  private struct Model {
    var person: [Int] = []
    var outcome: [Double] = []
    var lags = [[Double]](repeating: [], count: 6)
  }

  private let models: [Model]

  init(argument: String) throws {
    let table = try NumberTable(argument, columns: 9)
    var models = [Model](repeating: Model(), count: 6)
    for row in table.columns[0].indices {
      let number = Int(table.columns[0][row]) - 1
      models[number].person.append(Int(table.columns[1][row]))
      models[number].outcome.append(table.columns[2][row])
      for lag in 0..<6 { models[number].lags[lag].append(table.columns[3 + lag][row]) }
    }
    self.models = models
  }

  func run() throws -> Double {
    try models.reduce(0) { sum, model in
      let columns =
        [ModelColumn.intercept(rows: model.outcome.count)]
        + model.lags.enumerated().map { ModelColumn("lag\($0.offset + 1)", $0.element) }
      let data = try MixedModelData(
        person: model.person, outcome: model.outcome, fixed: columns, random: columns.map { [$0] })
      return sum + (try LinearMixedModel(data, method: .ml).logLikelihood)
    }
  }
}
