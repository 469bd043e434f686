/// Rows sorted by person, people in the order of their first row.
struct GroupedRows: Hashable, Sendable {
  /// The code of each person.
  let people: [Int]
  /// Where each person's rows start in ``order``, and the end of the last.
  let starts: [Int]
  /// The rows, person after person.
  let order: [Int]

  init(_ codes: [Int]) {
    var places: [Int: Int] = [:]
    var people: [Int] = []
    var counts: [Int] = []
    var last = (code: 0, place: -1)
    let slots = codes.map { code -> Int in
      if last.place < 0 || code != last.code {
        let place = places[code] ?? people.count
        if place == people.count {
          places[code] = place
          people.append(code)
          counts.append(0)
        }
        last = (code, place)
      }
      counts[last.place] += 1
      return last.place
    }
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    var order = [Int](repeating: 0, count: codes.count)
    for (row, slot) in slots.enumerated() {
      order[next[slot]] = row
      next[slot] += 1
    }
    self.people = people
    self.starts = starts
    self.order = order
  }

  /// The rows of one person.
  func rows(of person: Int) -> ArraySlice<Int> { order[starts[person]..<starts[person + 1]] }
}
