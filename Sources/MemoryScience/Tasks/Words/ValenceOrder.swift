/// Orders of words in which no feeling gathers at one place of the list.
enum ValenceOrder {
  /// Puts words in blocks that hold one word of each feeling, in random order within a block; what
  /// is over at the end, where feelings differ in number, comes in random order.
  ///
  /// - Parameters:
  ///   - words: the words of a form.
  ///   - order: the source of chance.
  /// - Returns: the same words in order.
  static func blocks(of words: [TaskWord], _ order: inout SeededOrder) -> [TaskWord] {
    var waiting = WordValence.allCases.map { valence in
      order.shuffled(words.filter { $0.valence == valence })
    }.filter { !$0.isEmpty }
    var result: [TaskWord] = []
    while waiting.allSatisfy({ !$0.isEmpty }), !waiting.isEmpty {
      result += order.shuffled(waiting.indices.compactMap { waiting[$0].popLast() })
    }
    return result + order.shuffled(waiting.flatMap { $0 })
  }
}
