import Knowledge
import PatientRecord
import Time
import Windows

/// Computes the windows of a chart: which kernel describes what was given, layer by layer.
struct WindowsBuilder {
  let chart: Chart
  let moment: Instant
  let knowledge: Knowledge

  /// The part; nil where nothing given has a time course of which something may be left.
  func part() -> WindowsPart? {
    guard let definitions = knowledge.windows else { return nil }
    let given = GivenTreatments(chart, until: moment, knowledge: knowledge)
    let model = WindowModel(definitions)
    let effect = EventMatcher<AntidepressantEffect>(model, given).windows(at: moment)
    let biomarker = EventMatcher<HumanBiomarker>(model, given).windows(at: moment)
    let rodent = EventMatcher<RodentPlasticity>(model, given).windows(at: moment)
    guard !(effect.isEmpty && biomarker.isEmpty && rodent.isEmpty) else { return nil }
    return WindowsPart(
      statement: definitions.statement, moment: moment,
      zone: chart.entries.last?.occurred.zone ?? .utc, effect: effect, biomarker: biomarker,
      rodent: rodent, leftOut: leftOut(given, definitions), seed: model.seed, draws: model.draws,
      basis: basis(given, model))
  }

  /// What a reader would otherwise miss; talks and visits have no time course and are not missed.
  private func leftOut(
    _ given: GivenTreatments, _ definitions: WindowDefinitions
  ) -> WindowsPart.LeftOut {
    let known = Set(definitions.kernels.flatMap(\.sessionKinds))
    let talks = Set([Session.Kind.psychotherapy, .review].map(\.rawValue))
    let names = given.unknownNames.filter { !known.contains($0.kind) && !talks.contains($0.kind) }
    return WindowsPart.LeftOut(
      stoppedSessions: given.stoppedSessions, stoppedCourses: given.stoppedCourses,
      unknownNames: Set(names.map(\.name)).sorted())
  }

  private func basis(_ given: GivenTreatments, _ model: WindowModel) -> Basis {
    let zone = chart.entries.last?.occurred.zone ?? .utc
    return Basis(
      given.sessions.map(\.day) + given.courses.map(\.dated.firstDay)
        + given.dosings.map { zone.day(at: $0.start) },
      method: "Published time courses with \(model.draws) parameter sets from log-normal laws; "
        + "repeated sessions saturate.")
  }
}

/// Finds the events of one layer.
private struct EventMatcher<Layer: LayerKind> {
  let model: WindowModel
  let given: GivenTreatments
  let kernels: [LayeredKernel<Layer>]

  init(_ model: WindowModel, _ given: GivenTreatments) {
    self.model = model
    self.given = given
    kernels = model.kernels(in: Layer.self)
  }

  func windows(at moment: Instant) -> [Window<Layer>] {
    model.windows(over: kernels.flatMap(events), at: moment)
  }

  private func events(_ kernel: LayeredKernel<Layer>) -> [WindowEvent<Layer>] {
    switch kernel.definition.anchor {
    case .session: return sessions(of: kernel)
    case .course:
      return given.courses.filter { kernel.definition.treatments.contains($0.treatment) }
        .map { WindowEvent(kernel, label: $0.label, start: $0.dated.instant) }
    case .dosing:
      return given.dosings.filter {
        kernel.definition.medicineClasses.contains($0.medicineClass)
      }.map { dosing in
        WindowEvent(
          kernel, label: dosing.label, start: dosing.start,
          duration: dosing.end.map { .until($0) } ?? .ongoing)
      }
    }
  }

  private func sessions(of kernel: LayeredKernel<Layer>) -> [WindowEvent<Layer>] {
    let definition = kernel.definition
    let courses = given.courses.filter { describes($0, as: definition.measure) }
    let perDay = sessionsPerDay(definition)
    return given.sessions.compactMap { session in
      guard matches(session, definition),
        !courses.contains(where: { covers($0, session) })
      else { return nil }
      return WindowEvent(
        kernel, label: session.label, start: session.start, gain: gain(of: session, perDay))
    }
  }

  /// The treatment decides; where the record names none, the kind of the session.
  private func matches(_ session: GivenTreatments.Session, _ kernel: KernelDefinition) -> Bool {
    guard let treatment = session.treatment else {
      return kernel.sessionKinds.contains(session.kind)
    }
    return kernel.treatments.contains(treatment)
  }

  /// Whether a kernel of whole courses describes the course in the same measure.
  private func describes(_ course: GivenTreatments.Course, as measure: String) -> Bool {
    kernels.contains {
      $0.definition.anchor == .course && $0.definition.measure == measure
        && $0.definition.treatments.contains(course.treatment)
    }
  }

  /// Whether a session belongs to a course that is described as a whole, and so must not count twice.
  private func covers(
    _ course: GivenTreatments.Course, _ session: GivenTreatments.Session
  ) -> Bool {
    if let named = session.course { return named == course.dated.entry }
    return (session.treatment ?? course.treatment) == course.treatment
      && course.dated.contains(session.day)
  }

  /// A day and a treatment.
  private struct DayOfTreatment: Hashable {
    let day: Day
    let treatment: TreatmentID
  }

  private func sessionsPerDay(_ kernel: KernelDefinition) -> [DayOfTreatment: Int] {
    guard
      model.definitions.modifiers.contains(where: {
        !given.intakes[$0.medicine, default: []].isEmpty
      })
    else { return [:] }
    return given.sessions.reduce(into: [:]) { counts, session in
      guard let treatment = session.treatment, kernel.treatments.contains(treatment) else { return }
      counts[DayOfTreatment(day: session.day, treatment: treatment), default: 0] += 1
    }
  }

  /// What was taken before the session and changes it.
  private func gain(
    of session: GivenTreatments.Session, _ perDay: [DayOfTreatment: Int]
  ) -> WindowModifier.Gain? {
    guard let treatment = session.treatment,
      let count = perDay[DayOfTreatment(day: session.day, treatment: treatment)]
    else { return nil }
    return model.definitions.modifiers.lazy.compactMap { modifier -> WindowModifier.Gain? in
      let isTaken = given.intakes[modifier.medicine, default: []].contains {
        modifier.daysBefore.contains(session.start.days(since: $0))
      }
      guard isTaken else { return nil }
      return modifier.gain(of: treatment, sessionsThatDay: count, in: Layer.layer)
    }.first
  }
}
