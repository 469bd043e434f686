/// Simulated people at one moment: who they are and where they are.
///
/// They are invented. No result says anything about a real person.
public struct Cohort: Sendable {
  /// The number of each person, which with the seed decides everything that chance brings.
  public let people: [UInt32]
  /// The total of the form on which each was included; empty for people who were not screened.
  public let baseline: [Int]
  /// What their circumstances are better by than those of people who come to be treated.
  let advantage: Double
  /// Where they are.
  let states: [PersonState<Double>]

  /// How many they are.
  public var count: Int { people.count }

  /// Mood at this moment, from -1.8 to 1.6, in the order of ``people``.
  public var moods: [Double] { states.map(\.mood) }

  /// Some of them.
  ///
  /// - Parameter isIncluded: whether the person at a position stays.
  /// - Returns: those who stay, in order.
  public func filter(_ isIncluded: (Int) -> Bool) -> Cohort {
    let kept = people.indices.filter(isIncluded)
    return Cohort(
      people: kept.map { people[$0] }, baseline: baseline.isEmpty ? [] : kept.map { baseline[$0] },
      advantage: advantage, states: kept.map { states[$0] })
  }

  /// The same people with the totals of a form as their baseline.
  func including(baseline: [Int]) -> Cohort {
    Cohort(people: people, baseline: baseline, advantage: advantage, states: states)
  }
}
