import JSON
public import Time

/// One immutable fact about a patient.
///
/// An entry is never changed. A correction is a new entry that names the one it supersedes, and a
/// withdrawal is an entry whose fact is ``Fact/void(_:)``; ``Chart`` says what then counts.
///
/// What it says stands apart from it, so that long records are copied, ordered and handed on without
/// copying what is in them.
public struct Entry: Identifiable, Sendable {
  private let content: Content

  /// The identifier, made by whoever made the entry: sending it twice stores it once.
  public var id: EntryID { content.id }
  /// Whom the fact is about.
  public var patient: PatientID { content.patient }
  /// Who made the entry.
  public var author: Author { content.author }
  /// When the fact was true, with the zone it was lived in.
  public var occurred: Occurrence { content.occurred }
  /// When a store accepted the entry; nil until then.
  public var recorded: Instant? { content.recorded }
  /// The entry that this one corrects; nil for a first version.
  public var supersedes: EntryID? { content.supersedes }
  /// What is recorded.
  public var fact: Fact { content.fact }

  /// Creates an entry.
  ///
  /// - Parameters:
  ///   - id: the entry's own identifier.
  ///   - patient: whom the fact is about.
  ///   - author: who made the entry.
  ///   - occurred: when the fact was true.
  ///   - recorded: when a store accepted it; nil until then.
  ///   - supersedes: the entry that this one corrects; nil for a first version.
  ///   - fact: what is recorded.
  public init(
    id: EntryID, patient: PatientID, author: Author, occurred: Occurrence,
    recorded: Instant? = nil, supersedes: EntryID? = nil, fact: Fact
  ) {
    content = Content(
      id: id, patient: patient, author: author, occurred: occurred, recorded: recorded,
      supersedes: supersedes, fact: fact)
  }

  /// The same entry as accepted by a store.
  ///
  /// - Parameter instant: when the store accepted it.
  /// - Returns: the entry with that moment, everything else unchanged.
  public func recorded(at instant: Instant?) -> Entry {
    if recorded == instant { return self }
    return Entry(
      id: id, patient: patient, author: author, occurred: occurred, recorded: instant,
      supersedes: supersedes, fact: fact)
  }
}

/// What an entry says.
private final class Content: Sendable {
  let id: EntryID
  let patient: PatientID
  let author: Author
  let occurred: Occurrence
  let recorded: Instant?
  let supersedes: EntryID?
  let fact: Fact

  init(
    id: EntryID, patient: PatientID, author: Author, occurred: Occurrence, recorded: Instant?,
    supersedes: EntryID?, fact: Fact
  ) {
    self.id = id
    self.patient = patient
    self.author = author
    self.occurred = occurred
    self.recorded = recorded
    self.supersedes = supersedes
    self.fact = fact
  }
}

extension Entry: Hashable {
  public static func == (left: Entry, right: Entry) -> Bool {
    if left.content === right.content { return true }
    return left.id == right.id && left.recorded == right.recorded
      && left.supersedes == right.supersedes && left.patient == right.patient
      && left.author == right.author && left.occurred == right.occurred && left.fact == right.fact
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(recorded)
    hasher.combine(fact)
  }
}

extension Entry: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, patient, author, occurred, recorded, supersedes, fact
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(EntryID.self, forKey: .id),
      patient: try container.decode(PatientID.self, forKey: .patient),
      author: try container.decode(Author.self, forKey: .author),
      occurred: try container.decode(Occurrence.self, forKey: .occurred),
      recorded: try container.decodeIfPresent(Instant.self, forKey: .recorded),
      supersedes: try container.decodeIfPresent(EntryID.self, forKey: .supersedes),
      fact: try container.decode(Fact.self, forKey: .fact))
    if patient.rawValue.isEmpty { throw FieldError("patient", "must not be empty") }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(patient, forKey: .patient)
    try container.encode(author, forKey: .author)
    try container.encode(occurred, forKey: .occurred)
    try container.encodeIfPresent(recorded, forKey: .recorded)
    try container.encodeIfPresent(supersedes, forKey: .supersedes)
    try container.encode(fact, forKey: .fact)
  }
}
