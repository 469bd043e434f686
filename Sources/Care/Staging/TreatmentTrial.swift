public import Knowledge
public import Time

/// One trial of a treatment, as far as it was recorded.
public struct TreatmentTrial: Hashable, Sendable {
  /// What was given.
  public enum Agent: Hashable, Sendable {
    /// A medicine of the catalogue.
    case medicine(MedicineID)
    /// A treatment that is no medicine by itself.
    case treatment(TreatmentID)
    /// Something that has no record; its name as written.
    case unknown(String)
  }

  /// What the trial was beside others.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// An antidepressant treatment of its own.
    case primary
    /// Beside an antidepressant, to strengthen it.
    case augmentation
    /// A second antidepressant beside the first.
    case combination
  }

  /// In which episode it was.
  public enum Episode: String, Hashable, Sendable, CaseIterable {
    /// The present one.
    case current
    /// An earlier one.
    case past
  }

  /// Why it ended.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    /// It did not work well enough.
    case lackOfEffect
    /// It was not tolerated.
    case sideEffects
    /// As planned.
    case completed
    /// The person wanted to.
    case preference
    /// Another reason.
    case other
    /// It has not ended.
    case ongoing
  }

  /// Where the account comes from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// The record of a clinic.
    case record
    /// A pharmacy.
    case pharmacy
    /// The person.
    case patient
    /// Somebody close.
    case family
  }

  /// An amount with its unit, as UCUM writes it.
  public struct Amount: Hashable, Sendable {
    /// The number; finite, 0 or more.
    public let value: Double
    /// The unit.
    public let unit: String

    /// Creates an amount.
    ///
    /// - Parameters:
    ///   - value: the number.
    ///   - unit: the unit.
    public init(_ value: Double, _ unit: String) {
      self.value = value
      self.unit = unit
    }
  }

  /// A stretch of time at one dose.
  public struct Exposure: Hashable, Sendable {
    /// The dose a day, the level or the dose of a session, as the medicine is measured.
    public let dose: Recorded<Amount>
    /// The weeks at it.
    public let weeks: Recorded<Double>

    /// Creates a stretch of time.
    ///
    /// - Parameters:
    ///   - dose: the dose.
    ///   - weeks: the weeks at it.
    public init(dose: Recorded<Amount>, weeks: Recorded<Double>) {
      self.dose = dose
      self.weeks = weeks
    }
  }

  /// The name by which results call the trial.
  public let label: String
  /// What was given.
  public let agent: Agent
  /// The form of the medicine, where it was recorded.
  public let form: Recorded<MedicineFormID>
  /// What it was beside others.
  public let role: Recorded<Role>
  /// The stretches of time at one dose; their order does not matter.
  public let exposures: [Exposure]
  /// The sessions given.
  public let sessions: Recorded<Double>
  /// The share of doses taken, 0 to 1.
  public let adherence: Recorded<Double>
  /// What came of it.
  public let response: Recorded<StagingDefinitions.Response>
  /// Whether dose or duration was raised to make the most of it.
  public let optimised: Recorded<Bool>
  /// Why it ended.
  public let ending: Recorded<Ending>
  /// Where the account comes from.
  public let origin: Recorded<Origin>
  /// In which episode it was.
  public let episode: Recorded<Episode>
  /// The first day.
  public let firstDay: Recorded<Day>
  /// The last day.
  public let lastDay: Recorded<Day>

  /// Creates a trial; what is left out is not recorded.
  ///
  /// - Parameters:
  ///   - label: the name by which results call it.
  ///   - agent: what was given.
  ///   - form: the form of the medicine.
  ///   - role: what it was beside others.
  ///   - exposures: the stretches of time at one dose.
  ///   - sessions: the sessions given.
  ///   - adherence: the share of doses taken.
  ///   - response: what came of it.
  ///   - optimised: whether dose or duration was raised to make the most of it.
  ///   - ending: why it ended.
  ///   - origin: where the account comes from.
  ///   - episode: in which episode it was.
  ///   - firstDay: the first day.
  ///   - lastDay: the last day.
  public init(
    label: String, agent: Agent, form: Recorded<MedicineFormID> = .notRecorded,
    role: Recorded<Role> = .notRecorded, exposures: [Exposure] = [],
    sessions: Recorded<Double> = .notRecorded, adherence: Recorded<Double> = .notRecorded,
    response: Recorded<StagingDefinitions.Response> = .notRecorded,
    optimised: Recorded<Bool> = .notRecorded, ending: Recorded<Ending> = .notRecorded,
    origin: Recorded<Origin> = .notRecorded, episode: Recorded<Episode> = .notRecorded,
    firstDay: Recorded<Day> = .notRecorded, lastDay: Recorded<Day> = .notRecorded
  ) {
    self.label = label
    self.agent = agent
    self.form = form
    self.role = role
    self.exposures = exposures
    self.sessions = sessions
    self.adherence = adherence
    self.response = response
    self.optimised = optimised
    self.ending = ending
    self.origin = origin
    self.episode = episode
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}
