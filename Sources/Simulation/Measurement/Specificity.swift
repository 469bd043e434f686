/// How specific a person's memories are, equation (14), on a scale on which well people are at 0:
/// -0.35 max(0, -m) - 0.9 c + 0.25 (P - 1) - scar + trait.
///
/// The scar and the spread were set so that depressed and remitted people differ from well ones as in
/// 67 published works (g -0.73 and -0.31): the model had nothing from which the second would follow.
enum Specificity {
  /// What low mood takes away.
  static let mood = 0.35
  /// What loss of retrieval takes away.
  static let retrievalLoss = 0.9
  /// What plasticity adds.
  static let plasticity = 0.25
  /// What those who come to be treated have less of even when well.
  static let scar = 0.46
  /// The standard deviation between people.
  static let spread = 1.45
}

extension Simulator {
  /// How specific memories are on the evening of a day.
  ///
  /// - Parameters:
  ///   - outcome: a run that kept mood and plasticity.
  ///   - day: the day of the schedule.
  ///   - retrievalLoss: c, what treatment takes from retrieval that day.
  /// - Returns: a number for each person, on a scale on which well people are at about 0 with a
  ///   standard deviation of 1.45. Nothing if the traces were not kept.
  public func specificity(
    _ outcome: Outcome, on day: Int, retrievalLoss: Double = 0
  ) -> [Double] {
    guard let moods = outcome.traces[.mood], let plasticity = outcome.traces[.plasticity],
      (0..<outcome.days).contains(day)
    else { return [] }
    let scar = outcome.end.advantage > 0 ? 0 : Specificity.scar
    return outcome.end.people.enumerated().map { index, person in
      let place = index * outcome.days + day
      let chance = Draws<Double>(seed: seed, people: person)
        .words(.traits, counter: 2, block: 0)
      let trait = Double.normals(Double(uniform: chance.first), Double(uniform: chance.second)).0
      let low = max(0, -Double(moods[place]))
      let state =
        Specificity.mood * low + Specificity.retrievalLoss * retrievalLoss
        - Specificity.plasticity * (Double(plasticity[place]) - 1)
      return Specificity.spread * trait - state - scar
    }
  }
}
