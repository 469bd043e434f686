/// Gives numbers to words and says what each recall is.
struct RecallScoring {
  /// Where a word was studied last.
  private struct Study {
    var person = -1
    var number = 0
    var list = -1
    var position = 0
    /// The last presentation of the word among ``presentations``.
    var presentation = -1
    /// The list in which the word was recalled last, and how often there.
    var recalledIn = -1
    var times = 0
  }

  private let spelling: Spelling
  private let names: [String]
  private var valuePlaces: [[String: Int]]
  private var values: [[String]]
  private var places: [String: Int] = [:]
  private(set) var words: [String] = []
  private var studies: [Study] = []
  /// All presentations of words to all people: the number of the list, and the presentation of the
  /// same word to the same person before.
  private var presentations: [(number: Int, before: Int)] = []
  private var sources: [[Int]] = []
  private var list = -1
  private var person = -1
  private var subject: String?
  private var firstNumber = 0
  private var number = 0

  init(_ lists: [StudyList], spelling: Spelling) {
    self.spelling = spelling
    var all = Set<String>()
    for list in lists where !list.attributes.isEmpty { all.formUnion(list.attributes.keys) }
    names = all.sorted()
    valuePlaces = names.map { _ in [:] }
    values = names.map { _ in [] }
  }

  var attributes: [RecallData.Attribute] {
    zip(names, values).map { RecallData.Attribute(name: $0, values: $1) }
  }

  /// The places of the lists, person by person in the order of first mention, by number.
  static func order(of lists: [StudyList]) throws(MemoryScienceError) -> [Int] {
    var people: [String: Int] = [:]
    let person = lists.map { list in
      if let known = people[list.subject] { return known }
      people[list.subject] = people.count
      return people.count - 1
    }
    let order = lists.indices.sorted {
      (person[$0], lists[$0].number) < (person[$1], lists[$1].number)
    }
    for (left, right) in zip(order, order.dropFirst())
    where person[left] == person[right] && lists[left].number == lists[right].number {
      throw .unusable(
        "subject \(lists[left].subject) has two lists with the number \(lists[left].number); "
          + "number the lists of a person in the order of time")
    }
    return order
  }

  /// Scores the next list.
  mutating func scored(_ study: StudyList) throws(MemoryScienceError) -> ScoredList {
    begin(study)
    let codes = try studied(study)
    let labels = try labels(of: study)
    let matcher = spelling.isTolerant ? WordMatcher(study.items, spelling: spelling) : nil
    var sequence: [Int] = []
    var recalls: [Recall] = []
    sources = []
    sequence.reserveCapacity(study.recalls.count)
    recalls.reserveCapacity(study.recalls.count)
    for word in study.recalls {
      let recall = recall(of: word, codes: codes, matcher: matcher)
      recalls.append(recall)
      if case .correct(let position) = recall {
        sequence.append(position)
      } else {
        sequence.append(0)
      }
    }
    return ScoredList(
      subject: study.subject, number: study.number, items: codes, recalls: recalls,
      sequence: sequence, labels: labels, sources: sources,
      listsBefore: study.number.subtractingReportingOverflow(firstNumber).partialValue)
  }

  private mutating func begin(_ study: StudyList) {
    list += 1
    number = study.number
    guard subject != study.subject else { return }
    subject = study.subject
    person += 1
    firstNumber = study.number
  }

  private mutating func studied(_ study: StudyList) throws(MemoryScienceError) -> [Int] {
    let limit = RecallData.longestPermitted
    guard 1...limit ~= study.items.count else {
      throw .unusable(
        "list \(study.number) of subject \(study.subject) has \(study.items.count) words; "
          + "a study list has 1 to \(limit)")
    }
    var codes: [Int] = []
    codes.reserveCapacity(study.items.count)
    for (index, word) in study.items.enumerated() {
      let code = place(of: word)
      guard studies[code].list != list else {
        throw .unusable(
          "list \(study.number) of subject \(study.subject) holds \"\(word)\" twice, so that its "
            + "recall has no single position; leave such lists out")
      }
      let before = studies[code].person == person ? studies[code].presentation : -1
      studies[code].presentation = presentations.count
      presentations.append((study.number, before))
      studies[code].person = person
      studies[code].number = study.number
      studies[code].list = list
      studies[code].position = index + 1
      codes.append(code)
    }
    return codes
  }

  private mutating func place(of word: String) -> Int {
    let key = spelling.key(word)
    if let place = places[key] { return place }
    places[key] = words.count
    words.append(word)
    studies.append(Study())
    return words.count - 1
  }

  private mutating func labels(of study: StudyList) throws(MemoryScienceError) -> [[Int]] {
    var labels: [[Int]] = []
    for (column, name) in names.enumerated() {
      let texts = study.attributes[name] ?? study.items.map { _ in "" }
      guard texts.count == study.items.count else {
        throw .unusable(
          "list \(study.number) of subject \(study.subject) has \(study.items.count) words and "
            + "\(texts.count) values of \(name); give one value per word")
      }
      // Neighbours often share their label, and comparing is faster than looking up.
      var last = (text: "", label: -1)
      labels.append(
        texts.map { text in
          if text != last.text { last = (text, label(text, column)) }
          return last.label
        })
    }
    return labels
  }

  private mutating func label(_ text: String, _ column: Int) -> Int {
    guard !text.isEmpty else { return -1 }
    if let place = valuePlaces[column][text] { return place }
    valuePlaces[column][text] = values[column].count
    values[column].append(text)
    return values[column].count - 1
  }

  private mutating func recall(
    of word: String, codes: [Int], matcher: WordMatcher?
  ) -> Recall {
    guard let code = code(of: word, codes: codes, matcher: matcher) else {
      return .extraListIntrusion
    }
    let study = studies[code]
    if study.list == list {
      let times = study.recalledIn == list ? study.times : 0
      studies[code].recalledIn = list
      studies[code].times = times + 1
      return times == 0
        ? .correct(position: study.position) : .repeated(position: study.position, times: times)
    }
    guard study.person == person else { return .extraListIntrusion }
    let lag = number.subtractingReportingOverflow(study.number).partialValue
    sources.append(lags(from: study.presentation))
    return .priorListIntrusion(listLag: lag, position: study.position)
  }

  /// How many lists back a presentation of a word and those before it lie.
  private func lags(from presentation: Int) -> [Int] {
    var lags: [Int] = []
    var next = presentation
    while next >= 0 {
      lags.append(number.subtractingReportingOverflow(presentations[next].number).partialValue)
      next = presentations[next].before
    }
    return lags
  }

  private func code(of word: String, codes: [Int], matcher: WordMatcher?) -> Int? {
    let exact = places[spelling.key(word)]
    guard let matcher else { return exact }
    if let exact, studies[exact].person == person { return exact }
    return matcher.match(word).index.map { codes[$0] } ?? exact
  }
}
