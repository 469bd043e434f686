/// A trial that somebody plans, to be tried on invented people before it is tried on real ones.
///
/// A design is a file of YAML; ``init(_:treatments:)`` reads it.
///
/// ## Topics
/// ### Reading
/// - ``init(_:treatments:)``
/// ### Its kinds
/// - ``Kind``
public struct Design: Hashable, Sendable {
  /// How people are assigned.
  public enum Kind: Hashable, Sendable {
    /// Each person is in one arm.
    case parallel(ParallelDesign)
    /// People are assigned twice: at first, and again if they have not responded.
    case smart(SmartDesign)
    /// Everybody gets the same, from a day that is drawn for each person.
    case multipleBaseline(MultipleBaselineDesign)
    /// Everybody gets the same practice; chance decides when, before, in or after a window.
    case randomisedTiming(ParallelDesign)
    /// One person alternates between blocks with and without.
    case crossover(CrossoverDesign)
  }

  /// The words by which files name the kinds.
  enum KindWord: String, CaseIterable {
    case parallel, smart, multipleBaseline, randomisedTiming, crossover
  }

  /// The identifier.
  public let id: String
  /// What the design is, in a few words.
  public let title: String
  /// Who is included.
  public let cohort: PlanCohort
  /// How people are assigned.
  public let kind: Kind
  /// How many trials are tried; of a crossover, which is a trial of one person, how many people.
  public let trials: Int
  /// The error that is accepted: a p below it counts as a finding.
  public let alpha: Double

  /// How many trials may be tried.
  public static let trialLimits = 20...100_000
  /// How many people a trial may have in all.
  public static let peopleLimits = 1...4000
}

/// Two arms or more, compared on the PHQ-9 of one day.
public struct ParallelDesign: Hashable, Sendable {
  /// A group of people and what happens to it.
  public struct Arm: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// What happens.
    public let course: PlannedCourse

    init(_ name: String, _ course: PlannedCourse) {
      self.name = name
      self.course = course
    }
  }

  /// The arms; all others are compared with the first.
  public let arms: [Arm]
  /// How many people each arm has.
  public let people: Int
  /// The day of the outcome.
  public let outcomeDay: Int
}

/// First one of several treatments; who has not responded on the day of decision is assigned again.
public struct SmartDesign: Hashable, Sendable {
  /// What is given at first, to those who respond for good.
  public let first: [ParallelDesign.Arm]
  /// What those who have not responded get from the day of decision on.
  public let second: [ParallelDesign.Arm]
  /// Whether they go on with the first besides.
  public let keepsFirst: Bool
  /// How many people the trial has.
  public let people: Int
  /// The day of decision.
  public let decisionDay: Int
  /// The day of the outcome.
  public let outcomeDay: Int
}

/// What one person gets in a design of single people.
public enum DesignInput: Hashable, Sendable {
  /// A treatment with its dose of each day.
  case treatment(String, dose: Double)
  /// A visit of this weight each day: it lifts and is not learnt.
  case visit(weight: Double)
}

/// Blocks with and without, in turn, in one person.
public struct CrossoverDesign: Hashable, Sendable {
  /// What is given in every other block.
  public let input: DesignInput
  /// Days of a block.
  public let block: Int
  /// How many pairs of blocks, one with and one without; their order alternates.
  public let pairs: Int
  /// The standard deviation of a day's rating of mood around mood, in units of mood.
  public let noise: Double

  /// How many days it lasts.
  public var days: Int { 2 * block * pairs }
}

/// Everybody waits, each for another time, and then gets the same to the end.
public struct MultipleBaselineDesign: Hashable, Sendable {
  /// What is given.
  public let input: DesignInput
  /// How many people a trial has.
  public let people: Int
  /// How many days it lasts.
  public let days: Int
  /// The days on which somebody may begin.
  public let starts: ClosedRange<Int>
  /// The standard deviation of a day's rating of mood around mood, in units of mood.
  public let noise: Double
}
