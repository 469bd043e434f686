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
      self.kind(kind.name).map { CountText.of(kind.count, $0.one, $0.several) }
    }
    let rest = part.kinds.filter { self.kind($0.name) == nil }.reduce(0) { $0 + $1.count }
    return named + (rest > 0 ? ["\(CountText.grouped(rest)) of other kinds"] : [])
  }

  /// A kind of entry in words, or `nil` where it is not for the audience.
  func kind(_ name: String) -> (one: String, several: String)? {
    switch name {
    case "checkIn": ("check-in", "check-ins")
    case "response": ("questionnaire", "questionnaires")
    case "taskResult": ("memory or thinking task", "memory and thinking tasks")
    case "sleep": ("night", "nights")
    case "activity": ("activity", "activities")
    case "keepsake": ("good memory", "good memories")
    case "retrieval": ("time of remembering", "times of remembering")
    case "practice": ("other practice", "other practices")
    case "lifeEvent": ("life event", "life events")
    case "note": ("note", "notes")
    case "goal": ("goal", "goals")
    case "course": isPatient ? nil : ("course or phase", "courses and phases")
    case "diagnosis": isPatient ? nil : ("diagnosis", "diagnoses")
    case "substance": isPatient ? nil : ("substance taken", "substances taken")
    default: isPatient ? nil : team(name)
    }
  }

  private func team(_ name: String) -> (one: String, several: String) {
    let words = ItemText.words(name).lowercased()
    return (words, words + "s")
  }
}
