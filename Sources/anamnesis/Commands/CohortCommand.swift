import ArgumentParser
import Inference

/// `anamnesis cohort`
struct CohortCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort",
    abstract: "Model the courses of many people at once.",
    discussion: """
      Fits a linear mixed model to visits, exactly by REML or ML: people may come at any times and \
      miss visits at random. Rows without a score are missed visits. Estimates, standard errors and \
      log-likelihood are those of lme4; --mmrm gives every visit a variance of its own.

      With --intake or --new-person it says which course to expect of somebody new and beyond which \
      score one in ten lies (not on track). With --group it compares clinics with what was to be \
      expected of the people they serve, within funnel limits; there is no rank.

      EXAMPLES:
        anamnesis cohort visits.csv --person id --time week --outcome phq9
        anamnesis cohort visits.csv --person id --time week --outcome phq9 --by arm --reference usual
        anamnesis cohort trial.csv --person id --time visit --outcome change --mmrm --by arm \
      --covariates baseline
        anamnesis cohort visits.csv --person id --time week --outcome phq9 --time-scale log --intake 18
        anamnesis cohort visits.csv --person id --time week --outcome phq9 --group clinic --format json
      """)

  @Argument(help: "The CSV file, its first line naming the columns; - reads the standard input.")
  var file: InputFile

  @OptionGroup var options: CohortOptions

  func run() throws {
    let table = try CohortTable(options, file: file)
    do {
      if options.mmrm {
        try RepeatedMeasuresResult(options, table).print(as: options.format)
      } else if options.needsExpectation {
        try expectation(table).print(as: options.format)
      } else {
        let model = try LinearMixedModel(
          CohortDesign(options, table).mixedModelData(), method: options.method)
        try CohortResult(options, table, model).print(as: options.format)
      }
    } catch let error as InferenceError {
      throw BadInput("\(file.name), column \(options.outcome)", error)
    }
  }

  private func expectation(_ table: CohortTable) throws -> ExpectedResponseResult {
    let visits = table.visits
    let response = try ExpectedResponse(
      visits, covariateNames: options.covariates.names, timeScale: options.timeScale,
      direction: options.higherIsBetter ? .higherIsBetter : .lowerIsBetter)
    let comparison = try options.group.map { _ in
      try ClinicComparison(response, visits: visits, clinic: table.rows.map(\.group))
    }
    return ExpectedResponseResult(
      cohort: CohortResult(options, table, response.model), response: response,
      check: try TrackCheck(response, on: visits), newPerson: try newPerson(response, table),
      comparison: comparison, clinics: table.groups)
  }

  private func newPerson(
    _ response: ExpectedResponse, _ table: CohortTable
  ) throws -> ExpectedCourse? {
    if let intake = options.intake {
      return try ExpectedCourse(
        response, scores: [.init(week: 0, value: intake)], covariates: [],
        weeks: table.typicalWeeks)
    }
    guard let file = options.newPerson else { return nil }
    let person = try CohortTable(options, file: file)
    guard person.people.count == 1, let first = person.rows.first else {
      throw BadInput(
        file.name, "\(counted(person.people.count, "person", "people")) with scores",
        cure: "give the scores of one person")
    }
    return try ExpectedCourse(
      response, scores: person.rows.map { .init(week: $0.week, value: $0.outcome) },
      covariates: first.covariates, weeks: table.typicalWeeks)
  }
}
