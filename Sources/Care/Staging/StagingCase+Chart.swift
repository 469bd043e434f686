public import Knowledge
public import PatientRecord
public import Time

extension StagingCase {
  /// Reads trials from what a record holds of doses, courses and sessions.
  ///
  /// What the record does not say stays unrecorded: response, adherence, role and reason are never
  /// guessed from scores or dates.
  ///
  /// - Parameters:
  ///   - chart: the record.
  ///   - day: the day to which an open course or the last dose is counted.
  ///   - episodeStart: the first day of the present episode.
  ///   - knowledge: the catalogue by whose names medicines and treatments are found.
  public init(
    chart: Chart, asOf day: Day, episodeStart: Recorded<Day> = .notRecorded, knowledge: Knowledge
  ) {
    let reader = ChartTrials(
      chart: chart, day: day, episodeStart: episodeStart.value, knowledge: knowledge)
    let months = episodeStart.value.map { Double(day.days(since: $0)) / 30.4375 }
    self.init(
      trials: reader.doseTrials + reader.courseTrials,
      episodeMonths: Recorded(months.flatMap { $0 >= 0 ? $0 : nil }))
  }
}

/// Reads the trials of one chart.
private struct ChartTrials {
  let chart: Chart
  let day: Day
  let episodeStart: Day?
  let knowledge: Knowledge

  /// One trial for each stretch between starting a medicine and stopping it.
  var doseTrials: [TreatmentTrial] {
    chart.doses.flatMap { timeline -> [TreatmentTrial] in
      var trials: [TreatmentTrial] = []
      var run: [Dated<DoseStep>] = []
      for step in timeline.steps where step.day <= day {
        if step.content.dosePerDay.value > 0 {
          run.append(step)
        } else if !run.isEmpty {
          trials.append(trial(timeline.substance, run, stopped: step.day))
          run = []
        }
      }
      return run.isEmpty ? trials : trials + [trial(timeline.substance, run, stopped: nil)]
    }
  }

  private func trial(
    _ substance: Name, _ run: [Dated<DoseStep>], stopped: Day?
  ) -> TreatmentTrial {
    let ends = run.dropFirst().map(\.day) + [stopped ?? day]
    let exposures = zip(run, ends).map { step, end in
      let dose = step.content.dosePerDay
      return TreatmentTrial.Exposure(
        dose: .recorded(TreatmentTrial.Amount(dose.value, dose.unit.rawValue)),
        weeks: .recorded(Double(max(0, end.days(since: step.day))) / 7))
    }
    let first = run.first?.day ?? day
    return TreatmentTrial(
      label: "\(substance) from \(first)", agent: agent(substance), exposures: exposures,
      ending: stopped == nil ? .recorded(.ongoing) : .notRecorded, origin: .recorded(.record),
      episode: episode(from: first, to: stopped), firstDay: .recorded(first),
      lastDay: .recorded(stopped ?? day))
  }

  /// One trial for each course that no doses tell more about.
  var courseTrials: [TreatmentTrial] {
    let dosed = Set(chart.doses.map { agent($0.substance) })
    return chart.courses.compactMap { dated in
      let agent = agent(dated.course.name)
      guard dated.course.status != .planned, dated.firstDay <= day, !dosed.contains(agent) else {
        return nil
      }
      return trial(dated, agent)
    }
  }

  private func trial(_ dated: DatedCourse, _ agent: TreatmentTrial.Agent) -> TreatmentTrial {
    let ended: Day? = if case .on(let last) = dated.lastDay, last <= day { last } else { nil }
    let weeks = Double(max(0, (ended ?? day).days(since: dated.firstDay))) / 7
    let sessions = chart.sessions.filter { $0.content.course == dated.entry }
    return TreatmentTrial(
      label: "\(dated.course.name) from \(dated.firstDay)", agent: agent,
      exposures: [TreatmentTrial.Exposure(dose: .notRecorded, weeks: .recorded(weeks))],
      sessions: Recorded(
        sessions.isEmpty
          ? nil : Double(sessions.count { $0.content.outcome == .completed })),
      ending: ended == nil ? .recorded(.ongoing) : .notRecorded, origin: .recorded(.record),
      episode: episode(from: dated.firstDay, to: ended), firstDay: .recorded(dated.firstDay),
      lastDay: .recorded(ended ?? day))
  }

  private func agent(_ name: Name) -> TreatmentTrial.Agent {
    TreatmentTrial.Agent(named: name.text, in: knowledge)
  }

  /// In which episode it was; not told where it began before the present one and lasted into it.
  private func episode(from first: Day, to last: Day?) -> Recorded<TreatmentTrial.Episode> {
    guard let episodeStart else { return .notRecorded }
    if first >= episodeStart { return .recorded(.current) }
    if let last, last < episodeStart { return .recorded(.past) }
    return .notRecorded
  }
}
