/// Counts which words were recalled.
private struct SerialPositionTally: ListTally {
  let bins: [Int]

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    for index in 0..<min(list.length, bins.count) { sums.possible[index] += 1 }
    for position in list.sequence where position > 0 { sums.actual[position - 1] += 1 }
  }

  /// The same from arrays that hold all lists, so that no list is taken up by itself.
  mutating func add(_ lists: Range<Int>, of data: RecallData, to sums: inout RatioSums) {
    guard let last = lists.last else { return }
    sums.possible.withUnsafeMutableBufferPointer { possible in
      for length in data.lengths[lists] {
        for index in 0..<min(length, possible.count) { possible[index] += 1 }
      }
    }
    let start = lists.lowerBound > 0 ? data.ends[lists.lowerBound - 1] : 0
    sums.actual.withUnsafeMutableBufferPointer { actual in
      for position in data.positions[start..<data.ends[last]] { actual[position - 1] += 1 }
    }
  }
}

/// Counts which serial position was recalled at which place.
private struct NthRecallTally: ListTally {
  let outputs: Int
  let length: Int
  private var left: [Bool] = []

  init(outputs: Int, length: Int) {
    self.outputs = outputs
    self.length = length
  }

  var bins: [OutputBin] {
    (1...outputs).flatMap { output in
      (1...length).map { OutputBin(output: output, position: $0) }
    }
  }

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    left.removeAll(keepingCapacity: true)
    for _ in 0..<list.length { left.append(true) }
    var row = 0
    for position in list.sequence where position > 0 && row < outputs {
      for index in 0..<list.length where left[index] { sums.possible[row * length + index] += 1 }
      sums.actual[row * length + position - 1] += 1
      left[position - 1] = false
      row += 1
    }
  }
}

/// Counts the kinds of recalls of a list.
private struct KindTally: ListTally {
  let bins = RecallKind.allCases

  mutating func add(_ list: ScoredList, to sums: inout RatioSums) {
    for bin in bins.indices { sums.possible[bin] += 1 }
    for recall in list.recalls {
      switch recall {
      case .correct: sums.actual[0] += 1
      case .repeated: sums.actual[1] += 1
      case .priorListIntrusion: sums.actual[2] += 1
      case .extraListIntrusion: sums.actual[3] += 1
      }
    }
  }
}

extension RecallData {
  /// How many recalls of each kind a list gave: correct, repeats and intrusions.
  ///
  /// - Returns: the mean number a list.
  public func recallCounts() throws(MemoryScienceError) -> RecallAnalysis<RecallKind> {
    try analysis("number of recalls", KindTally())
  }

  /// The serial position curve: the probability of recall by position in the study list, from 1
  /// (Murdock 1962).
  ///
  /// - Returns: the share of lists, long enough to have the position, in which its word was recalled.
  public func serialPositionCurve() throws(MemoryScienceError) -> RecallAnalysis<Int> {
    try analysis(
      "serial position curve", binomial: true, SerialPositionTally(bins: Array(1...longestList)))
  }

  /// The probability of nth recall: which serial position comes first, second and so on
  /// (Hogan 1975; Howard & Kahana 1999).
  ///
  /// A word could have come nth when an nth correct recall was made and the word had not been
  /// recalled before. Repeats and intrusions are passed over and take no output position.
  ///
  /// - Parameter outputs: how many output positions, from 1; as many as words if not said.
  /// - Returns: a probability for each output position and serial position.
  /// - Throws: ``MemoryScienceError`` for a number of output positions that no list has.
  public func probabilityOfNthRecall(
    outputs: Int? = nil
  ) throws(MemoryScienceError) -> RecallAnalysis<OutputBin> {
    let outputs = outputs ?? longestList
    guard 1...longestList ~= outputs else {
      throw .option("\(outputs) output positions; write 1 to \(longestList)")
    }
    try checkSquare("probability of nth recall", outputs)
    return try analysis(
      "probability of nth recall", binomial: true,
      NthRecallTally(outputs: outputs, length: longestList))
  }

  /// The probability of first recall: which serial position is recalled first.
  ///
  /// Lists without a correct recall do not count.
  ///
  /// - Returns: a probability for each serial position, from 1.
  public func probabilityOfFirstRecall() throws(MemoryScienceError) -> RecallAnalysis<Int> {
    let first = try analysis(
      "probability of first recall", binomial: true,
      NthRecallTally(outputs: 1, length: longestList))
    return RecallAnalysis(
      name: first.name, bins: first.bins.map(\.position),
      people: first.people.map {
        .init(
          subject: $0.subject, lists: $0.lists,
          cells: $0.cells.map { .init(actual: $0.actual, possible: $0.possible) })
      }, isBinomial: true, listSums: first.listSums)
  }

  /// Refuses tables too large to be made, before their bins are.
  func checkSquare(_ name: String, _ rows: Int) throws(MemoryScienceError) {
    let width = max(2 * longestList - 1, rows)
    guard width * width <= Self.mostCells else {
      throw .option("\(name) needs shorter lists: these have up to \(longestList) words")
    }
  }
}
