/// Reads when something of a calendar is done.
struct CalendarTimingReader {
  /// The statements that may be asked for.
  let statements: Set<StatementID>

  private static let kinds: Set<String> = [
    "at", "every", "afterChange", "visitsPerWeek", "afterSessions", "atEnd", "afterEnd",
    "eachContact", "eachSession", "noInterval",
  ]
  /// The greatest distance in any unit.
  private static let most = 0...520

  /// Reads the value.
  ///
  /// - Parameter field: the value.
  /// - Returns: the timing.
  /// - Throws: an error when it has no kind or more than one, or a number makes no sense.
  func timing(_ field: Field) throws(KnowledgeError) -> CalendarTiming {
    let object = try field.object(
      keys: CalendarTimingReader.kinds.union(["unit", "from", "until", "if", "unless"]))
    let found = CalendarTimingReader.kinds.sorted().compactMap { key in
      object.optional(key).map { (key, $0) }
    }
    guard let (key, value) = found.first, found.count == 1 else {
      let words = CalendarTimingReader.kinds.sorted().joined(separator: ", ")
      throw field.failure(.inconsistent("give exactly one of \(words)"))
    }
    let kind = try kind(key, value)
    return CalendarTiming(
      kind, unit: try unit(of: kind, object),
      from: try object.optional("from")?.integer(in: CalendarTimingReader.most),
      until: try object.optional("until")?.integer(in: 1...520),
      required: try asked(object, "if"), excluded: try asked(object, "unless"))
  }

  private func kind(_ key: String, _ value: Field) throws(KnowledgeError) -> CalendarTiming.Kind {
    switch key {
    case "at": return .at(try rising(value))
    case "every": return .every(try range(value, in: 1...520))
    case "afterChange": return .afterChange(try range(value, in: 1...520))
    case "visitsPerWeek": return .visitsPerWeek(try value.integer(in: 1...7))
    case "afterSessions":
      let counts = try rising(value).map(\.lowerBound)
      guard (counts.first ?? 0) > 0 else { throw value.failure(expected: "counts from 1") }
      return .afterSessions(counts)
    case "afterEnd": return .afterEnd(try range(value, in: 1...520))
    default:
      guard try value.flag() else { throw value.failure(expected: "true, or leave the key out") }
      return switch key {
      case "atEnd": .atEnd
      case "eachContact": .eachContact
      case "eachSession": .eachSession
      default: .noInterval
      }
    }
  }

  /// The unit, which only distances need.
  private func unit(
    of kind: CalendarTiming.Kind, _ object: Object
  ) throws(KnowledgeError) -> MeasurementInterval.Unit {
    switch kind {
    case .at, .every, .afterChange, .visitsPerWeek, .afterEnd:
      return try object.required("unit").choice()
    default:
      let isNeeded = object.optional("from") != nil || object.optional("until") != nil
      return try (isNeeded ? object.required("unit") : object.optional("unit"))?.choice() ?? .weeks
    }
  }

  private func range(
    _ field: Field, in allowed: ClosedRange<Int>
  ) throws(KnowledgeError) -> ClosedRange<Int> {
    if field.isList { return try field.wholeRange(in: allowed) }
    let number = try field.integer(in: allowed)
    return number...number
  }

  private func rising(_ field: Field) throws(KnowledgeError) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for element in try field.list() {
      let next = try range(element, in: CalendarTimingReader.most)
      guard (ranges.last?.upperBound ?? -1) < next.lowerBound else {
        throw element.failure(.inconsistent("the numbers do not rise; write them in order"))
      }
      ranges.append(next)
    }
    guard !ranges.isEmpty else { throw field.failure(.missing) }
    return ranges
  }

  private func asked(_ object: Object, _ key: String) throws(KnowledgeError) -> [StatementID] {
    try object.optional(key)?.listOfKnown(as: "statement") { statements.contains($0) } ?? []
  }
}
