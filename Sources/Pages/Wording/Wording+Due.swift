import Care
import Knowledge
import Time

extension Wording {
  // MARK: For the person

  /// What the person fills in, in their words; never why it is asked.
  func ownDue(_ item: DueItem) -> String {
    let name = "\(item.what) (\(item.ownNames.joined(separator: " or ")))"
    let last = item.lastDone.map { "Last filled in on \(DateText.day($0.day)). " } ?? ""
    let when =
      switch (item.standing, item.time.days) {
      case (.upcoming, let days?): "The next is meant for \(DateText.range(days))."
      case (.undated, _): "At each talk with your care team."
      default: "Now is a good time for it."
      }
    return "\(name): \(last)\(when)"
  }

  // MARK: For the team

  func dueSummary(_ list: DueList, _ items: [DueItem]) -> [String] {
    guard !isPatient else {
      return ["These questions help you and your care team to see how things change."]
    }
    let overdue = items.count { if case .overdue = $0.standing { true } else { false } }
    let due = items.count { $0.standing == .due }
    let upcoming = items.count { if case .upcoming = $0.standing { true } else { false } }
    let counts = [(overdue, "overdue"), (due, "due"), (upcoming, "to come")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let phases = MeasurementSchedule.Phase.allCases.filter(list.phase.possible.contains)
    let basis = list.phase.isRecorded ? "as recorded" : "as worked out from the record"
    return [
      counts.isEmpty
        ? "Nothing is due within \(CountText.of(list.weeks, "week"))."
        : "Within \(CountText.of(list.weeks, "week")): \(CountText.list(counts)).",
      "Phase of treatment: \(phases.map(\.rawValue).joined(separator: " or ")), counted from "
        + "\(DateText.day(list.phase.start)), \(basis).",
    ]
  }

  var dueHeadings: [String] { ["What", "When", "Stands", "Last done", "Why", "Source"] }

  /// One row for each thing that is due in a course: what several calendars ask for stands at the day
  /// that comes first, and the others are named with theirs.
  func dueRows(_ items: [DueItem]) -> [[String]] {
    var seen: [[String]: Int] = [:]
    var groups: [[DueItem]] = []
    for item in items {
      let key = [item.what, item.course.map { "\($0.entry)" } ?? item.why]
      if let place = seen[key] {
        groups[place].append(item)
      } else {
        seen[key] = groups.count
        groups.append([item])
      }
    }
    return groups.compactMap(dueRow)
  }

  private func dueRow(_ group: [DueItem]) -> [String]? {
    guard let item = group.first else { return nil }
    let others = group.dropFirst().map { other in
      "; also \(other.why)\(other.time.days.map { ", \(DateText.range($0))" } ?? "")"
    }
    var sources: [String] = []
    for source in group.map(source) where !sources.contains(source) { sources.append(source) }
    return [
      item.what, item.time.days.map(DateText.range) ?? "", standing(item),
      item.lastDone.map { DateText.day($0.day) } ?? "not in the record",
      why(item) + others.joined(), sources.joined(separator: "; "),
    ]
  }

  private func standing(_ item: DueItem) -> String {
    let limit = item.limit.map { ", \(DateText.day($0)) at the latest" } ?? ""
    return switch item.standing {
    case .overdue(let days): "overdue by \(CountText.of(days, "day"))\(limit)"
    case .due: "due\(limit)"
    case .upcoming(let days): "in \(CountText.of(days, "day"))"
    case .undated: ""
    }
  }

  private func why(_ item: DueItem) -> String {
    guard let course = item.course else { return item.why }
    return "\(item.why); \(course.name) since \(DateText.day(course.start))"
  }

  private func source(_ item: DueItem) -> String {
    let ids = item.evidence.sources.map(\.id.rawValue).joined(separator: ", ")
    return ([ids] + caveats(item)).joined(separator: "; ")
  }

  private func caveats(_ item: DueItem) -> [String] {
    (item.evidence.certainty == .established ? ["not yet second-read"] : [])
      + [item.pending].compactMap(\.self)
  }

  /// What hangs on no day, together.
  func undatedDue(_ items: [DueItem]) -> [String] {
    func names(_ isWanted: (DueTime) -> Bool) -> [String] {
      items.filter { isWanted($0.time) }.map { item in
        let caveats = caveats(item)
        return item.what + (caveats.isEmpty ? "" : " (\(caveats.joined(separator: "; ")))")
      }
    }
    let counted = items.compactMap { item -> String? in
      guard case .afterSessions(let count, let soFar) = item.time else { return nil }
      return "After session \(count), of which \(soFar) so far: \(item.what)."
    }
    return [
      ("At every contact", names { $0 == .eachContact }),
      ("At every session", names { $0 == .eachSession }),
      ("Without an interval in the source", names { $0 == .noInterval }),
    ].filter { !$0.1.isEmpty }.map { "\($0.0): \(CountText.list($0.1))." } + counted
  }

  /// What the record leaves open, each question once.
  func openDue(_ items: [DueItem]) -> [String] {
    var seen: Set<String> = []
    return items.flatMap { item in
      item.open.filter { seen.insert($0).inserted }.map {
        "Not recorded: \($0). It decides when \(item.what) is due (\(item.why))."
      }
    }
  }

  func unknownMedicines(_ list: DueList) -> [String] {
    guard !list.medicinesNotInCatalogue.isEmpty else { return [] }
    return [
      "Not in the catalogue of medicines, so no calendar is known for: "
        + "\(CountText.list(list.medicinesNotInCatalogue))."
    ]
  }

  func dueSureness(_ items: [DueItem]) -> [String] {
    guard !items.isEmpty else { return [] }
    return [
      "What was done and not recorded shows as due. Where the record leaves open which interval "
        + "applies, the days run from the earliest to the latest."
    ]
  }

  /// The sources in full, each once.
  func dueSources(_ items: [DueItem]) -> [String] {
    let sources = Set(items.flatMap(\.evidence.sources)).sorted { $0.id < $1.id }
    return sources.map { "\($0.id): \($0.citation)" }
  }
}
