import PatientRecord
import Time

/// The entries of one patient, as read from a file.
struct PatientEntries {
  let file: InputFile
  let patient: PatientID
  /// At least one entry.
  let entries: [Entry]

  /// The moment to look back from.
  ///
  /// - Parameter chosen: what the command line says; otherwise the end of the last day.
  /// - Returns: the moment.
  /// - Throws: ``BadInput`` when nothing had been recorded by then.
  func moment(_ chosen: ReviewMoment?) throws -> Instant {
    let starts = entries.map(\.occurred).sorted { $0.start < $1.start }
    guard let first = starts.first, let last = starts.last else {
      throw BadInput(file.name, "the record holds no entry", cure: "name another file")
    }
    let lastDay = ReviewMoment.day(last.zone.day(at: last.start))
    let moment = (chosen ?? lastDay).instant(in: last.zone)
    guard first.start <= moment else {
      throw BadInput(
        "--at", "the record of \(patient) holds nothing before \(moment)",
        cure: "choose a day from \(first.zone.day(at: first.start)) on")
    }
    return moment
  }

  /// The items of check-ins with these names.
  ///
  /// - Parameters:
  ///   - names: the identifiers of items.
  ///   - option: the option that named them, for messages.
  /// - Returns: the items.
  /// - Throws: ``BadInput`` when no check-in has one of them.
  func items(named names: [String], option: String = "--focus") throws -> [CheckInItemID] {
    guard !names.isEmpty else { return [] }
    let known = Set(
      entries.flatMap { entry -> [CheckInItemID] in
        guard case .checkIn(let checkIn) = entry.fact else { return [] }
        return checkIn.ratings.map(\.item)
      })
    return try names.map { name in
      let item = CheckInItemID(rawValue: name)
      guard known.contains(item) else {
        let list = known.map(\.rawValue).sorted().joined(separator: ", ")
        throw BadInput(
          "\(option) \(name)", "no check-in of \(patient) has such an item",
          cure: known.isEmpty ? "leave \(option) out" : "choose from \(list)")
      }
      return item
    }
  }
}
