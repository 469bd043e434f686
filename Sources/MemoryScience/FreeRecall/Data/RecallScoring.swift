/// Says what each recall is, list by list in the order of the rows.
struct RecallScoring: ~Copyable {
  /// Where a word was studied last, and recalled.
  private struct Study {
    var person: Int32 = -1
    var list: Int32 = -1
    var position: Int32 = 0
    /// The last presentation of the word among ``presentations``.
    var presentation: Int32 = -1
    /// The list in which the word was recalled last, and how often there.
    var recalledIn: Int32 = -1
    var times: Int32 = 0
    /// The place of the word among the studied words.
    var place: Int32 = -1
  }

  /// A study row: its list, and the row before of the same word and person.
  private struct Presentation {
    let list: Int32
    let before: Int32
  }

  private let rows: RecallRows
  private let spelling: Spelling
  /// The number of the word of each row.
  private let codes: [Int32]
  private let studies: UnsafeMutablePointer<Study>
  private let presentations: UnsafeMutablePointer<Presentation>
  private let studyRows: Int
  private var words: [String] = []
  private var priors: [PriorList] = []
  private var studied = 0
  private var recalled = 0
  private var correct = 0
  private var person: Int32 = -1
  private var list: Int32 = -1

  /// Prepares for rows.
  ///
  /// - Throws: ``MemoryScienceError/unusable(_:)`` for more rows than 32 bits can number.
  init(_ rows: RecallRows, spelling: Spelling) throws(MemoryScienceError) {
    guard rows.items.count < Int32.max else {
      throw .unusable("\(rows.items.count) rows are too many at once; score some people at a time")
    }
    self.rows = rows
    self.spelling = spelling
    var numbers = WordNumbers()
    codes = numbers.numbers(of: spelling.isTolerant ? rows.items.map(spelling.key) : rows.items)
    studies = .allocate(capacity: numbers.count)
    studies.initialize(repeating: Study(), count: numbers.count)
    studyRows = rows.lists.reduce(0) { $0 + $1.study.count }
    presentations = .allocate(capacity: studyRows)
  }

  deinit {
    studies.deallocate()
    presentations.deallocate()
  }

  /// Scores all lists.
  ///
  /// - Parameters:
  ///   - labels: the values of the attributes of all study rows, column by column.
  ///   - attributes: the attributes.
  /// - Returns: the data.
  /// - Throws: ``MemoryScienceError/unusable(_:)`` for a list without words, with too many, or with a
  ///   word twice.
  mutating func data(
    labels: [[Int]] = [], attributes: [RecallData.Attribute] = []
  ) throws(MemoryScienceError) -> RecallData {
    let recallRows = rows.items.count - studyRows
    var (items, sequence, positions): ([Int], [Int], [Int]) = ([], [], [])
    var places: [RecallColumns.Place] = []
    var fault: MemoryScienceError?
    // The columns are written whole, or not used.
    let recalls = [Recall](unsafeUninitializedCapacity: recallRows) { recalls, count in
      sequence = [Int](unsafeUninitializedCapacity: recallRows) { sequence, count in
        positions = [Int](unsafeUninitializedCapacity: recallRows) { positions, count in
          items = [Int](unsafeUninitializedCapacity: studyRows) { items, count in
            let output = Output(
              items: items, recalls: recalls, sequence: sequence, positions: positions)
            do throws(MemoryScienceError) { places = try score(output) } catch { fault = error }
            count = studied
          }
          count = correct
        }
        count = recalled
      }
      count = recalled
    }
    if let fault { throw fault }
    let columns = RecallColumns(
      items: items, recalls: recalls, sequence: sequence, positions: positions, priors: priors,
      labels: labels)
    return RecallData(
      lists: columns.lists(places, rows), attributes: attributes, items: words)
  }

  /// Where the columns are written.
  private struct Output {
    let items: UnsafeMutableBufferPointer<Int>
    let recalls: UnsafeMutableBufferPointer<Recall>
    let sequence: UnsafeMutableBufferPointer<Int>
    let positions: UnsafeMutableBufferPointer<Int>
  }

