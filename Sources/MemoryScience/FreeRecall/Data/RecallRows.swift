/// Words of study and recall, list by list: what is scored.
struct RecallRows {
  /// All words.
  var items: [String] = []
  /// The people in the order of first mention.
  var subjects: [String] = []
  /// The lists, person by person, by number within a person.
  var lists: [List] = []

  /// Where the words of a list lie.
  struct List {
    let person: Int
    let number: Int
    let study: Range<Int>
    let recall: Range<Int>
  }

  /// The name of a list in a message.
  func name(_ list: List) -> String {
    "list \(list.number) of subject \(subjects[list.person])"
  }

  /// Adds a list after the others, and its subject unless the last list has it too.
  mutating func append(subject: String, number: Int, study: Range<Int>, recall: Range<Int>) {
    if subjects.last != subject { subjects.append(subject) }
    lists.append(
      List(person: subjects.count - 1, number: number, study: study, recall: recall))
  }
}

extension RecallRows {
  /// Takes the words of lists in an order.
  init(_ lists: [StudyList], in order: [Int]) {
    items.reserveCapacity(lists.reduce(0) { $0 + $1.items.count + $1.recalls.count })
    for place in order {
      let (list, start) = (lists[place], items.count)
      items += list.items
      let middle = items.count
      items += list.recalls
      append(
        subject: list.subject, number: list.number, study: start..<middle,
        recall: middle..<items.count)
    }
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
}
