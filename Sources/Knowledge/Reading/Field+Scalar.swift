package import Time

extension Field {
  /// Reads words.
  ///
  /// - Returns: the text, which is not blank.
  /// - Throws: an error when the value is no text or is blank.
  package func text() throws(KnowledgeError) -> String {
    guard let text = tree.text(node), !text.isBlank else { throw failure(expected: "text") }
    return text
  }

  /// Reads a number.
  ///
  /// - Returns: a finite number.
  /// - Throws: an error when the value is not a finite number.
  package func number() throws(KnowledgeError) -> Double {
    guard let text = tree.text(node), let number = Double(text), number.isFinite
    else { throw failure(expected: "a number") }
    return number
  }

  /// Reads a whole number.
  ///
  /// - Parameter allowed: the numbers that make sense here.
  /// - Returns: the number.
  /// - Throws: an error when the value is not a whole number or makes no sense.
  package func integer(in allowed: ClosedRange<Int>) throws(KnowledgeError) -> Int {
    guard let text = tree.text(node), let number = Int(text), allowed.contains(number)
    else {
      throw failure(expected: "a whole number from \(allowed.lowerBound) to \(allowed.upperBound)")
    }
    return number
  }

  /// Reads a fraction.
  ///
  /// - Returns: a number above 0 and below 1.
  /// - Throws: an error when the value is not such a number.
  package func fraction() throws(KnowledgeError) -> Double {
    let fraction = try number()
    guard fraction > 0, fraction < 1 else { throw failure(expected: "a number above 0, below 1") }
    return fraction
  }

  /// Reads a yes or no.
  ///
  /// - Returns: true for `true`, false for `false`.
  /// - Throws: an error for anything else.
  package func flag() throws(KnowledgeError) -> Bool {
    guard let flag = Bool(try text()) else { throw failure(expected: "true or false") }
    return flag
  }

  /// Reads a day.
  ///
  /// - Returns: the day.
  /// - Throws: an error when the value is no ISO 8601 date.
  package func day() throws(KnowledgeError) -> Day {
    guard let day = Day(try text()) else { throw failure(expected: "a date such as 2026-03-01") }
    return day
  }

  /// Reads one of several words.
  ///
  /// - Parameter type: the type whose cases are the words.
  /// - Returns: the case.
  /// - Throws: an error that lists the words.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type = Choice.self
  ) throws(KnowledgeError) -> Choice {
    guard let choice = Choice(rawValue: try text()) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure(expected: "one of \(words)")
    }
    return choice
  }

  /// Reads a lowest and a highest number, written as a list of two.
  ///
  /// - Returns: the range.
  /// - Throws: an error when there are not two numbers or the first is higher.
  package func range() throws(KnowledgeError) -> ClosedRange<Double> {
    let ends = try list()
    guard ends.count == 2 else { throw failure(expected: "a list of two numbers") }
    let (lower, upper) = (try ends[0].number(), try ends[1].number())
    guard lower <= upper else { throw failure(expected: "the lower number first") }
    return lower...upper
  }
}

extension String {
  /// Whether the text is empty or holds nothing but white space.
  fileprivate var isBlank: Bool {
    // Nearly every text starts with a visible ASCII character, which needs no table of Unicode.
    if let first = utf8.first, first > 0x20, first < 0x7f { return false }
    return allSatisfy(\.isWhitespace)
  }
}
