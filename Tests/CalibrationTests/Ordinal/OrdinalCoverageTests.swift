import Foundation
import Inference
import Statistics
import Testing

/// Severity behind ordered answers: intervals hold what they promise, also at the floor, where a
/// normal model of totals and sites matched without their cavity do not.
@Suite(.serialized) struct OrdinalCoverageTests {
  /// Eight items with steepness and thresholds of a common questionnaire's size.
  private static func items() throws -> [OrdinalItem] {
    let places = [0.9, 0.8, 0.4, 0.1, 0.9, 1.1, 1.2, 1.6]
    let discriminations = [2.2, 3.0, 1.7, 2.0, 1.8, 2.7, 2.1, 2.1]
    return try zip(places, discriminations).map { place, discrimination in
      try OrdinalItem.gradedResponse(
        name: "item", discrimination: discrimination,
        difficulties: [place, place + 0.8, place + 1.3])
    }
  }

  /// A person drawn from the priors: severity at each weekly form, and the form.
  private struct Person {
    var severities: [Double] = []
    var forms: [OrdinalSeries.Form] = []

    init(start: Normal, weeks: Int, items: [OrdinalItem], using stream: inout RandomStream) {
      var severity = start.mean + start.standardDeviation * stream.normal()
      let drift = 0.1 * abs(stream.normal())
      for week in 0..<weeks {
        if week > 0 { severity += drift * 7.0.squareRoot() * stream.normal() }
        severities.append(severity)
        let answers = items.map { item in
          let reading = item.loading * severity + stream.normal()
          return item.thresholds.count { $0 < reading }
        }
        forms.append(.init(time: 7 * Double(week), answers: answers))
      }
    }
  }

  /// Where the truth lies in each of three laws, per form; once more at forms of total 0 alone.
  private struct Finding {
    var propagated: [Double] = []
    var atFloor: [Double] = []
    var last = 0.0
    var doubled: [Double] = []
    var gaussian: [Double] = []
    var gaussianAtFloor: [Double] = []
    var isConverged = false
  }

  private static func judge(
    start: Normal, weeks: Int, using stream: inout RandomStream
  ) throws -> Finding {
    let items = try items()
    let person = Person(start: start, weeks: weeks, items: items, using: &stream)
    let model = OrdinalModel(start: start)
    var finding = Finding()
    let fit = try OrdinalTrajectory.posterior(
      of: OrdinalSeries(items: items, forms: person.forms), model: model)
    finding.isConverged = fit.isConverged
    finding.propagated = zip(fit.path, person.severities).map { $0.severity.cumulative($1) }
    func atFloor(_ positions: [Double]) -> [Double] {
      zip(positions, person.forms).filter { $0.1.total == 0 }.map(\.0)
    }
    finding.atFloor = atFloor(finding.propagated)
    finding.last = finding.propagated[weeks - 1]
    let doubled = try OrdinalTrajectory.posterior(
      of: OrdinalSeries(items: items, forms: person.forms + person.forms), model: model)
    finding.doubled = zip(doubled.path, person.severities).map { $0.level.cumulative($1) }
    // Points as a normal model sees them, with the error of measurement of such a questionnaire.
    let totals = try TrajectorySeries(
      person.forms.map { .init(time: $0.time, value: Double($0.total ?? 0)) })
    let normal = try Trajectory.posterior(
      of: totals, model: TrajectoryModel(noise: .known(variance: 1.9 * 1.9)))
    finding.gaussian = zip(normal.path, person.severities).map {
      $0.level.cumulative(fit.expectedTotal(at: $1))
    }
    finding.gaussianAtFloor = atFloor(finding.gaussian)
    return finding
  }

  private func coverage(_ nominal: Double, _ positions: [[Double]]) -> Coverage {
    var coverage = Coverage(nominal: nominal)
    for person in positions { coverage.add(person) }
    return coverage
  }

  @Test(arguments: [
    ("a clinic", 1.5, 0.7, 12), ("a population", 0.0, 1.0, 12),
    ("a month at the floor", -1.0, 1.0, 4),
    ("the default start", 0.0, 1.5, 12), ("a year", 1.0, 1.0, 52),
  ])
  func `intervals of severity keep their promise, two naive ones do not`(
    name: String, mean: Double, deviation: Double, weeks: Int
  ) async throws {
    let start = Normal(mean: mean, standardDeviation: deviation)
    let findings = try await People.simulate(People.count(weeks > 12 ? 500 : 2000), seed: 408) {
      stream in
      try Self.judge(start: start, weeks: weeks, using: &stream)
    }
    var table = Table.coverage("Severity of \(name), \(weeks) weekly forms")
    var misleads = false
    for nominal in [0.8, 0.95] {
      let propagated = coverage(nominal, findings.map(\.propagated))
      let atFloor = coverage(nominal, findings.map(\.atFloor))
      let doubled = coverage(nominal, findings.map(\.doubled))
      let gaussian = coverage(nominal, findings.map(\.gaussianAtFloor))
      table.add("propagation", propagated)
      table.add("propagation, forms of total 0", atFloor)
      table.add("control: no cavity", doubled)
      table.add("control: normal totals", coverage(nominal, findings.map(\.gaussian)))
      table.add("control: normal totals, forms of total 0", gaussian)
      #expect(propagated.keepsPromise)
      #expect(atFloor.keepsPromise)
      #expect(!doubled.keepsPromise)
      misleads = misleads || !gaussian.keepsPromise
    }
    #expect(misleads, "normal totals keep no promise at the floor")
    table.print()
    var ranks = Table.ranks("Place of the last severity in its law, \(name)")
    let last = Ranks(shares: findings.map(\.last))
    ranks.add("severity", last)
    ranks.print()
    #expect(last.probability > 0.01)
    let settled = findings.count { $0.isConverged }
    #expect(settled == findings.count)
  }
}
