/// Who leaves a study or an app, equation (15): each week
/// logit h = base + no improvement + remission + early weeks + burden - adherence.
///
/// Bases were set by this project so that simulated groups leave as published groups do: 21 % of a
/// clinic within 12 weeks, a third of the users of an app within 8. The other numbers are assumptions.
public struct Dropout: Hashable, Sendable {
  /// a0: the logit of leaving in a week for a person to whom nothing else applies.
  public var base: Double
  /// a1: what it adds not to have fallen by 20 % after week 4.
  public var noImprovement = 0.6
  /// a2: what it adds to be remitted.
  public var remission = 0.3
  /// a3: what the first two weeks add.
  public var early = 0.4
  /// a4: what full burden adds.
  public var burdenWeight = 0.5
  /// The burden of what is asked for, from 0 to 1.
  public var burden: Double
  /// a5: what full adherence takes away.
  public var adherence = 1.0

  /// Leaving a clinic of medicine: 21 % by week 12.
  public static let clinic = Dropout(base: -3.85, burden: 0.5)
  /// Leaving an app: 26 % by week 8, 48 % when corrected for bias; between the two.
  public static let app = Dropout(base: -2.7, burden: 0.3)

  /// A model of leaving.
  ///
  /// - Parameters:
  ///   - base: a0.
  ///   - burden: the burden of what is asked for, from 0 to 1.
  public init(base: Double, burden: Double) {
    self.base = base
    self.burden = burden
  }

  /// The chance to leave in a week.
  ///
  /// - Parameters:
  ///   - week: the week, from 1.
  ///   - total: the total of its form.
  ///   - baseline: the total at the beginning.
  ///   - share: the chance that practice is done, from 0 to 1.
  /// - Returns: a probability.
  public func chance(week: Int, total: Int, baseline: Int, adherence share: Double) -> Double {
    var logit = base + burdenWeight * burden - adherence * share
    if week > 4, 5 * total > 4 * baseline { logit += noImprovement }
    if total < 5 { logit += remission }
    if week <= 2 { logit += early }
    return logit.logistic()
  }
}

extension Simulator {
  /// In which week each person leaves.
  ///
  /// - Parameters:
  ///   - outcome: a run with weekly forms.
  ///   - model: how people leave.
  ///   - first: the day of chance on which the schedule began.
  /// - Returns: the week of each person, from 1; nil for those who stay. People without a baseline are
  ///   compared with their first form.
  public func leaving(
    _ outcome: Outcome, by model: Dropout, from first: Int = 1000
  ) -> [Int?] {
    let width = outcome.formDays.count
    guard width > 1, !outcome.forms.isEmpty else { return [] }
    return outcome.end.people.enumerated().map { index, person in
      let draws = Draws<Double>(seed: seed, people: person)
      let begin = outcome.forms[index * width].total
      let baseline = outcome.end.baseline.isEmpty ? begin : outcome.end.baseline[index]
      return (1..<width).first { week in
        let chance = model.chance(
          week: week, total: outcome.forms[index * width + week].total, baseline: baseline,
          adherence: parameters.adherence)
        let day = first + outcome.formDays[week]
        return draws.uniforms(.dropout, day: day, block: 0).0 < chance
      }
    }
  }
}
