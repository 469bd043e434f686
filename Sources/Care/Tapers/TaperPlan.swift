public import Knowledge
public import Time

/// A schedule of falling doses for a prescriber to review.
///
/// It is asked for and never shown by itself; patients never see it.
public struct TaperPlan: Hashable, Sendable {
  /// Who may see it.
  public static let audiences: Set<Audience> = [.clinician, .researcher]

  /// How a dose is made up.
  public enum MakeUp: Hashable, Sendable {
    /// So.
    case madeUp(MadeUpDose)
    /// It cannot be made from what was named.
    case notPossible
    /// Nothing was named to make it from.
    case notAsked
  }

  /// A dose and what is predicted of it.
  public struct Level: Hashable, Sendable {
    /// The dose a day.
    public let dose: ExactDose
    /// How it is made up.
    public let makeUp: MakeUp
    /// The occupancy once levels are steady; nil without a model.
    public let occupancy: OccupancyEstimate?
  }

  /// One step down.
  public struct Step: Hashable, Sendable {
    /// The days from the first step to this one.
    public let dayNumber: Int
    /// The day of this step; nil when no start was named.
    public let day: Day?
    /// The last day of this dose; nil when no start was named and after the last step.
    public let lastDay: Day?
    /// What is taken from that day on.
    public let level: Level
    /// The dose that was aimed at, in mg.
    public let target: Double
    /// The share of the previous dose.
    public let shareOfPrevious: Double
    /// The fall of occupancy; nil without a model.
    public let fall: OccupancyEstimate?
    /// How the dose is given where a published schedule says so.
    public let note: String?
    /// Whether a smaller share of the previous dose is kept than in a guideline's example; false for
    /// the step to nothing.
    public let isLarge: Bool

    /// By how much the dose differs from the one aimed at, in mg.
    public var roundingError: Double { level.dose.milligrams - target }
  }

  /// How it ends.
  public enum Ending: Hashable, Sendable {
    /// At nothing.
    case stopped
    /// At a dose below which nothing small enough can be made.
    case blocked(Barrier)
  }

  /// Why no further step can be made.
  public struct Barrier: Hashable, Sendable {
    /// What forbids the next step.
    public enum Cause: Hashable, Sendable {
      /// It would fall by more points of occupancy than are allowed.
      case fall(points: Double, allowed: Double)
      /// It would be a stop without any step between low doses before it.
      case abruptStop
      /// It would be a stop, and the smallest effective dose, which tells whether that is abrupt, is
      /// not settled and no last dose was named.
      case effectiveDoseNotKnown
    }

    /// The dose from which no step leads on.
    public let dose: ExactDose
    /// The next smaller dose that can be made; 0 when there is none.
    public let next: ExactDose
    /// What forbids the step there.
    public let cause: Cause
    /// The doses of which one is needed, in mg; the upper bound is the dose itself, which is not
    /// one of them, or the largest last dose.
    public let needed: ClosedRange<Double>
  }

  /// A fact used, with its evidence.
  public struct Basis: Hashable, Sendable {
    /// What the fact is.
    public let name: String
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The medicine.
  public let medicine: Medicine
  /// Its form; nil when the catalogue knows none.
  public let form: MedicineFormID?
  /// How doses are stepped down.
  public let mode: TaperRequest.Mode
  /// The largest falls of occupancy that are allowed; of steps by occupancy.
  public let allowed: TaperMethods.Fall?
  /// The days between steps.
  public let everyDays: Int
  /// The predictions; nil without a model.
  public let curve: OccupancyCurve?
  /// What is taken now.
  public let current: Level
  /// The steps, in order.
  public let steps: [Step]
  /// How it ends.
  public let ending: Ending
  /// The risk of withdrawal.
  public let risk: TaperRisk
  /// What the prescriber must know about this schedule.
  public let flags: [TaperFlag]
  /// Measurements of occupancy to hold the predictions against.
  public let anchors: [TaperRecord.Anchor]
  /// What holds for every schedule.
  public let advice: [TaperMethods.Advice]
  /// Where the numbers come from.
  public let basis: [Basis]
}
