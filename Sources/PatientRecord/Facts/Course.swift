/// A course of treatment, or a phase of care or of a study, over its interval.
public struct Course: Hashable, Sendable, Codable {
  /// The kind of course.
  public enum Kind: String, Choice {
    /// Medicine taken regularly.
    case medication
    /// A talking treatment.
    case psychotherapy
    /// Magnetic or electrical stimulation without seizure.
    case neuromodulation
    /// Ketamine or its relatives.
    case ketamine
    /// Electroconvulsive therapy.
    case ect
    /// Exercise as treatment.
    case exercise
    /// Light as treatment.
    case light
    /// Treatment of sleep.
    case sleep
    /// A phase of a study or of care.
    case phase
    /// Anything else.
    case other
  }

  /// How a course stands.
  public enum Status: String, Choice {
    /// Not begun.
    case planned
    /// Going on.
    case active
    /// Ended as planned.
    case completed
    /// Ended early.
    case stopped
  }

  /// The kind of course.
  public let kind: Kind
  /// What it is called.
  public let name: Name
  /// How it stands.
  public let status: Status
  /// The protocol, in words.
  public let plan: FreeText?
  /// Why it was started or stopped.
  public let reason: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - kind: the kind of course.
  ///   - name: what it is called.
  ///   - status: how it stands.
  ///   - plan: the protocol, in words.
  ///   - reason: why it was started or stopped.
  public init(
    kind: Kind, name: Name, status: Status, plan: FreeText? = nil, reason: FreeText? = nil
  ) {
    self.kind = kind
    self.name = name
    self.status = status
    self.plan = plan
    self.reason = reason
  }
}
