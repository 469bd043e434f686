extension Field {
  /// Reads a list of words.
  ///
  /// - Returns: the words; not empty.
  /// - Throws: an error when the value is no list of words or is empty.
  package func texts() throws(KnowledgeError) -> [String] {
    var texts: [String] = []
    for element in try list() { texts.append(try element.text()) }
    guard !texts.isEmpty else { throw failure(.missing) }
    return texts
  }

  /// Reads a lowest and a highest whole number, written as a list of two.
  ///
  /// - Parameter allowed: the numbers that make sense here.
  /// - Returns: the range.
  /// - Throws: an error when there are not two such numbers or the first is higher.
  package func wholeRange(in allowed: ClosedRange<Int>) throws(KnowledgeError) -> ClosedRange<Int> {
    let ends = try list()
    guard ends.count == 2 else { throw failure(expected: "a list of two whole numbers") }
    let lower = try ends[0].integer(in: allowed)
    return lower...(try ends[1].integer(in: lower...allowed.upperBound))
  }
}
