/// Who made an entry.
public enum Author: Hashable, Sendable {
  /// The patient.
  case patient
  /// A member of the care team.
  case staff(StaffID)
  /// A device, by the name it goes by.
  case device(Name)
  /// A file or another system, by a name for it.
  case imported(source: Name)
}

extension Author: Codable {
  private enum Kind: String, Choice {
    case patient, staff, device, imported
  }

  private enum CodingKeys: String, CodingKey {
    case kind, name
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .patient: self = .patient
    case .staff: self = .staff(try container.decode(StaffID.self, forKey: .name))
    case .device: self = .device(try container.decode(Name.self, forKey: .name))
    case .imported: self = .imported(source: try container.decode(Name.self, forKey: .name))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .patient: try container.encode(Kind.patient, forKey: .kind)
    case .staff(let id): try encode(.staff, id, into: &container)
    case .device(let name): try encode(.device, name, into: &container)
    case .imported(let source): try encode(.imported, source, into: &container)
    }
  }

  private func encode(
    _ kind: Kind, _ name: some Encodable, into container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    try container.encode(kind, forKey: .kind)
    try container.encode(name, forKey: .name)
  }
}
