import Knowledge

extension Field {
  /// Reads an amount of something.
  ///
  /// - Parameters:
  ///   - allowed: the amounts that make sense here.
  ///   - unit: what is counted, for the message.
  /// - Returns: the amount.
  /// - Throws: an error that says what would be right.
  func amount(
    in allowed: ClosedRange<Double>, _ unit: String
  ) throws(KnowledgeError) -> Double {
    guard let amount = Double(try text()), allowed.contains(amount) else {
      throw failure(expected: "\(unit) from \(allowed.lowerBound) to \(allowed.upperBound)")
    }
    return amount
  }

  /// Reads an amount above 0.
  ///
  /// - Parameters:
  ///   - most: the greatest amount that makes sense here.
  ///   - unit: what is counted, for the message.
  /// - Returns: the amount.
  /// - Throws: an error that says what would be right.
  func positiveAmount(upTo most: Double, _ unit: String) throws(KnowledgeError) -> Double {
    guard let amount = Double(try text()), amount > 0, amount <= most else {
      throw failure(expected: "\(unit) above 0, at most \(most)")
    }
    return amount
  }

  /// Reads an identifier.
  ///
  /// - Returns: 1 to 60 lower-case letters, digits and hyphens.
  /// - Throws: an error when the text is something else.
  func identifier() throws(KnowledgeError) -> String {
    let text = try text()
    guard text.utf8.count <= 60, text.utf8.allSatisfy({ Field.identifierBytes.contains($0) }) else {
      throw failure(expected: "1 to 60 lower-case letters, digits and hyphens")
    }
    return text
  }

  private static let identifierBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)

  /// Reads a line of words.
  ///
  /// - Returns: 1 to 120 characters without control characters.
  /// - Throws: an error when the text is something else.
  func line() throws(KnowledgeError) -> String {
    let text = try text()
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isPlain, text.count <= 120 else {
      throw failure(expected: "one line of 1 to 120 characters")
    }
    return text
  }
}
