import Care
import Charts
import Time

extension TimeAxis {
  /// Phases, or courses of treatment where no phases were recorded.
  func phases(_ timeline: TimelinePart) -> [Phase] {
    (timeline.phases.isEmpty ? timeline.courses : timeline.phases).map {
      Phase(from: position($0.first), to: end($0.last), label: $0.name)
    }
  }

  func doses(_ timeline: TimelinePart, until today: Day) -> [DoseSeries] {
    timeline.doses.map { dose in
      DoseSeries(
        label: "\(dose.substance), \(dose.unit) a day",
        steps: dose.steps.map { .init(position($0.day), $0.perDay) },
        end: min(position(today), position(last)))
    }
  }

  func changePoints(_ part: ChangePointsPart) -> [ChangePoint] {
    (part.result.value?.changes ?? []).map { change in
      ChangePoint(
        day: position(change.firstAfter),
        interval: .init(
          position(change.plausible.lowerBound), position(change.plausible.upperBound)),
        label: "Change by \(DateText.day(change.firstAfter)), with its 95 % days")
    }
  }
}
