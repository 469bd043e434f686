public import Time

/// What is known about a treatment: a therapy, a protocol of stimulation, a habit, a supplement.
public struct Treatment: Hashable, Sendable {
  /// The kind of treatment.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A talking treatment.
    case psychotherapy
    /// Stimulation without seizure.
    case neuromodulation
    /// Electroconvulsive therapy.
    case ect
    /// A medicine given in sessions.
    case rapidActing
    /// What people do themselves or with support.
    case lifestyle
    /// Something taken without prescription.
    case supplement
  }

  /// How a treatment stands.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Approved or cleared by a regulator.
    case approved
    /// In guidelines; needs no approval.
    case established
    /// Used outside its approval.
    case offLabel
    /// In research.
    case investigational
    /// Recorded because it interacts; not recommended here.
    case recordOnly
  }

  /// How a treatment stands, where and since when.
  public struct Standing: Hashable, Sendable {
    /// How it stands.
    public let status: Status
    /// Where: ISO 3166 codes of countries, or `world`.
    public let jurisdiction: [String]
    /// Since when, where a day is known.
    public let since: Day?
    /// The day by which somebody must look again.
    public let reviewBy: Day
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// One setting of a protocol.
  public struct Parameter: Hashable, Sendable {
    /// What is set.
    public let name: String
    /// To what, in words.
    public let value: String
  }

  /// What makes a trial of it adequate.
  public struct Adequate: Hashable, Sendable {
    /// The sessions, at least; a range where published forms differ.
    public let sessions: ClosedRange<Double>
    /// The weeks, at least; nil when only sessions count.
    public let weeks: ClosedRange<Double>?
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The identifier.
  public let id: TreatmentID
  /// The name as readers see it.
  public let name: String
  /// Other names that a record or a file may use.
  public let otherNames: [String]
  /// The kind.
  public let kind: Kind
  /// What it is for, where it is not depression as such.
  public let target: String?
  /// The medicine that is given, where one is.
  public let medicine: MedicineID?
  /// The sessions of a usual course; nil when not known.
  public let courseSessions: ClosedRange<Double>?
  /// What makes a trial adequate; nil when not known.
  public let adequate: Adequate?
  /// The settings of the protocol.
  public let parameters: [Parameter]
  /// What has to be recorded.
  public let records: [String]
  /// What is watched.
  public let monitoring: [MonitoringID]
  /// What to be careful about.
  public let cautions: [String]
  /// How it stands.
  public let standing: Standing
  /// How well the record as a whole is known and where it comes from.
  public let evidence: Evidence
  /// The document's provenance.
  public let provenance: Provenance
}
