private import Foundation

/// One score of one person in the course of a treatment.
public struct TreatmentVisit: Hashable, Sendable {
  /// Any number that stands for the person.
  public let person: Int
  /// Weeks or sessions since intake, 0 or more.
  public let week: Double
  /// The score.
  public let score: Double
  /// What was known of the person at intake, the same in all visits of the person.
  public let covariates: [Double]

  /// Describes a visit.
  ///
  /// - Parameters:
  ///   - person: any number that stands for the person.
  ///   - week: weeks or sessions since intake, 0 or more.
  ///   - score: the score.
  ///   - covariates: what was known at intake.
  public init(person: Int, week: Double, score: Double, covariates: [Double] = []) {
    self.person = person
    self.week = week
    self.score = score
    self.covariates = covariates
  }
}

/// How time enters a model of visits.
public enum TimeScale: String, Hashable, Sendable, CaseIterable {
  /// The same change each week.
  case linear
  /// log(1 + week): much change at first, little later.
  case log

  /// The time as a regressor.
  ///
  /// - Parameter week: weeks since the start, above -1 for the logarithm.
  /// - Returns: the regressor; not a number where there is none.
  public func callAsFunction(_ week: Double) -> Double {
    switch self {
    case .linear: week
    case .log: week > -1 ? Foundation.log(1 + week) : .nan
    }
  }
}

/// Whether a high score is good or bad.
public enum ScoreDirection: String, Hashable, Sendable, CaseIterable {
  /// As in measures of symptoms.
  case lowerIsBetter
  /// As in measures of wellbeing.
  case higherIsBetter
}
