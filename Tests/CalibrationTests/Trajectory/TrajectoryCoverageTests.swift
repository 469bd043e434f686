import Foundation
import Inference
import Statistics
import Testing

/// Intervals hold what they promise, within two points; narrower ones do not.
///
/// The promise is about people as the priors have them. Diarists are others: most of them move less
/// than the priors allow for, so that intervals of their level may be too wide, never too narrow;
/// readings, which can be checked against life, keep to two points in them too.
@Suite(.serialized) struct TrajectoryCoverageTests {
  /// Who is drawn, and how the fit scales its priors.
  struct Setting: Sendable, CustomTestStringConvertible {
    let name: String
    let model: TrajectoryModel
    let days: Int
    var missing = 0.0
    /// Whether hyperparameters are those of ``DrawnPerson/diarist(using:)``, and the scale of the
    /// priors is that of the readings, as in a review.
    var isDiarist = false
    var change: @Sendable (inout Hyperparameters) -> Void = { _ in }

    var testDescription: String { name }

    func drawn(using stream: inout RandomStream) -> DrawnPerson {
      var values =
        isDiarist
        ? DrawnPerson.diarist(using: &stream)
        : DrawnPerson.hyperparameters(of: model, using: &stream)
      change(&values)
      return DrawnPerson(values, model: model, days: days + 7, missing: missing, using: &stream)
    }
  }

  static let settings: [Setting] = [
    Setting(name: "level alone, 42 days", model: .localLevel, days: 42),
    Setting(name: "daily model, 42 days", model: .daily, days: 42),
    Setting(name: "daily model, 42 days, 50 % missing", model: .daily, days: 42, missing: 0.5),
    Setting(name: "daily model, 120 days, 50 % missing", model: .daily, days: 120, missing: 0.5),
    Setting(
      name: "diarists, scale of the readings, 100 days, 20 % missing", model: .daily, days: 100,
      missing: 0.2, isDiarist: true),
    Setting(
      name: "diarists whose level never moves, 100 days, 20 % missing", model: .daily, days: 100,
      missing: 0.2, isDiarist: true, change: { $0.levelVariance = 0 }),
  ]

  private static func coverages(
    of setting: Setting, fit: @escaping @Sendable (TrajectorySeries) throws -> Trajectory
  ) async throws -> [(name: String, coverage: Coverage)] {
    let people = try await People.simulate(People.count(1500), seed: 42) { stream in
      let person = setting.drawn(using: &stream)
      return IntervalFinding(
        of: person, try fit(person.series(first: setting.days)), days: setting.days)
    }
    return IntervalFinding.coverages(of: people)
  }

  @Test(arguments: settings) func `intervals keep their promise`(setting: Setting) async throws {
    let found = try await Self.coverages(of: setting) {
      try .posterior(of: $0, model: setting.model, priorScale: setting.isDiarist ? nil : 1)
    }
    var table = Table.coverage("Coverage: \(setting.name)")
    for (name, coverage) in found {
      table.add(name, coverage)
      let keeps =
        setting.isDiarist && name.hasPrefix("level")
        ? coverage.isWideEnough : coverage.keepsPromise
      #expect(keeps, "\(setting.name): \(name): \(coverage.realised)")
    }
    table.print()
  }

  /// The control: variances taken as known at their likeliest values.
  @Test func `intervals at the likeliest variances do not`() async throws {
    let setting = Self.settings[0]
    let found = try await Self.coverages(of: setting) {
      try .maximumLikelihood(of: $0, model: setting.model)
    }
    var table = Table.coverage("Control, maximum likelihood: \(setting.name)")
    for (name, coverage) in found { table.add(name, coverage) }
    table.print()
    let failing = found.filter { !$0.coverage.keepsPromise }.map(\.name)
    #expect(failing.contains("level, last day"))
  }

  /// The control: days taken as independent.
  @Test func `intervals of a mean of independent days do not`() async throws {
    let setting = Self.settings[1]
    let people = try await People.simulate(People.count(1500), seed: 42) { stream in
      let person = setting.drawn(using: &stream)
      let summary = SeriesSummary(
        try person.series(first: setting.days).readings.map(\.value))
      let law = Normal(
        mean: summary.mean,
        standardDeviation: summary.standardDeviation / Double(summary.count).squareRoot())
      var finding = IntervalFinding()
      finding.add(
        "level, last day", positions: [law.cumulative(person.level[setting.days - 1])])
      return finding
    }
    let found = IntervalFinding.coverages(of: people)
    var table = Table.coverage("Control, independent days: \(setting.name)")
    for (name, coverage) in found { table.add(name, coverage) }
    table.print()
    let keeping = found.filter(\.coverage.keepsPromise).map(\.name)
    #expect(found.count == 2 && keeping.isEmpty)
  }
}
