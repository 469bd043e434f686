import Statistics

@testable import MemoryScience

/// Several invented people with the same parameters, and what an average over them is worth.
struct SimulatedPeople {
  /// What each person recalled.
  let people: [[RecalledList]]

  /// Lets each person study lists and recall them, from a random stream of their own.
  init(
    _ model: RetrievedContextModel, count: Int, lists: Int, seed: UInt64,
    study: (inout RandomStream) -> [Valence]
  ) throws {
    people = try (0..<count).map { person in
      var stream = RandomStream(seed: seed, stream: UInt64(person))
      let lists = try (0..<lists).map { _ in try StudiedList(valences: study(&stream)) }
      return try model.recalls(of: lists, stream: &stream)
    }
  }

  /// The mean of a number over people with its 95 % interval by Student's t.
  func interval(of number: ([RecalledList]) -> Double) -> ClosedRange<Double> {
    Self.interval(people.map(number))
  }

  static func interval(_ values: [Double]) -> ClosedRange<Double> {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let reach =
      StudentT(degreesOfFreedom: count - 1).quantile(0.975) * (variance / count).squareRoot()
    return mean - reach...mean + reach
  }

  /// The share of studied items of some valences that were recalled.
  static func share(_ lists: [RecalledList], _ valences: Set<Valence>) -> Double {
    var studied = 0
    var recalled = 0
    for list in lists {
      studied += list.study.valences.count(where: valences.contains)
      recalled += list.recalls.count { valences.contains(list.study.valences[$0]) }
    }
    return Double(recalled) / Double(max(studied, 1))
  }

  /// Transitions from one valence to another, made over expected: the expectation spreads each
  /// transition evenly over what is left of the list.
  static func clustering(_ lists: [RecalledList], from: Valence, to: Valence) -> Double {
    var made = 0.0
    var expected = 0.0
    for list in lists {
      let valences = list.study.valences
      var left = Set(valences.indices)
      for (here, next) in zip(list.recalls, list.recalls.dropFirst()) {
        left.remove(here)
        guard valences[here] == from else { continue }
        made += valences[next] == to ? 1 : 0
        expected += Double(left.count { valences[$0] == to }) / Double(left.count)
      }
    }
    return made / expected
  }
}
