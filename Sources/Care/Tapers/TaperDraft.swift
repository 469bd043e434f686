internal import Knowledge

/// The doses of a schedule, before days and predictions are put to them.
struct TaperDraft {
  /// One step down.
  struct Move {
    let dose: ExactDose
    let makeUp: TaperPlan.MakeUp
    /// The dose aimed at, in mg.
    let target: Double
    var note: String? = nil
  }

  private(set) var moves: [Move] = []
  private(set) var ending = TaperPlan.Ending.stopped
  private(set) var flags: [TaperFlag] = []

  /// What is taken after the steps so far.
  private var reached: ExactDose

  /// The step to nothing.
  private static let stop = Move(
    dose: .zero, makeUp: .madeUp(MadeUpDose(tablets: [], microlitres: 0, liquidMass: .zero)),
    target: 0)

  private mutating func take(_ move: Move) throws(TaperError) {
    guard moves.count < TaperPlanner.mostSteps else {
      throw .tooManySteps(TaperPlanner.mostSteps)
    }
    moves.append(move)
    reached = move.dose
  }

  private mutating func take(_ dose: MadeUpDose, aimedAt target: Double) throws(TaperError) {
    try take(Move(dose: dose.total, makeUp: .madeUp(dose), target: target))
  }
}

// MARK: - By occupancy

extension TaperDraft {
  /// Steps down by predicted occupancy.
  ///
  /// From each dose it goes to the smallest one that can be made and does not fall by more than is
  /// allowed; this takes the fewest steps, and when it finds none there is no other way either. Where
  /// any dose is allowed, it goes to one that may be the last, and without one to the smallest.
  ///
  /// - Parameters:
  ///   - setting: what is asked for.
  ///   - instead: what is allowed where there is no model.
  /// - Throws: an error when there is no model, nothing to make doses from, or no end of steps.
  init(byOccupancy setting: TaperSetting, instead: (reason: String, cure: String))
    throws(TaperError)
  {
    reached = setting.request.from
    guard let model = setting.curve?.model else {
      throw .noModel(setting.medicine.name, reason: instead.reason, instead: instead.cure)
    }
    guard let doses = setting.doses else { throw .noFormulation }
    let smallest = setting.request.smallest
    while reached > .zero {
      let occupancy = model.occupancy(atDose: reached.milligrams)
      guard occupancy > setting.allowed.lastStep + Self.tolerance else {
        try take(Self.stop)
        return
      }
      let goal = occupancy - setting.allowed.step
      let target = model.dose(atOccupancy: goal > 0 ? goal : setting.allowed.lastStep)
      let next =
        goal > 0
        ? doses.smallest(atLeast: max(Self.roundedUp(target), smallest), below: reached)
        : doses.largest(below: Self.roundedUp(target, or: 1), atLeast: smallest)
          ?? doses.smallest(atLeast: smallest, below: reached)
      guard let next else {
        ending = .blocked(barrier(at: target, goal: goal, model, doses, setting))
        return
      }
      try take(next, aimedAt: target)
    }
  }

  /// What floating-point arithmetic may err by, in points.
  private static let tolerance = 1e-9

  /// The first whole number of nanograms that is not below a dose, but for the error of arithmetic.
  ///
  /// - Parameters:
  ///   - milligrams: the dose; below 100 g.
  ///   - extra: nanograms to add when the dose is whole.
  /// - Returns: the dose.
  private static func roundedUp(_ milligrams: Double, or extra: Int = 0) -> ExactDose {
    let exact = milligrams * Double(ExactDose.nanogramsPerMilligram)
    let nearest = exact.rounded()
    let isWhole = abs(exact - nearest) <= 1e-9 * max(1, exact)
    return ExactDose(nanograms: isWhole ? Int(nearest) + extra : Int(exact.rounded(.up)))
  }

  private func barrier(
    at target: Double, goal: Double, _ model: OccupancyModel, _ doses: AchievableDoses,
    _ setting: TaperSetting
  ) -> TaperPlan.Barrier {
    let next = doses.largest(below: reached, atLeast: setting.request.smallest)?.total ?? .zero
    let fall = setting.curve?.fall(from: reached, to: next).points ?? 0
    let allowed = next == .zero ? setting.allowed.lastStep : setting.allowed.step
    return TaperPlan.Barrier(
      dose: reached, next: next, cause: .fall(points: fall, allowed: allowed),
      needed: goal > 0 ? target...max(target, reached.milligrams) : 0...target)
  }
}

