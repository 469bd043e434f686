extension RecallRows {
  /// Sorts events into lists.
  ///
  /// - Throws: ``MemoryScienceError/unusable(_:)`` for positions that do not run from 1 in a study list
  ///   or come twice among its recalls.
  init(_ events: RecallEvents) throws(MemoryScienceError) {
    items = events.items
    if takeInOrder(events) { return }
    (subjects, lists) = ([], [])
    var people: [String: Int] = [:]
    let person = events.subjects.map { subject in
      let place = people[subject, default: people.count]
      people[subject] = place
      return place
    }
    func key(_ row: Int) -> (Int, Int, Int, Int, Int) {
      (
        person[row], events.lists[row], events.kinds[row] == .study ? 0 : 1, events.positions[row],
        row
      )
    }
    let order = events.kinds.indices.sorted { key($0) < key($1) }
    items = order.map { events.items[$0] }
    group(events, order)
    let positions = order.map { events.positions[$0] }
    for list in lists { try check(list, positions) }
  }

  /// Takes the lists when the rows are in order: list by list, study rows numbered from 1 without gaps,
  /// then recalls with rising positions.
  ///
  /// - Returns: whether they are.
  private mutating func takeInOrder(_ events: RecallEvents) -> Bool {
    let (kinds, subjects, numbers) = (events.kinds, events.subjects, events.lists)
    let positions = events.positions
    var people: Set<String> = []
    var row = 0
    while row < kinds.count {
      let first = row
      let (subject, number) = (subjects[first], numbers[first])
      if first == 0 || subjects[first - 1] != subject {
        guard people.insert(subject).inserted else { return false }
      } else {
        guard number > numbers[first - 1] else { return false }
      }
      func isInList(_ row: Int, _ kind: RecallEvents.Kind) -> Bool {
        row < kinds.count && kinds[row] == kind && numbers[row] == number
          && subjects[row] == subject
      }
      while isInList(row, .study) {
        guard positions[row] == row - first + 1 else { return false }
        row += 1
      }
      let middle = row
      while isInList(row, .recall) {
        guard row == middle || positions[row] > positions[row - 1] else { return false }
        row += 1
      }
      append(subject: subject, number: number, study: first..<middle, recall: middle..<row)
    }
    return true
  }

  private mutating func group(_ events: RecallEvents, _ order: [Int]) {
    var place = 0
    while place < order.count {
      let first = place
      let (subject, number) = (events.subjects[order[first]], events.lists[order[first]])
      while place < order.count, events.lists[order[place]] == number,
        events.subjects[order[place]] == subject
      { place += 1 }
      let recall = (first..<place).first { events.kinds[order[$0]] == .recall } ?? place
      append(subject: subject, number: number, study: first..<recall, recall: recall..<place)
    }
  }

  private func check(_ list: List, _ positions: [Int]) throws(MemoryScienceError) {
    for (index, place) in list.study.enumerated() where positions[place] != index + 1 {
      throw .unusable(
        "\(name(list)) has a study row with position \(positions[place]) in place of \(index + 1); "
          + "number the words of a list from 1 on without gaps")
    }
    for place in list.recall.dropFirst() where positions[place] == positions[place - 1] {
      throw .unusable(
        "\(name(list)) has two recalls with position \(positions[place]); number them one by one")
    }
  }
}
