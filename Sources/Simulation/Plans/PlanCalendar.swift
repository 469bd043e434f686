import Knowledge
import Time

/// The days of a plan, as files name them: numbers from 0, or dates when the date of day 0 is known.
struct PlanCalendar {
  let days: Int
  let start: Day?

  init(days: Int) {
    self.days = days
    start = nil
  }

  /// Reads the length and the first date.
  ///
  /// - Parameter object: a plan or a design.
  /// - Throws: an error that names the field.
  init(_ object: Object) throws(KnowledgeError) {
    days = try object.required("days").integer(in: Plan.dayLimits)
    start = try object.optional("start")?.day()
  }

  /// The days up to an outcome.
  ///
  /// - Parameters:
  ///   - object: a design.
  ///   - key: the key of the day of its outcome.
  /// - Throws: an error that names the field.
  init(_ object: Object, until key: String) throws(KnowledgeError) {
    let allowed = Plan.dayLimits.lowerBound...Plan.dayLimits.upperBound - 1
    days = try object.required(key).integer(in: allowed) + 1
    start = try object.optional("start")?.day()
  }

  /// The last day.
  var last: Int { days - 1 }

  /// Reads a day.
  ///
  /// - Parameter field: a number of days from 0, or a date.
  /// - Returns: the day, from 0 to the last one.
  /// - Throws: an error when the day lies outside of the plan, or is a date and the plan has no first.
  func day(_ field: Field) throws(KnowledgeError) -> Int {
    let text = try field.text()
    if let date = Day(text) {
      guard let start else {
        throw field.failure(
          expected: "a number of days; a date needs 'start', the date of day 0, in the plan")
      }
      let day = date.days(since: start)
      guard (0...last).contains(day) else {
        throw field.failure(
          expected: "a date from \(start) to \(start.advanced(by: last)), within the plan")
      }
      return day
    }
    guard let day = Int(text), (0...last).contains(day) else {
      throw field.failure(
        expected: "a day from 0 to \(last); the plan lasts \(days) days from day 0")
    }
    return day
  }

  /// Reads how often forms are answered.
  ///
  /// - Parameter object: a plan or a design.
  /// - Returns: days from one form to the next; a week when nothing is said.
  /// - Throws: an error that names the field.
  func formEvery(_ object: Object) throws(KnowledgeError) -> Int {
    try object.optional("formEvery")?.integer(in: 1...last) ?? min(Plan.usualInterval, last)
  }

  /// The keys that name days.
  static let keys: Set<String> = ["on", "from", "until", "every"]

  /// Reads the days on which something happens: `on` with a list of days, or `from`, `until` and
  /// `every`.
  ///
  /// - Parameter object: the group.
  /// - Returns: the days in rising order; at least one.
  /// - Throws: an error that names the field.
  func days(of object: Object) throws(KnowledgeError) -> [Int] {
    if let on = object.optional("on") {
      guard object.optional("from") == nil, object.optional("until") == nil,
        object.optional("every") == nil
      else {
        throw on.failure(expected: "either 'on' with days, or 'from', 'until' and 'every'")
      }
      return try listed(on)
    }
    let from = try day(object.required("from"))
    let until = try object.optional("until").map(day) ?? last
    guard from <= until else {
      throw try object.required("until").failure(expected: "a day that is not before 'from'")
    }
    let every = try object.optional("every")?.integer(in: 1...days) ?? 1
    return Array(stride(from: from, through: until, by: every))
  }

  private func listed(_ field: Field) throws(KnowledgeError) -> [Int] {
    guard field.isList else { return [try day(field)] }
    var days: [Int] = []
    for element in try field.list() {
      let day = try day(element)
      guard days.last.map({ $0 < day }) ?? true else {
        throw element.failure(expected: "days in rising order, each once")
      }
      days.append(day)
    }
    guard !days.isEmpty else { throw field.failure(expected: "at least one day") }
    return days
  }
}

extension Optional where Wrapped == Field {
  /// Reads the value, if there is one, with a typed error.
  fileprivate func map<Value>(
    _ read: (Field) throws(KnowledgeError) -> Value
  ) throws(KnowledgeError) -> Value? {
    guard let field = self else { return nil }
    return try read(field)
  }
}