// MARK: - By a share of the previous dose

extension TaperDraft {
  /// Steps down by shares of the previous dose, smaller steps where the dose is low.
  ///
  /// The schedule ends at nothing only after a step from a low dose to a lower one; where none can be
  /// made, the stop would be abrupt, and it ends there.
  ///
  /// - Parameter setting: what is asked for.
  /// - Throws: an error when there is nothing to make doses from, or no end of steps.
  init(byShare setting: TaperSetting) throws(TaperError) {
    reached = setting.request.from
    guard let doses = setting.doses else { throw .noFormulation }
    if setting.minimumEffective == nil { flags.append(.lowDoseNotKnown) }
    let smallest = setting.request.smallest
    var hasLowStep = false
    while reached > .zero {
      let occupancy = setting.curve?.model.occupancy(atDose: reached.milligrams)
      let isLastDose = occupancy.map { $0 <= setting.allowed.lastStep } ?? false
      let share = Self.share(keptAt: reached, setting)
      let target = reached.milligrams * share
      let aimed = max(Self.roundedUp(target), smallest)
      guard !isLastDose,
        let next = doses.smallest(atLeast: aimed, below: reached)
          ?? doses.largest(below: reached, atLeast: smallest)
      else {
        if !isLastDose, let cause = Self.abruptness(hasLowStep: hasLowStep, setting) {
          let needed = target...reached.milligrams
          ending = .blocked(
            TaperPlan.Barrier(dose: reached, next: .zero, cause: cause, needed: needed))
          return
        }
        if !isLastDose { flags.append(.lastDoseNotSettled(reached)) }
        try take(Self.stop)
        return
      }
      hasLowStep = Self.isLow(reached, setting)
      let kept = next.total.milligrams / reached.milligrams
      if next.total < Self.roundedUp(target) {
        flags.append(.largeShare(from: reached, to: next.total, share: kept, aimedAt: share))
      }
      try take(next, aimedAt: target)
    }
  }

  /// Why the stop would be abrupt; nil when it would not.
  ///
  /// Without a settled smallest effective dose only a last dose that was named is small enough.
  private static func abruptness(
    hasLowStep: Bool, _ setting: TaperSetting
  ) -> TaperPlan.Barrier.Cause? {
    guard hasLowStep else { return .abruptStop }
    let isSettled = setting.minimumEffective != nil || setting.request.smallest > .zero
    return isSettled ? nil : .effectiveDoseNotKnown
  }

  /// Whether a dose is low: the smallest effective dose or less, and any where that is not settled.
  private static func isLow(_ dose: ExactDose, _ setting: TaperSetting) -> Bool {
    setting.minimumEffective.map { dose.milligrams <= $0 } ?? true
  }

  private static func share(keptAt dose: ExactDose, _ setting: TaperSetting) -> Double {
    let proportional = setting.methods.proportional
    return isLow(dose, setting) ? proportional.lowRatio : proportional.ratio
  }
}

// MARK: - As published

extension TaperDraft {
  /// Steps down as published.
  ///
  /// - Parameter setting: what is asked for.
  /// - Throws: an error when nothing is published or the schedule has no such dose.
  init(published setting: TaperSetting) throws(TaperError) {
    reached = setting.request.from
    guard let preset = setting.record?.preset, preset.form == nil || preset.form == setting.form
    else { throw .noPreset(setting.medicine.name) }
    let doses = try preset.exactDoses()
    guard let start = doses.firstIndex(of: reached) else {
      throw .notOnPreset(
        setting.medicine.name, dose: "\(reached)",
        doses: doses.map(\.description).joined(separator: ", "))
    }
    for (dose, milligrams) in zip(doses, preset.doses).dropFirst(start + 1) {
      try take(
        Move(
          dose: dose, makeUp: setting.makeUp(dose), target: milligrams,
          note: preset.notes[milligrams]))
    }
    try take(Self.stop)
  }
}

extension TaperRecord.Preset {
  fileprivate func exactDoses() throws(TaperError) -> [ExactDose] {
    var exact: [ExactDose] = []
    for dose in doses { exact.append(try ExactDose(milligrams: dose)) }
    return exact
  }
}
