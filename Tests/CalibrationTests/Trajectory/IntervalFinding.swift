import Foundation
import Inference
import Statistics

/// How one person's intervals did, by name and nominal share.
struct IntervalFinding: Sendable {
  /// The nominal shares.
  static let nominal = [0.8, 0.95]

  /// What an interval was about, and per nominal share how much of the truth it held.
  private(set) var shares: [(name: String, held: [Double])] = []

  /// Notes intervals by where the truths lay in their laws.
  mutating func add(_ name: String, positions: [Double]) {
    guard !positions.isEmpty else { return }
    let held = IntervalFinding.nominal.map { share in
      Double(positions.count { abs($0 - 0.5) <= share / 2 }) / Double(positions.count)
    }
    shares.append((name, held))
  }

  /// Notes the interval of a law by the probability that the true law gives it.
  mutating func add(_ name: String, _ law: NormalMixture, truth: Normal) {
    let held = IntervalFinding.nominal.map { share in
      let interval = law.interval(share)
      return truth.cumulative(interval.upperBound) - truth.cumulative(interval.lowerBound)
    }
    shares.append((name, held))
  }

  /// Gathers people into one coverage per name and nominal share.
  static func coverages(
    of people: [IntervalFinding]
  ) -> [(name: String, coverage: Coverage)] {
    var names: [String] = []
    var found: [String: [Coverage]] = [:]
    for person in people {
      for (name, held) in person.shares {
        if found[name] == nil {
          names.append(name)
          found[name] = nominal.map(Coverage.init(nominal:))
        }
        for index in held.indices { found[name]?[index].add(share: held[index]) }
      }
    }
    return names.flatMap { name in (found[name] ?? []).map { (name, $0) } }
  }
}

extension IntervalFinding {
  /// Judges level, readings to come and left-out readings of one person's fit.
  init(of person: DrawnPerson, _ fit: Trajectory, days: Int) {
    add(
      "level, all days",
      positions: (0..<days).map { fit.path[$0].level.cumulative(person.level[$0]) })
    add(
      "level, last day",
      positions: [fit.path[days - 1].level.cumulative(person.level[days - 1])])
    for ahead in [1, 7] {
      guard let law = fit.path[days - 1 + ahead].reading else { continue }
      add("reading \(ahead) d ahead", law, truth: person.reading(ahead, after: days - 1))
    }
    add(
      "left-out reading",
      positions: fit.errors.map {
        Normal(mean: $0.expected, standardDeviation: $0.standardDeviation).cumulative($0.value)
      })
  }
}

extension DrawnPerson {
  /// The true law of a reading some days after a day whose level and affect are known.
  func reading(_ ahead: Int, after day: Int) -> Normal {
    let values = hyperparameters
    let decay = exp(-Double(ahead) / values.affectTimeConstant)
    let variance =
      values.levelVariance * Double(ahead) + values.affectVariance * (1 - decay * decay)
      + values.noiseVariance
    return Normal(
      mean: level[day] + affect[day] * decay + weekdays[(day + ahead) % 7],
      standardDeviation: variance.squareRoot())
  }
}
