public import Knowledge
internal import Time

/// Calculates schedules of falling doses from the catalogue.
///
/// A pure function of request and knowledge. Whatever is not known leads to a refusal or a flag.
public struct TaperPlanner: Sendable {
  let knowledge: Knowledge
  let methods: TaperMethods

  /// The most steps of a schedule.
  static let mostSteps = 400

  /// Prepares to calculate.
  ///
  /// - Parameter knowledge: the catalogue.
  /// - Throws: ``TaperError/noMethods`` when it holds no methods.
  public init(_ knowledge: Knowledge) throws(TaperError) {
    guard let methods = knowledge.tapers.methods else { throw .noMethods }
    self.knowledge = knowledge
    self.methods = methods
  }

  /// Calculates a schedule.
  ///
  /// - Parameter request: what is asked for.
  /// - Returns: the schedule; its doses never rise, and each can be made up exactly as described.
  ///   By occupancy, no step exceeds the allowed fall.
  /// - Throws: an error that says why there is none and what would be right.
  public func plan(_ request: TaperRequest) throws(TaperError) -> TaperPlan {
    let setting = try setting(request)
    let draft =
      switch request.mode {
      case .occupancy: try TaperDraft(byOccupancy: setting, instead: alternatives(to: setting))
      case .proportional: try TaperDraft(byShare: setting)
      case .preset: try TaperDraft(published: setting)
      }
    let steps = try steps(of: draft, setting)
    return TaperPlan(
      medicine: setting.medicine, form: setting.form, mode: request.mode,
      allowed: request.mode == .occupancy ? setting.allowed : nil, everyDays: setting.everyDays,
      curve: setting.curve, current: level(request.from, setting.makeUp(request.from), setting),
      steps: steps, ending: draft.ending, risk: risk(setting),
      flags: flags(steps, draft, setting), anchors: setting.record?.anchors ?? [],
      advice: advice(setting),
      basis: basis(setting))
  }

  private func advice(_ setting: TaperSetting) -> [TaperMethods.Advice] {
    let speed: TaperMethods.Advice.Speed = setting.isLongLived ? .longLived : .usual
    return methods.advice.filter {
      (setting.curve != nil || !$0.isAboutOccupancy) && ($0.speed == .any || $0.speed == speed)
    }
  }

  private func level(
    _ dose: ExactDose, _ makeUp: TaperPlan.MakeUp, _ setting: TaperSetting
  ) -> TaperPlan.Level {
    TaperPlan.Level(dose: dose, makeUp: makeUp, occupancy: setting.curve?.occupancy(at: dose))
  }

  private func steps(
    of draft: TaperDraft, _ setting: TaperSetting
  ) throws(TaperError) -> [TaperPlan.Step] {
    let request = setting.request
    var steps: [TaperPlan.Step] = []
    var previous = request.from
    for (index, move) in draft.moves.enumerated() {
      let number = index * setting.everyDays
      let day = request.start?.advanced(by: number)
      if let start = request.start, day?.days(since: start) != number { throw .pastTheCalendar }
      let isLast = move.dose == .zero
      let share = move.dose.milligrams / previous.milligrams
      steps.append(
        TaperPlan.Step(
          dayNumber: number, day: day,
          lastDay: isLast ? nil : day?.advanced(by: setting.everyDays - 1),
          level: level(move.dose, move.makeUp, setting), target: move.target,
          shareOfPrevious: share, fall: setting.curve?.fall(from: previous, to: move.dose),
          note: move.note, isLarge: !isLast && share < methods.proportional.ratio))
      previous = move.dose
    }
    return steps
  }
}
