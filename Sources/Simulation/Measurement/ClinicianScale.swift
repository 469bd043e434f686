/// What a clinician would rate on the MADRS after a view over two days, equation (13):
/// 17 (0.95 - 1.15 m + N(0, 0.12)) - 2.7, from 0 to 60. An assumption, not fitted to ratings.
enum ClinicianScale {
  /// The standard deviation of the rater, in units of mood's scale.
  static let raterNoise = 0.12

  /// One rating.
  ///
  /// - Parameters:
  ///   - mood: the mean mood of the days that are viewed.
  ///   - rater: a standard normal number.
  /// - Returns: a total from 0 to 60.
  static func total(mood: Double, rater: Double) -> Double {
    (17 * (0.95 - 1.15 * mood + raterNoise * rater) - 2.7).within(0, 60)
  }
}

extension Simulator {
  /// What a clinician would rate on the evening of a day.
  ///
  /// - Parameters:
  ///   - outcome: a run that kept the trace of mood; people without it have no rating.
  ///   - day: the day of the schedule.
  ///   - first: the day of chance on which the schedule began.
  /// - Returns: a total from 0 to 60 for each person.
  public func clinicianTotals(_ outcome: Outcome, on day: Int, from first: Int = 1000) -> [Double] {
    guard let moods = outcome.traces[.mood], (0..<outcome.days).contains(day) else { return [] }
    return outcome.end.people.enumerated().map { index, person in
      let today = index * outcome.days + day
      let before = day > 0 ? today - 1 : today
      let mood = (Double(moods[before]) + Double(moods[today])) / 2
      return ClinicianScale.total(mood: mood, rater: rater(of: person, on: first + day))
    }
  }

  /// What a clinician would rate before anything happens.
  ///
  /// - Parameters:
  ///   - cohort: the people.
  ///   - day: the day of chance.
  /// - Returns: a total from 0 to 60 for each person.
  public func clinicianTotals(_ cohort: Cohort, on day: Int) -> [Double] {
    zip(cohort.people, cohort.moods).map { person, mood in
      ClinicianScale.total(mood: mood, rater: rater(of: person, on: day))
    }
  }

  private func rater(of person: UInt32, on day: Int) -> Double {
    let chance = Draws<Double>(seed: seed, people: person).uniforms(.rater, day: day, block: 0)
    return Double.normals(chance.0, chance.1).0
  }
}
