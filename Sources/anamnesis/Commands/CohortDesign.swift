import Inference

/// The columns that `anamnesis cohort` makes of a table.
struct CohortDesign {
  private let options: CohortOptions
  private let table: CohortTable

  init(_ options: CohortOptions, _ table: CohortTable) {
    self.options = options
    self.table = table
  }

  private var intercept: ModelColumn { .intercept(rows: table.rows.count) }

  /// Covariates less their mean, so that levels are those of a person like the average.
  private var covariates: [ModelColumn] {
    zip(options.covariates.names, table.covariateMeans).enumerated().map { index, column in
      ModelColumn(column.0, table.rows.map { $0.covariates[index] - column.1 })
    }
  }

  /// A column of 0 and 1 for each arm but the reference.
  private var arms: [ModelColumn] {
    table.arms.enumerated().dropFirst().map { index, name in
      ModelColumn(name, table.rows.map { $0.arm == index ? 1 : 0 })
    }
  }

  /// Level and slope, the same for each arm, and the covariates.
  func mixedModelData() throws(InferenceError) -> MixedModelData {
    let time = ModelColumn(
      options.timeScale.name(of: options.time), table.rows.map { options.timeScale($0.week) })
    let random: [[ModelColumn]] =
      switch options.effects {
      case .intercept: [[intercept]]
      case .slope: [[intercept, time]]
      case .independent: [[intercept], [time]]
      }
    return try MixedModelData(
      person: table.rows.map(\.person), outcome: table.rows.map(\.outcome),
      fixed: [intercept, time] + arms + arms.map { $0.times(time) } + covariates, random: random)
  }

  /// A level for each visit, and at each visit the arms and covariates.
  func repeatedMeasuresData(visits: [Double]) throws(InferenceError) -> RepeatedMeasuresData {
    let places = Dictionary(uniqueKeysWithValues: zip(visits, visits.indices))
    let codes = table.rows.map { places[$0.week] ?? 0 }
    let columns = visits.enumerated().map { index, visit in
      ModelColumn("\(options.time) \(visit.short)", codes.map { $0 == index ? 1 : 0 })
    }
    return try RepeatedMeasuresData(
      person: table.rows.map(\.person), visit: codes, outcome: table.rows.map(\.outcome),
      fixed: columns + arms.flatMap { arm in columns.map(arm.times) }
        + covariates.flatMap { covariate in columns.map(covariate.times) })
  }
}

extension TimeScale {
  /// What the regressor is called.
  func name(of column: String) -> String { self == .log ? "log(1 + \(column))" : column }
}

extension CohortTable {
  /// The rows as visits of a treatment.
  var visits: [TreatmentVisit] {
    rows.map {
      TreatmentVisit(
        person: $0.person, week: $0.week, score: $0.outcome, covariates: $0.covariates)
    }
  }

  /// The mean of each covariate over people, each with the first row.
  var covariateMeans: [Double] {
    var firsts: [Int: [Double]] = [:]
    for row in rows where firsts[row.person] == nil { firsts[row.person] = row.covariates }
    let values = firsts.sorted { $0.key < $1.key }.map(\.value)
    return (values.first ?? []).indices.map { index in
      values.reduce(0) { $0 + $1[index] / Double(values.count) }
    }
  }

  /// The weeks of the file when they are few, otherwise about ten evenly spread.
  var typicalWeeks: [Double] {
    let weeks = Set(rows.map(\.week)).sorted()
    guard weeks.count > 12, let last = weeks.last else { return weeks }
    let step = max((last / 10).rounded(.up), 1)
    return Array(stride(from: 0, through: last, by: step).prefix(20))
  }
}
