import Inference
import PatientRecord
import Time

/// Asks what the latest changes of treatment did to a rated item.
struct EffectsBuilder {
  private let review: ReviewBuilder
  private let series: CheckInSeries
  private let days: [Day]
  private let origin: Day

  init(_ review: ReviewBuilder, series: CheckInSeries) {
    self.review = review
    self.series = series
    days = series.dailyMeans.map(\.day)
    origin = days.first ?? review.today
  }

  /// Days after a change before it is asked about, unless nothing else is there to ask about.
  private static let settlingDays = 14
  /// Sessions of one kind before their effect is asked about.
  private static let fewestSessions = 3

  private struct Event {
    let change: EffectsPart.Change
    let day: Day
    let name: String
  }

  func part(given fit: Finding<Trajectory>) -> EffectsPart? {
    let steps = (doseEvents() + courseEvents()).filter(isWithin).sorted { $0.day < $1.day }
    let sessions = sessionEvents().filter(isWithin).max { $0.day < $1.day }
    let last = days.last ?? review.today
    let step =
      steps.last { last.days(since: $0.day) >= EffectsBuilder.settlingDays } ?? steps.last
    let asked = [step, sessions].compactMap(\.self).sorted { $0.day < $1.day }
    guard !asked.isEmpty else { return nil }
    let everything = concurrentEvents(steps)
    return EffectsPart(
      item: series.item, scale: series.scale, origin: origin,
      effects: asked.map { effect(of: $0, given: fit, among: everything) },
      earlierCount: max(steps.count - (step == nil ? 0 : 1), 0),
      basis: Basis(
        days,
        method:
          "The change as an input beside drift, affect and weekdays, variances integrated over; "
          + "the same input tried at every other date."))
  }

  private func time(_ day: Day) -> Double { Double(day.days(since: origin)) }

  private func isWithin(_ event: Event) -> Bool {
    guard let last = days.last else { return false }
    return event.day > origin && event.day <= last
  }

  private func effect(
    of event: Event, given fit: Finding<Trajectory>, among events: [(Event, ConcurrentEvent)]
  ) -> EffectsPart.Effect {
    let others = events.filter { $0.0.change != event.change || $0.0.day != event.day }.map(\.1)
    let analysis = fit.then("an effect") { fit in
      let intervention = try intervention(event)
      let quick = try InterventionAnalysis(of: intervention, given: fit, events: others)
      // What seems to be an effect is also held against a forecast from before it, which a bad
      // stretch just before the change cannot mislead as easily.
      guard !quick.effect.interval.contains(0) else { return quick }
      let forecast = Result { () throws(InferenceError) in
        try Counterfactual.forecast(of: fit.series, from: intervention.start, model: fit.model)
      }
      return quick.held(against: forecast)
    }
    return EffectsPart.Effect(
      change: event.change, day: event.day, analysis: analysis,
      multiverse: analysis.value.flatMap { multiverse(of: $0, fit.value) })
  }

  private func intervention(_ event: Event) throws -> Intervention {
    guard case .sessions(_, let days) = event.change else {
      return try Intervention(.step, at: [time(event.day)])
    }
    return try Intervention(.decay, at: days.map(time))
  }

  /// Only for an effect whose interval leaves out 0: elsewhere there is nothing that could hold.
  private func multiverse(
    of analysis: InterventionAnalysis, _ fit: Trajectory?
  ) -> Multiverse? {
    guard let fit, !analysis.effect.interval.contains(0) else { return nil }
    return Multiverse(of: analysis.effect, given: fit)
  }

  private func doseEvents() -> [Event] {
    review.chart.doses.flatMap { timeline in
      timeline.steps.enumerated().map { index, step in
        let before = index > 0 ? timeline.steps[index - 1].content.dosePerDay : nil
        return Event(
          change: .dose(
            substance: timeline.substance.text, from: step.content.previousPerDay ?? before,
            to: step.content.dosePerDay),
          day: step.day, name: "a change of dose of \(timeline.substance.text)")
      }
    }
  }

  private func courseEvents() -> [Event] {
    review.chart.courses.filter { $0.course.kind != .medication }.map {
      Event(
        change: .course(name: $0.course.name.text), day: $0.firstDay,
        name: "the start of \($0.course.name.text)")
    }
  }

  /// Sessions of each kind that were held, when there are enough of them.
  private func sessionEvents() -> [Event] {
    let held = review.chart.sessions.filter {
      $0.content.outcome != .missed && $0.content.kind != .review && $0.day > origin
    }
    return Dictionary(grouping: held, by: \.content.kind).compactMap { kind, sessions in
      let days = sessions.map(\.day).sorted()
      guard let first = days.first, days.count >= EffectsBuilder.fewestSessions else { return nil }
      return Event(
        change: .sessions(kind: kind, days: days), day: first,
        name: "sessions of \(kind.rawValue)")
    }.sorted { $0.name < $1.name }
  }

  /// Everything that is known to have happened and could be the cause instead.
  private func concurrentEvents(_ steps: [Event]) -> [(Event, ConcurrentEvent)] {
    let phases = review.chart.phases.map {
      Event(
        change: .course(name: $0.course.name.text), day: $0.firstDay,
        name: "the start of \"\($0.course.name.text)\"")
    }
    let life = review.chart.lifeEvents.map {
      Event(change: .course(name: $0.content.title.text), day: $0.day, name: $0.content.title.text)
    }
    return (steps + phases + life + sessionEvents()).map {
      ($0, ConcurrentEvent(name: $0.name, time: time($0.day)))
    }
  }
}
