extension Field {
  /// Reads the identifier of something that must exist.
  ///
  /// - Parameters:
  ///   - noun: what it is called in a message.
  ///   - known: tells whether it exists.
  /// - Returns: the identifier.
  /// - Throws: an error when there is no such thing.
  func known<ID: TextIdentifier>(
    as noun: String, _ known: (ID) -> Bool
  ) throws(KnowledgeError) -> ID {
    let id = ID(rawValue: try text())
    guard known(id) else {
      throw failure(
        .inconsistent("there is no \(noun) '\(id)'; add it there or correct its spelling"))
    }
    return id
  }

  /// Reads a list of identifiers that must exist, each at most once.
  ///
  /// - Parameters:
  ///   - noun: what they are called in a message.
  ///   - known: tells whether one exists.
  /// - Returns: the identifiers in the order written.
  /// - Throws: an error when one does not exist or stands twice.
  func listOfKnown<ID: TextIdentifier>(
    as noun: String, _ known: (ID) -> Bool
  ) throws(KnowledgeError) -> [ID] {
    var ids: [ID] = []
    for element in try list() {
      let id: ID = try element.known(as: noun, known)
      guard !ids.contains(id) else { throw element.failure(.duplicate(id.rawValue)) }
      ids.append(id)
    }
    return ids
  }

  /// Reads a number or a lowest and a highest one.
  ///
  /// - Parameter allowed: the numbers that make sense here.
  /// - Returns: the range, of no width for one number.
  /// - Throws: an error when it is neither or makes no sense.
  func span(in allowed: ClosedRange<Double>) throws(KnowledgeError) -> ClosedRange<Double> {
    let span: ClosedRange<Double>
    if isList {
      span = try range()
    } else {
      let number = try number()
      span = number...number
    }
    guard allowed.contains(span.lowerBound), allowed.contains(span.upperBound) else {
      throw failure(expected: "numbers from \(allowed.lowerBound) to \(allowed.upperBound)")
    }
    return span
  }
}
