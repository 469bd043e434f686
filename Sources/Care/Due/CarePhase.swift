public import Knowledge
import PatientRecord
public import Time

/// In which phase of treatment a person is, as far as the record tells.
public struct CarePhase: Hashable, Sendable {
  /// The phases that it can be; more than one where the record leaves it open.
  public let possible: Set<MeasurementSchedule.Phase>
  /// The day from which the phase is counted.
  public let start: Day
  /// Whether somebody recorded the phase.
  public let isRecorded: Bool

  /// Reads the phase.
  ///
  /// A recorded phase counts. Else it is the baseline where no treatment is recorded, acute in the
  /// first weeks after the latest start or rise of a dose, acute beyond them while the latest score of
  /// the depression scale is no remission, and continuation or maintenance when it is. Where no such
  /// score tells, it can be any of the three.
  init(_ chart: Chart, _ stretches: [TreatmentStretch], on today: Day, using knowledge: Knowledge) {
    let recorded = chart.phases.last { phase in
      phase.contains(today)
        && MeasurementSchedule.Phase(rawValue: hyphenated(phase.course.name.text)) != nil
    }
    if let recorded,
      let phase = MeasurementSchedule.Phase(rawValue: hyphenated(recorded.course.name.text))
    {
      (possible, start, isRecorded) = ([phase], recorded.firstDay, true)
      return
    }
    isRecorded = false
    let begun = stretches.filter { $0.state != .planned }
    guard let latest = begun.map({ max($0.start, $0.increase ?? $0.start) }).max() else {
      (possible, start) = ([.baseline], min(chart.firstDay ?? today, today))
      return
    }
    start = latest
    let weeks = knowledge.schedule?.acuteWeeks.lowerBound ?? 0
    if today < latest.advanced(by: 7 * weeks) {
      possible = [.acute]
      return
    }
    possible =
      switch CarePhase.isInRemission(chart, today, knowledge) {
      case .yes: [.continuation, .maintenance]
      case .no: [.acute]
      case .unknown: [.acute, .continuation, .maintenance]
      }
  }

  /// What the latest total of the depression scale with the most scores says.
  private static func isInRemission(
    _ chart: Chart, _ today: Day, _ knowledge: Knowledge
  ) -> Truth {
    let scales = chart.scores.filter { id, _ in
      let instrument = knowledge.instruments[id]
      return instrument?.remission != nil && instrument?.response != nil
    }
    let primary = scales.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let primary, let instrument = knowledge.instruments[primary.key],
      let total = primary.value.last(where: { $0.day <= today && $0.value != nil })?.value,
      let isRemission = instrument.isRemission(total: total)
    else { return .unknown }
    return Truth(isRemission)
  }
}
