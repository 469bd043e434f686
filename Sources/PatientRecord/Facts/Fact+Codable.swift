import JSON

extension Fact: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: NameKey.self)
    let keys = container.allKeys
    guard let key = keys.first, keys.count == 1 else {
      throw FieldError("", "expected one member, named for the kind of fact")
    }
    guard let kind = Kind(rawValue: key.stringValue) else {
      throw FieldError("", "\"\(key.stringValue.excerpt)\" is no kind of fact")
    }
    self = try Fact(of: kind, in: FactReader(container: container, key: key))
  }

  private init(of kind: Kind, in reader: FactReader) throws {
    switch kind {
    case .checkIn: self = try .checkIn(reader.payload())
    case .response: self = try .response(reader.payload())
    case .taskResult: self = try .taskResult(reader.payload())
    case .sleep: self = try .sleep(reader.payload())
    case .activity: self = try .activity(reader.payload())
    case .substance: self = try .substance(reader.payload())
    case .course: self = try .course(reader.payload())
    case .doseStep: self = try .doseStep(reader.payload())
    case .intake: self = try .intake(reader.payload())
    case .session: self = try .session(reader.payload())
    case .measurement: self = try .measurement(reader.payload())
    case .sideEffect: self = try .sideEffect(reader.payload())
    case .keepsake: self = try .keepsake(reader.payload())
    case .retrieval: self = try .retrieval(reader.payload())
    case .practice: self = try .practice(reader.payload())
    case .lifeEvent: self = try .lifeEvent(reader.payload())
    case .note: self = try .note(reader.payload())
    case .goal: self = try .goal(reader.payload())
    case .consent: self = try .consent(reader.payload())
    case .safetyPlan: self = try .safetyPlan(reader.payload())
    case .signal: self = try .signal(reader.payload())
    case .acknowledgement: self = try .acknowledgement(reader.payload())
    case .decision: self = try .decision(reader.payload())
    case .diagnosis: self = try .diagnosis(reader.payload())
    case .referral: self = try .referral(reader.payload())
    case .void: self = try .void(reader.payload())
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: NameKey.self)
    try container.encode(Payload(fact: self), forKey: NameKey(stringValue: kind.rawValue))
  }
}

/// Reads the payload of a fact as the type that its kind asks for.
private struct FactReader {
  let container: KeyedDecodingContainer<NameKey>
  let key: NameKey

  func payload<Value: Decodable>() throws -> Value {
    try container.decode(Value.self, forKey: key)
  }
}

/// Writes the payload of a fact in place of the fact.
private struct Payload: Encodable {
  let fact: Fact

  func encode(to encoder: any Encoder) throws {
    switch fact {
    case .checkIn(let payload): try payload.encode(to: encoder)
    case .response(let payload): try payload.encode(to: encoder)
    case .taskResult(let payload): try payload.encode(to: encoder)
    case .sleep(let payload): try payload.encode(to: encoder)
    case .activity(let payload): try payload.encode(to: encoder)
    case .substance(let payload): try payload.encode(to: encoder)
    case .course(let payload): try payload.encode(to: encoder)
    case .doseStep(let payload): try payload.encode(to: encoder)
    case .intake(let payload): try payload.encode(to: encoder)
    case .session(let payload): try payload.encode(to: encoder)
    case .measurement(let payload): try payload.encode(to: encoder)
    case .sideEffect(let payload): try payload.encode(to: encoder)
    case .keepsake(let payload): try payload.encode(to: encoder)
    case .retrieval(let payload): try payload.encode(to: encoder)
    case .practice(let payload): try payload.encode(to: encoder)
    case .lifeEvent(let payload): try payload.encode(to: encoder)
    case .note(let payload): try payload.encode(to: encoder)
    case .goal(let payload): try payload.encode(to: encoder)
    case .consent(let payload): try payload.encode(to: encoder)
    case .safetyPlan(let payload): try payload.encode(to: encoder)
    case .signal(let payload): try payload.encode(to: encoder)
    case .acknowledgement(let payload): try payload.encode(to: encoder)
    case .decision(let payload): try payload.encode(to: encoder)
    case .diagnosis(let payload): try payload.encode(to: encoder)
    case .referral(let payload): try payload.encode(to: encoder)
    case .void(let payload): try payload.encode(to: encoder)
    }
  }
}
