import Care
import Knowledge

extension Wording {
  func gapsSummary(_ part: GapsPart) -> [String] {
    guard part.spanDays > 0, let last = part.lastDay else {
      return [isPatient ? "Nothing has been entered yet." : "The record is empty."]
    }
    let span = CountText.of(part.spanDays, "day")
    guard part.emptyDays > 0 else {
      return ["The record covers \(span), up to \(DateText.day(last)). Each day has an entry."]
    }
    return [
      "The record covers \(span), up to \(DateText.day(last)). Nothing was answered on "
        + "\(CountText.grouped(part.emptyDays)) of them."
        + (isPatient ? " That is all right." : "")
    ]
  }

  /// For the person, only what concerns the parts they see, in their words.
  func gapsList(_ part: GapsPart, _ material: Material) -> [String] {
    guard isPatient else {
      let instruments = Set(material.scores.map(\.instrument.abbreviation))
      return part.gaps.map { gap in
        let subject =
          instruments.contains(gap.subject) ? gap.subject : ItemText.words(gap.subject)
        return "\(subject): \(gap.sentence)"
      }
        + part.problems.map { "Not taken as it stands: \($0)" }
    }
    let courses = material.trajectories.compactMap { trajectory -> String? in
      guard let reason = trajectory.course.missing else { return nil }
      return "\(ItemText.name(trajectory.item)): \(missing(reason))"
    }
    let skipped = material.scores.compactMap { scores -> String? in
      let count = scores.scores.count { $0.total == nil }
      guard count > 0 else { return nil }
      return "\(scores.instrument.abbreviation): \(CountText.of(count, "form")) without a total, "
        + "because too many questions were skipped."
    }
    return courses + ownPatternGaps(material).map { "\($0.subject): \($0.sentence)" } + skipped
  }

  /// Why nothing is said yet about what goes together, where the course itself is there.
  func ownPatternGaps(_ material: Material) -> [(subject: String, sentence: String)] {
    let early = material.trajectories.filter { $0.course.value == nil }.map(\.item)
    return material.patterns.compactMap { part in
      guard let reason = part.result.missing, !early.contains(part.item) else { return nil }
      return ("What goes with \(ItemText.name(part.item))", missing(reason))
    }
  }

  func gapsGlance(_ part: GapsPart) -> String? {
    guard part.spanDays > 0, part.emptyDays > 0 else { return nil }
    return
      "On \(CountText.grouped(part.emptyDays)) of \(CountText.of(part.spanDays, "day")) nothing "
      + "was answered\(isPatient ? ". That is all right" : "")."
  }
}
