import Foundation
import Inference
import Statistics
import Testing

/// Simulation-based calibration of `Trajectory.posterior`: hyperparameters from its own priors, data
/// from its own model; the level starts at a fixed place, which a diffuse start cannot see.
@Suite(.serialized) struct TrajectoryRankTests {
  /// What is drawn.
  struct Setting: Sendable, CustomTestStringConvertible {
    let name: String
    let model: TrajectoryModel
    let days: Int
    var missing = 0.0
    var coefficients: [Double] = []
    let people: Int

    var testDescription: String { name }
  }

  static let settings: [Setting] = [
    Setting(name: "level alone, 60 days", model: .localLevel, days: 60, people: 1000),
    Setting(
      name: "daily model, 84 days, 30 % missing", model: .daily, days: 84, missing: 0.3,
      people: 1000),
    Setting(
      name: "daily model, 120 days, two regressors, 30 % missing", model: .daily, days: 120,
      missing: 0.3, coefficients: [0.4, -0.2], people: 1000),
  ]

  private static let drawCount = 63

  @Test(arguments: settings) func `true values rank evenly`(setting: Setting) async throws {
    let people = try await People.simulate(People.count(setting.people), seed: 1701) { stream in
      try Self.shares(of: setting, using: &stream)
    }
    var table = Table.ranks("Ranks: \(setting.name)")
    for (index, name) in people[0].map(\.name).enumerated() {
      let ranks = Ranks(shares: people.map { $0[index].share })
      table.add(name, ranks)
      #expect(ranks.probability > 0.01, "\(setting.name): \(name)")
    }
    table.print()
  }

  /// The control: variances taken as known at their likeliest values.
  @Test func `true values do not rank evenly at the likeliest variances`() async throws {
    let setting = Self.settings[0]
    let shares = try await People.simulate(People.count(setting.people), seed: 1701) { stream in
      let values = DrawnPerson.hyperparameters(of: setting.model, using: &stream)
      let person = DrawnPerson(
        values, model: setting.model, days: setting.days, using: &stream)
      let fit = try Trajectory.maximumLikelihood(of: person.series(first: setting.days))
      let last = setting.days - 1
      return fit.path[last].level.cumulative(person.level[last])
    }
    let ranks = Ranks(shares: shares)
    var table = Table.ranks("Control, maximum likelihood: \(setting.name)")
    table.add("level, day \(setting.days - 1)", ranks)
    table.print()
    #expect(ranks.probability < 1e-4)
  }

  private static func shares(
    of setting: Setting, using stream: inout RandomStream
  ) throws -> [(name: String, share: Double)] {
    let horizon = 7
    let values = DrawnPerson.hyperparameters(of: setting.model, using: &stream)
    let person = DrawnPerson(
      values, model: setting.model, days: setting.days + horizon, missing: setting.missing,
      coefficients: setting.coefficients, using: &stream)
    let fit = try Trajectory.posterior(
      of: person.series(first: setting.days), model: setting.model, priorScale: 1)
    return mixtureShares(of: person, fit, days: setting.days)
      + (try drawShares(of: person, fit, days: setting.days, using: &stream))
  }

  /// Where the truth lies in the mixtures that reviews show.
  private static func mixtureShares(
    of person: DrawnPerson, _ fit: Trajectory, days: Int
  ) -> [(name: String, share: Double)] {
    let levels = [0, days / 2, days - 1].map { day in
      ("level, day \(day), interval", fit.path[day].level.cumulative(person.level[day]))
    }
    let readings = [1, 7].compactMap { ahead -> (String, Double)? in
      let day = days - 1 + ahead
      guard let law = fit.path[day].reading else { return nil }
      return (
        "reading \(ahead) d ahead, interval", law.cumulative(person.readings[day].value)
      )
    }
    let coefficients = zip(person.coefficients, fit.coefficients).map { truth, found in
      let law = Normal(mean: found.estimate, standardDeviation: found.standardError)
      return ("\(found.name), interval", law.cumulative(truth))
    }
    return levels + readings + coefficients
  }

  private static func drawShares(
    of person: DrawnPerson, _ fit: Trajectory, days: Int, using stream: inout RandomStream
  ) throws -> [(name: String, share: Double)] {
    let draws = try fit.draws(drawCount, using: &stream)
    func share(_ truth: Double, _ value: (Trajectory.Draw) -> Double) -> Double {
      (Double(draws.count { value($0) < truth }) + 0.5) / Double(draws.count + 1)
    }
    let middle = days / 2
    let last = days - 1
    var shares = [
      ("level, day \(middle)", share(person.level[middle]) { $0.level[middle] }),
      (
        "change of level, day 0 to \(last)",
        share(person.level[last] - person.level[0]) { $0.level[last] - $0.level[0] }
      ),
      (
        "level variance",
        share(person.hyperparameters.levelVariance) { $0.hyperparameters.levelVariance }
      ),
      (
        "noise variance",
        share(person.hyperparameters.noiseVariance) { $0.hyperparameters.noiseVariance }
      ),
    ]
    if fit.model.hasAffect {
      shares += [
        ("affect, day \(middle)", share(person.affect[middle]) { $0.affect[middle] }),
        (
          "affect variance",
          share(person.hyperparameters.affectVariance) { $0.hyperparameters.affectVariance }
        ),
        (
          "affect time constant",
          share(person.hyperparameters.affectTimeConstant) {
            $0.hyperparameters.affectTimeConstant
          }
        ),
      ]
    }
    if fit.model.hasWeekday {
      shares += [0, 5].map { weekday in
        ("weekday \(weekday)", share(person.weekdays[weekday]) { $0.weekdays[weekday] })
      }
      shares.append(
        (
          "weekday variance",
          share(person.hyperparameters.weekdayVariance) { $0.hyperparameters.weekdayVariance }
        ))
    }
    shares += person.coefficients.indices.map { index in
      (
        "coefficient \(index)",
        share(person.coefficients[index]) { $0.coefficients[index] }
      )
    }
    return shares
  }
}
