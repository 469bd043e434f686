import Care
import JSON
import Knowledge
import PatientRecord
import Time

/// Each line of the list in both forms.
extension DueResult {
  /// The lines of the list by how they stand.
  var sections: [String] {
    let kinds = [
      ("overdue", "Overdue"), ("due", "Due"), ("upcoming", "To come"), ("undated", "On no day"),
    ]
    let lines = kinds.flatMap { name, title -> [String] in
      let items = list.items.filter { $0.standing.name == name }
      return items.isEmpty ? [] : ["", title] + items.flatMap(itemLines)
    }
    return lines.isEmpty ? ["", "Nothing is due."] : lines
  }

  private func itemLines(_ item: DueItem) -> [String] {
    let last = item.lastDone.map { "last done \($0.day)" } ?? "not in the record"
    var lines = ["  \(when(item)): \(item.what); \(last)", "    \(why(item))"]
    if !later(item).isEmpty {
      lines.append("    then \(later(item).prefix(8).map(Self.text).joined(separator: ", "))")
    }
    if let moment = promptMoment(item) { lines.append("    asked at \(moment)") }
    lines += item.open.map { "    not recorded: \($0)" }
    if let note = item.note { lines.append("    \(note)") }
    return lines
  }

  private func when(_ item: DueItem) -> String {
    let latest = item.limit.map { ", \($0) at the latest" } ?? ""
    let days = item.time.days.map(Self.text) ?? ""
    return switch item.standing {
    case .overdue(let count): "\(days), \(counted(count, "day")) over\(latest)"
    case .due, .upcoming: days + latest
    case .undated: occasion(item.time)
    }
  }

  private func occasion(_ time: DueTime) -> String {
    switch time {
    case .days(let days): Self.text(days)
    case .afterSessions(let count, let soFar): "after session \(count), \(soFar) so far"
    case .eachSession: "at every session"
    case .eachContact: "at every contact"
    case .noInterval: "no interval in the source"
    }
  }

  private func why(_ item: DueItem) -> String {
    let course = item.course.map { ", \($0.name) since \($0.start)" } ?? ""
    return "\(item.why)\(course); " + words(item.evidence, pending: item.pending)
  }

  /// The sources, and what a reader must know of them.
  private func words(_ evidence: Evidence, pending: String?) -> String {
    let certainty =
      switch evidence.certainty {
      case .established: ["not yet second-read"]
      case .derived: ["derived"]
      case .read, .uncertain: [String]()
      }
    let ids = evidence.sources.map(\.id.rawValue).joined(separator: ", ")
    return ([ids] + certainty + [pending].compactMap(\.self)).joined(separator: "; ")
  }

  private static func text(_ days: ClosedRange<Day>) -> String {
    days.lowerBound == days.upperBound
      ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
  }

  /// The checklists, point by point.
  var checklistLines: [String] {
    checklists.flatMap { list in
      ["", "Checklist: \(list.name) (\(words(list.evidence, pending: list.pending)))"]
        + list.points.map { "  [ ] \($0.stage.rawValue): \($0.text)" }
    }
  }

  func object(_ item: DueItem) -> JSONObject {
    var object = JSONObject()
    switch item.origin {
    case .schedule(let domain): object["schedule"] = .string(domain)
    case .calendar(let id, let name):
      object["calendar"] = .string(id.rawValue)
      object["item"] = .string(name)
    }
    object["what"] = .string(item.what)
    object["why"] = .string(item.why)
    object["course"] =
      item.course.map { course in
        .object([
          "name": .string(course.name), "start": .string(course.start.description),
          "entry": .string(course.entry.description),
        ])
      } ?? .null
    object["time"] = .string(item.time.name)
    object["first"] = Self.json(item.time.days?.lowerBound)
    object["last"] = Self.json(item.time.days?.upperBound)
    if case .afterSessions(let count, let soFar) = item.time {
      object["session"] = .number(count)
      object["sessionsSoFar"] = .number(soFar)
    }
    return status(item, object)
  }

  private func status(_ item: DueItem, _ start: JSONObject) -> JSONObject {
    var object = start
    object["standing"] = .string(item.standing.name)
    if case .overdue(let days) = item.standing { object["overdueDays"] = .number(days) }
    object["latest"] = Self.json(item.limit)
    object["lastDone"] = Self.json(item.lastDone?.day)
    object["lastEntry"] = item.lastDone.map { .string($0.entry.description) } ?? .null
    object["later"] = .array(
      later(item).map {
        .object(["first": Self.json($0.lowerBound), "last": Self.json($0.upperBound)])
      })
    object["askedAt"] = promptMoment(item).map { .string($0.description) } ?? .null
    object["instruments"] = .array(item.instruments.map { .string($0.rawValue) })
    object["audiences"] = .array(item.audiences.map(\.rawValue).sorted().map { .string($0) })
    object["checklist"] = item.checklist.map { .string($0.rawValue) } ?? .null
    object["open"] = .array(item.open.map { .string($0) })
    object["pending"] = item.pending.map { .string($0) } ?? .null
    object["note"] = item.note.map { .string($0) } ?? .null
    object["certainty"] = .string(item.evidence.certainty.rawValue)
    object["sources"] = .array(item.evidence.sources.map { .string($0.id.rawValue) })
    return object
  }

  private static func json(_ day: Day?) -> JSONValue {
    day.map { .string($0.description) } ?? .null
  }

  static func json(_ list: Checklist) -> JSONValue {
    .object([
      "id": .string(list.id.rawValue), "name": .string(list.name),
      "pending": list.pending.map { .string($0) } ?? .null,
      "points": .array(
        list.points.map { point in
          .object([
            "id": .string(point.id), "stage": .string(point.stage.rawValue),
            "text": .string(point.text), "certainty": .string(point.evidence.certainty.rawValue),
          ])
        }),
    ])
  }
}
