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
    guard part.withdrawn > 0 else { return [counted] }
    let taken = part.withdrawn == 1 ? "1 was" : "\(CountText.grouped(part.withdrawn)) were"
    return [counted, "\(taken) corrected or withdrawn and no longer count."]
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
    default: isPatient ? nil : ItemText.words(name).lowercased()
    }
  }

  var otherEntries: String { "other entries" }
}
