/// Reads what begins a calendar.
struct CalendarTriggerReader {
  let knowledge: CalendarVocabulary

  static let keys: Set<String> = [
    "medicines", "medicineClasses", "medicineFlags", "treatments", "courseKinds", "sessionKinds",
  ]

  /// Reads the value.
  ///
  /// - Parameters:
  ///   - object: the value, with the keys of ``keys``.
  ///   - moment: from which moment is counted.
  /// - Returns: what begins it.
  /// - Throws: an error when a name is not known or there is none.
  func trigger(
    _ object: Object, on moment: CalendarTrigger.Moment = .start
  ) throws(KnowledgeError) -> CalendarTrigger {
    let vocabulary = knowledge.medicines.vocabulary
    let trigger = CalendarTrigger(
      medicines: Set(
        try object.optional("medicines")?
          .listOfKnown(as: "medicine") { knowledge.medicines.medicines[$0] != nil } ?? []),
      medicineClasses: Set(
        try object.optional("medicineClasses")?
          .listOfKnown(as: "class in the vocabulary") { vocabulary.classes[$0] != nil } ?? []),
      medicineFlags: Set(
        try object.optional("medicineFlags")?
          .listOfKnown(as: "flag in the vocabulary") { vocabulary.flags[$0] != nil } ?? []),
      treatments: Set(
        try object.optional("treatments")?
          .listOfKnown(as: "treatment") { knowledge.treatments[$0] != nil } ?? []),
      courseKinds: Set(try object.optional("courseKinds")?.texts() ?? []),
      sessionKinds: Set(try object.optional("sessionKinds")?.texts() ?? []), moment: moment)
    let isNamed = CalendarTriggerReader.keys.contains { object.optional($0) != nil }
    guard isNamed != (moment == .positiveSafetyAnswer) else {
      throw object.place.failure(
        .inconsistent(
          "name what begins it by \(CalendarTriggerReader.keys.sorted().joined(separator: ", "))"))
    }
    return trigger
  }
}

/// What calendars may name.
struct CalendarVocabulary {
  let instruments: Set<InstrumentID>
  let medicines: MedicineCatalogue
  let treatments: [TreatmentID: Treatment]
}