  private mutating func score(
    _ output: Output
  ) throws(MemoryScienceError) -> [RecallColumns.Place] {
    var places: [RecallColumns.Place] = []
    places.reserveCapacity(rows.lists.count)
    for index in rows.lists.indices {
      let start = (studied, recalled, correct, priors.count)
      try open(index)
      try study(rows.lists[index], output)
      recall(rows.lists[index], output)
      places.append(
        .init(
          items: start.0..<studied, recalls: start.1..<recalled, positions: start.2..<correct,
          priors: start.3..<priors.count))
    }
    return places
  }

  private mutating func open(_ index: Int) throws(MemoryScienceError) {
    let next = rows.lists[index]
    let limit = RecallData.longestPermitted
    guard 1...limit ~= next.study.count else {
      throw .unusable(
        "\(rows.name(next)) has \(next.study.count) words; a study list has 1 to \(limit)")
    }
    list += 1
    person = Int32(next.person)
  }

  private mutating func study(
    _ list: RecallRows.List, _ output: Output
  ) throws(MemoryScienceError) {
    // Copies, so that no write through a pointer makes them be read again.
    let (codes, presentations, person, number) = (codes, presentations, person, self.list)
    let start = studied
    defer { studied = start + list.study.count }
    for (offset, row) in list.study.enumerated() {
      let study = studies + Int(codes[row])
      guard study.pointee.list != number else {
        throw .unusable(
          "\(rows.name(list)) holds \"\(rows.items[row])\" twice, so that its recall has no single "
            + "position; leave such lists out")
      }
      if study.pointee.place < 0 {
        study.pointee.place = Int32(words.count)
        words.append(rows.items[row])
      }
      let before = study.pointee.person == person ? study.pointee.presentation : -1
      let presentation = start + offset
      (presentations + presentation).initialize(to: Presentation(list: number, before: before))
      study.pointee.position = Int32(truncatingIfNeeded: offset + 1)
      study.pointee.presentation = Int32(truncatingIfNeeded: presentation)
      study.pointee.person = person
      study.pointee.list = number
      output.items.initializeElement(at: presentation, to: Int(study.pointee.place))
    }
  }

  private mutating func recall(_ list: RecallRows.List, _ output: Output) {
    let matcher =
      spelling.isTolerant ? WordMatcher(Array(rows.items[list.study]), spelling: spelling) : nil
    for row in list.recall {
      var study = studies + Int(codes[row])
      if let matcher, study.pointee.person != person,
        let place = matcher.match(rows.items[row]).index
      {
        study = studies + Int(codes[list.study.lowerBound + place])
      }
      let recall = recall(study, in: list.number)
      output.recalls.initializeElement(at: recalled, to: recall)
      var place = 0
      if case .correct(let position) = recall {
        place = position
        output.positions.initializeElement(at: correct, to: position)
        correct += 1
      }
      output.sequence.initializeElement(at: recalled, to: place)
      recalled += 1
    }
  }

  @inline(__always)
  private mutating func recall(_ study: UnsafeMutablePointer<Study>, in number: Int) -> Recall {
    let position = Int(study.pointee.position)
    guard study.pointee.list == list else {
      guard study.pointee.person == person else { return .extraListIntrusion }
      return .priorListIntrusion(
        listLag: intrude(Int(study.pointee.presentation), in: number), position: position)
    }
    guard study.pointee.recalledIn == list else {
      study.pointee.recalledIn = list
      study.pointee.times = 1
      return .correct(position: position)
    }
    study.pointee.times += 1
    return .repeated(position: position, times: Int(study.pointee.times - 1))
  }

  /// Notes how many lists back a presentation of a word and those before it lie.
  ///
  /// - Returns: the first of these lags.
  private mutating func intrude(_ presentation: Int, in number: Int) -> Int {
    func lag(_ presentation: Int) -> Int {
      let studied = rows.lists[Int(presentations[presentation].list)].number
      return number.subtractingReportingOverflow(studied).partialValue
    }
    var next = presentation
    while next >= 0 {
      priors.append(PriorList(lag: lag(next), isLast: next == presentation))
      next = Int(presentations[next].before)
    }
    return lag(presentation)
  }
}
