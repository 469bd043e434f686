import Care
import Foundation
import Knowledge
import PatientRecord
import Time

/// Charts with everything in them. The argument says how many; knowledge is that of a site in the
/// country with the most rules of its own.
struct CareCharts: Sendable {
  let knowledge: Knowledge
  let charts: [CareChart]

  init(argument: String) throws {
    guard let count = UInt64(argument), (1...100_000).contains(count) else {
      throw BenchError.argument(argument)
    }
    let knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
      .adjusted(by: SiteSettings(country: "US"))
    self.knowledge = knowledge
    charts = try (1...count).map { try CareChart(seed: $0, knowledge: knowledge) }
  }
}

/// What knowledge makes of each chart, all together: rules, staging, due list and windows.
struct CareJob: Job {
  private let work: CareCharts

  init(argument: String) throws { work = try CareCharts(argument: argument) }

  /// Returns how many rules applied, and says on the standard error what a chart took.
  func run() throws -> Double {
    let watch = Stopwatch()
    var fired = 0
    for chart in work.charts {
      for part in Review.guidance(of: chart.chart, on: chart.today, using: work.knowledge) {
        if case .rules(let rules) = part { fired += rules.fired.count + rules.setAside.count }
      }
    }
    let each = 1000 * watch.read().wall / Double(work.charts.count)
    FileHandle.standardError.write(Data("\(each) ms a chart\n".utf8))
    return Double(fired)
  }
}

/// Facts and rules alone.
struct CareRulesJob: Job {
  private let work: CareCharts

  init(argument: String) throws { work = try CareCharts(argument: argument) }

  /// Returns how many rules applied.
  func run() throws -> Double {
    let directory = MedicineDirectory(work.knowledge)
    let fired = work.charts.map { chart in
      let facts = ChartFacts(
        of: chart.chart, on: chart.today, using: work.knowledge, directory: directory
      ).facts()
      return work.knowledge.rules.evaluate(facts, on: chart.today, in: "US")
        .count { $0.outcome == .fired }
    }
    return Double(fired.reduce(0, +))
  }
}

/// Trials and staging alone.
struct CareStagingJob: Job {
  private let work: CareCharts

  init(argument: String) throws { work = try CareCharts(argument: argument) }

  /// Returns how many trials were rated.
  func run() throws -> Double {
    let judge = try TrialJudge(work.knowledge)
    let trials = work.charts.map { chart in
      judge.assessment(
        of: StagingCase(chart: chart.chart, asOf: chart.today, knowledge: work.knowledge)
      ).trials.count
    }
    return Double(trials.reduce(0, +))
  }
}
