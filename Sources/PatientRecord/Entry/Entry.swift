import JSON
public import Time

/// One immutable fact about a patient.
///
/// An entry is never changed. A correction is a new entry that names the one it supersedes, and a
/// withdrawal is an entry whose fact is ``Fact/void(_:)``; ``Chart`` says what then counts.
public struct Entry: Identifiable, Hashable, Sendable {
  /// The identifier, made by whoever made the entry: sending it twice stores it once.
  public let id: EntryID
  /// Whom the fact is about.
  public let patient: PatientID
  /// Who made the entry.
  public let author: Author
  /// When the fact was true, with the zone it was lived in.
  public let occurred: Occurrence
  /// When a store accepted the entry; nil until then.
  public let recorded: Instant?
  /// The entry that this one corrects; nil for a first version.
  public let supersedes: EntryID?
  /// What is recorded.
  public let fact: Fact

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
    self.id = id
    self.patient = patient
    self.author = author
    self.occurred = occurred
    self.recorded = recorded
    self.supersedes = supersedes
    self.fact = fact
  }

  /// The same entry as accepted by a store.
  ///
  /// - Parameter instant: when the store accepted it.
  /// - Returns: the entry with that moment, everything else unchanged.
  public func recorded(at instant: Instant?) -> Entry {
    Entry(
      id: id, patient: patient, author: author, occurred: occurred, recorded: instant,
      supersedes: supersedes, fact: fact)
  }
}

extension Entry: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, patient, author, occurred, recorded, supersedes, fact
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(EntryID.self, forKey: .id)
    patient = try container.decode(PatientID.self, forKey: .patient)
    author = try container.decode(Author.self, forKey: .author)
    occurred = try container.decode(Occurrence.self, forKey: .occurred)
    recorded = try container.decodeIfPresent(Instant.self, forKey: .recorded)
    supersedes = try container.decodeIfPresent(EntryID.self, forKey: .supersedes)
    fact = try container.decode(Fact.self, forKey: .fact)
    if patient.rawValue.isEmpty { throw FieldError("patient", "must not be empty") }
  }
}
