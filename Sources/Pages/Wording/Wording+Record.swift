import Care

extension Wording {
  func recordSummary(_ part: RecordPart) -> [String] {
    guard let days = part.days, part.entries > 0 else {
      return [
        isPatient
          ? "Nothing has been entered yet. As soon as there is something, it will show here."
          : "The record is empty."
      ]
    }
    let entries = CountText.of(part.entries, "entry", "entries")
    let verb = part.entries == 1 ? "is" : "are"
    let counted = "There \(verb) \(entries), \(DateText.range(days))."
    let kinds = "By kind: \(CountText.list(self.kinds(part)))."
    guard part.withdrawn > 0 else { return [counted, kinds] }
    let taken =
      part.withdrawn == 1
      ? "1 was corrected or withdrawn and no longer counts."
      : "\(CountText.grouped(part.withdrawn)) were corrected or withdrawn and no longer count."
    return [counted, kinds, taken]
  }

  private func kinds(_ part: RecordPart) -> [String] {
    let named = part.kinds.compactMap { kind in
      self.kind(kind.name).map { "\(CountText.grouped(kind.count)) \($0)" }
    }
    let rest = part.kinds.filter { self.kind($0.name) == nil }.reduce(0) { $0 + $1.count }
    return named + (rest > 0 ? ["\(CountText.grouped(rest)) of other kinds"] : [])
  }

  /// A kind of entry in the plural, or `nil` where it is not for the audience.
  func kind(_ name: String) -> String? {
    switch name {
    case "checkIn": "check-ins"
    case "response": "questionnaires"
    case "taskResult": "memory and thinking tasks"
    case "sleep": "nights"
    case "activity": "activities"
    case "keepsake": "good memories"
    case "retrieval": "times remembering"
    case "practice": "other practice"
    case "lifeEvent": "events"
    case "note": "notes"
    case "goal": "goals"
    case "course": isPatient ? nil : "courses or phases"
    default: isPatient ? nil : ItemText.words(name).lowercased() + "s"
    }
  }
}
