/// One session of a treatment.
public struct Session: Hashable, Sendable, Codable {
  /// The kind of treatment.
  public enum Kind: String, Choice {
    /// Ketamine or its relatives.
    case ketamine
    /// Transcranial magnetic stimulation.
    case tms
    /// Electroconvulsive therapy.
    case ect
    /// Transcranial direct current stimulation.
    case tdcs
    /// A talking treatment.
    case psychotherapy
    /// Exercise as treatment.
    case exercise
    /// Light as treatment.
    case light
    /// A visit to look at the treatment.
    case review
    /// Anything else.
    case other
  }

  /// How a session went.
  public enum Outcome: String, Choice {
    /// As planned.
    case completed
    /// It was ended early.
    case stoppedEarly
    /// It did not take place.
    case missed
  }

  /// The kind of treatment.
  public let kind: Kind
  /// The protocol or what the session was about.
  public let name: Name?
  /// How it went.
  public let outcome: Outcome
  /// The course it belongs to.
  public let course: EntryID?
  /// Its place in the course, counted from 1.
  public let number: Count?
  /// What was given and measured: dose, motor threshold, seizure duration, reorientation time.
  public let parameters: [NamedQuantity]
  /// What was observed, such as blood pressure.
  public let observations: [Observation]
  /// The points checked before or after.
  public let checklist: [ChecklistItem]
  /// Anything else.
  public let note: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - kind: the kind of treatment.
  ///   - name: the protocol or what the session was about.
  ///   - outcome: how it went.
  ///   - course: the course it belongs to.
  ///   - number: its place in the course, counted from 1.
  ///   - parameters: what was given and measured: dose, motor threshold, seizure duration, reorientation time.
  ///   - observations: what was observed, such as blood pressure.
  ///   - checklist: the points checked before or after.
  ///   - note: anything else.
  public init(
    kind: Kind, name: Name? = nil, outcome: Outcome, course: EntryID? = nil, number: Count? = nil,
    parameters: [NamedQuantity] = [], observations: [Observation] = [],
    checklist: [ChecklistItem] = [], note: FreeText? = nil
  ) {
    self.kind = kind
    self.name = name
    self.outcome = outcome
    self.course = course
    self.number = number
    self.parameters = parameters
    self.observations = observations
    self.checklist = checklist
    self.note = note
  }

  private enum CodingKeys: String, CodingKey {
    case kind, name, outcome, course, number, parameters, observations, checklist, note
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      kind: container.decode(Kind.self, forKey: .kind),
      name: container.decodeIfPresent(Name.self, forKey: .name),
      outcome: container.decode(Outcome.self, forKey: .outcome),
      course: container.decodeIfPresent(EntryID.self, forKey: .course),
      number: container.decodeIfPresent(Count.self, forKey: .number),
      parameters: container.decodeIfPresent([NamedQuantity].self, forKey: .parameters) ?? [],
      observations: container.decodeIfPresent([Observation].self, forKey: .observations) ?? [],
      checklist: container.decodeIfPresent([ChecklistItem].self, forKey: .checklist) ?? [],
      note: container.decodeIfPresent(FreeText.self, forKey: .note))
  }
}
