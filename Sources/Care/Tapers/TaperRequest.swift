public import Knowledge
public import Time

/// What a prescriber asks for.
public struct TaperRequest: Hashable, Sendable {
  /// How doses are stepped down.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// By equal falls of predicted occupancy.
    case occupancy
    /// By a share of the previous dose.
    case proportional
    /// As published for this medicine.
    case preset
  }

  /// How large the steps are.
  public enum StepSize: Hashable, Sendable {
    /// As a pace says.
    case pace(TaperMethods.Pace)
    /// At most so many points of predicted occupancy, above 0 to 100.
    case points(Double)
  }

  /// What raises the risk of withdrawal, as far as it was recorded.
  public struct History: Hashable, Sendable {
    /// How long the medicine has been taken, in years.
    public let yearsOfUse: Recorded<Double>
    /// Whether a former reduction led to severe withdrawal.
    public let hadSevereWithdrawal: Recorded<Bool>
    /// Whether missed doses led to symptoms.
    public let hasMissedDoseSymptoms: Recorded<Bool>

    /// Creates a history; what is left out is not recorded.
    ///
    /// - Parameters:
    ///   - yearsOfUse: how long the medicine has been taken, in years.
    ///   - hadSevereWithdrawal: whether a former reduction led to severe withdrawal.
    ///   - hasMissedDoseSymptoms: whether missed doses led to symptoms.
    public init(
      yearsOfUse: Recorded<Double> = .notRecorded,
      hadSevereWithdrawal: Recorded<Bool> = .notRecorded,
      hasMissedDoseSymptoms: Recorded<Bool> = .notRecorded
    ) {
      self.yearsOfUse = yearsOfUse
      self.hadSevereWithdrawal = hadSevereWithdrawal
      self.hasMissedDoseSymptoms = hasMissedDoseSymptoms
    }
  }

  /// The medicine by any of its names.
  public var medicine: String
  /// Its form; nil when none is named.
  public var form: MedicineFormID?
  /// The dose a day that is taken now; above 0.
  public var from: ExactDose
  /// What doses are made up from; nil only where the doses are published.
  public var formulation: FormulationSet?
  /// How doses are stepped down.
  public var mode: Mode
  /// How large the steps are; of steps by occupancy.
  public var size: StepSize
  /// The days between steps; nil for the default.
  public var everyDays: Int?
  /// The day of the first step; nil when days are counted from it.
  public var start: Day?
  /// The smallest dose to be used; 0 for any.
  public var smallest: ExactDose
  /// What raises the risk of withdrawal.
  public var history: History
  /// Whether a model guessed from the class may be used where there is none.
  public var allowsFallback: Bool

  /// Creates a request.
  ///
  /// - Parameters:
  ///   - medicine: the medicine by any of its names.
  ///   - from: the dose a day that is taken now.
  ///   - formulation: what doses are made up from.
  ///   - mode: how doses are stepped down.
  public init(
    _ medicine: String, from: ExactDose, formulation: FormulationSet?, mode: Mode = .occupancy
  ) {
    self.medicine = medicine
    form = nil
    self.from = from
    self.formulation = formulation
    self.mode = mode
    size = .pace(.usual)
    everyDays = nil
    start = nil
    smallest = .zero
    history = History()
    allowsFallback = false
  }
}
