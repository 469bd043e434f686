public import Statistics

extension RetrievedContextModel {
  /// Draws what one person recalls of some lists.
  ///
  /// - Parameters:
  ///   - lists: the lists as studied.
  ///   - stream: the random numbers; the same stream gives the same recalls.
  /// - Returns: the lists with their recalls.
  /// - Throws: ``MemoryScienceError/unusable(_:)`` when the model needs words that a list lacks.
  public func recalls(
    of lists: [StudiedList], stream: inout RandomStream
  ) throws(MemoryScienceError) -> [RecalledList] {
    try check(lists)
    var recall = FreeRecall(self, listLength: lists.lazy.map(\.count).max() ?? 1)
    var recalled: [RecalledList] = []
    recalled.reserveCapacity(lists.count)
    for list in lists {
      recall.study(list)
      recalled.append(try RecalledList(study: list, recalls: recall.drawn(from: &stream)))
    }
    return recalled
  }
}
