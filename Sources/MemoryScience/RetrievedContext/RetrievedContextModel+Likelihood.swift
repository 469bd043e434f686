internal import Statistics

extension RetrievedContextModel {
  /// How likely the recalls of some lists are, each with the stop that ends it.
  ///
  /// - Parameter lists: studied lists and what was recalled of them.
  /// - Returns: the natural logarithm of the probability of all recalls in their order and of stopping
  ///   after the last; minus infinity when that is impossible.
  /// - Throws: ``MemoryScienceError/unusable(_:)`` when the model needs words that a list lacks.
  public func logLikelihood(of lists: [RecalledList]) throws(MemoryScienceError) -> Double {
    try check(lists.lazy.map(\.study))
    var recall = FreeRecall(self, listLength: lists.lazy.map(\.study.count).max() ?? 1)
    var sum = 0.0
    for list in lists {
      recall.study(list.study)
      sum += recall.logProbability(of: list.recalls)
    }
    return sum
  }

  /// Refuses lists whose words the table of similarities does not hold.
  func check(_ lists: some Sequence<StudiedList>) throws(MemoryScienceError) {
    guard let similarity else { return }
    for list in lists {
      guard let words = list.words else {
        throw .unusable("the model has a table of similarities; give every list its words")
      }
      guard let missing = words.first(where: { $0 >= similarity.rows }) else { continue }
      throw .unusable(
        "word \(missing) is not in the table of \(similarity.rows) similarities; extend the table")
    }
  }
}
