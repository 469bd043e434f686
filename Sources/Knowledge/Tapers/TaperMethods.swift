/// How doses are stepped down, whatever the medicine.
public struct TaperMethods: Hashable, Sendable {
  /// How large a step may be.
  public enum Pace: String, Hashable, Sendable, CaseIterable {
    /// The default.
    case usual
    /// Half of the default.
    case cautious
    /// Twice the default.
    case fast
  }

  /// The largest falls of predicted occupancy, in points of percent.
  public struct Fall: Hashable, Sendable {
    /// In one step.
    public let step: Double
    /// In the step to nothing.
    public let lastStep: Double

    /// Creates a pair.
    ///
    /// - Parameters:
    ///   - step: the largest fall in one step, in points.
    ///   - lastStep: the largest fall in the step to nothing, in points.
    public init(step: Double, lastStep: Double) {
      self.step = step
      self.lastStep = lastStep
    }
  }

  /// Steps by predicted occupancy.
  public struct Occupancy: Hashable, Sendable {
    /// The largest falls, one pair for every pace.
    public let paces: [Pace: Fall]
    /// The probability that the band around a prediction holds.
    public let band: Double
    /// The half-lives after which a level no longer changes; a prediction holds from then on.
    public let steadyHalfLives: Double
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// How many days pass between steps.
  public struct Intervals: Hashable, Sendable {
    /// The fewest.
    public let shortest: Int
    /// The default.
    public let usual: Int
    /// The most that is usual.
    public let longestUsual: Int
    /// The flag of medicines that leave slowly.
    public let longLivedFlag: MedicineFlagID
    /// The fewest for those.
    public let longLivedShortest: Int
    /// What is advised for those.
    public let longLivedAdvised: Int
    /// How well the days are known and where they come from.
    public let evidence: Evidence
    /// The same for medicines that leave slowly.
    public let longLivedEvidence: Evidence
  }

  /// Steps by a share of the previous dose.
  public struct Proportional: Hashable, Sendable {
    /// The share that is kept at a step.
    public let ratio: Double
    /// The share that is kept where the dose is low.
    public let lowRatio: Double
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// A model for medicines of a class that have no parameters of their own.
  public struct Fallback: Hashable, Sendable {
    /// The flag of the class.
    public let flag: MedicineFlagID
    /// The occupancy that no dose exceeds, in percent.
    public let maximum: Double
    /// The half-maximal dose as a share of the smallest effective dose.
    public let shareOfMinimumEffective: Double
    /// The standard deviation of the logarithm of the half-maximal dose.
    public let spread: Double
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The risk of withdrawal.
  public struct Risk: Hashable, Sendable {
    /// A tier and the flag of the medicines in it.
    public struct Tier: Hashable, Sendable {
      /// The flag.
      public let flag: MedicineFlagID
      /// The tier.
      public let tier: RiskTier
    }

    /// The tiers; no medicine is in two.
    public let tiers: [Tier]
    /// The years of use above which the risk is higher.
    public let yearsOfUse: Double
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// How frequent or severe withdrawal is.
  public enum RiskTier: String, Hashable, Sendable, CaseIterable {
    /// Frequent or severe.
    case high
    /// Moderate.
    case moderate
    /// Rare or mild.
    case low
  }

  /// What can be measured out at home.
  public struct Measuring: Hashable, Sendable {
    /// The smallest mark of the syringe unless another is stated, in ml.
    public let syringeMillilitres: Double
    /// The most liquid in one dose, in ml.
    public let mostMillilitres: Double
    /// The most tablets and parts of tablets in one dose.
    public let mostTablets: Int
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// Which present dose is believed.
  public struct Plausible: Hashable, Sendable {
    /// How many times the usual maximum it may be at most.
    public let timesUsualMaximum: Double
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// A sentence that stands under a schedule.
  public struct Advice: Hashable, Sendable {
    /// How fast the medicines leave that a sentence is for.
    public enum Speed: String, Hashable, Sendable, CaseIterable {
      /// However fast.
      case any
      /// Those that leave at the usual speed.
      case usual
      /// Those that leave slowly.
      case longLived
    }

    /// The sentence.
    public let text: String
    /// Whether it is only for schedules that predict occupancy.
    public let isAboutOccupancy: Bool
    /// The medicines it is for.
    public let speed: Speed
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The flag of the medicines that may be asked about.
  public let flag: MedicineFlagID
  /// The weeks of use from which a guideline asks for a taper.
  public let weeksOfUse: Double
  /// How well these two are known and where they come from.
  public let scopeEvidence: Evidence
  /// Steps by predicted occupancy.
  public let occupancy: Occupancy
  /// The days between steps.
  public let intervals: Intervals
  /// Steps by a share of the previous dose.
  public let proportional: Proportional
  /// A model guessed from the class.
  public let fallback: Fallback
  /// The risk of withdrawal.
  public let risk: Risk
  /// The forms that must not be divided.
  public let unsplittable: Set<MedicineFormID>
  /// How well these forms are known and where they come from.
  public let formsEvidence: Evidence
  /// What can be measured out at home.
  public let measuring: Measuring
  /// Which present dose is believed.
  public let plausible: Plausible
  /// What stands under every schedule, in order.
  public let advice: [Advice]
  /// How withdrawal is told from relapse.
  public let withdrawal: WithdrawalScore
  /// How a checklist of withdrawal symptoms is read.
  public let checklist: WithdrawalChecklist
  /// The document's provenance.
  public let provenance: Provenance
}
