internal import Knowledge

extension TaperPlanner {
  /// The risk of withdrawal, as far as it can be told.
  ///
  /// - Parameter setting: what is asked for.
  /// - Returns: the tier of the medicine and what raises the risk.
  func risk(_ setting: TaperSetting) -> TaperRisk {
    let history = setting.request.history
    let years = history.yearsOfUse.value.map { $0 > methods.risk.yearsOfUse }
    let maximum = setting.guide?.usualMaximum?.lowerBound
    let isHigh = maximum.map { setting.request.from.milligrams >= $0 }
    return TaperRisk(
      tier: methods.risk.tiers.first { setting.medicine.flags[$0.flag] != nil }?.tier,
      modifiers: [
        .longUse: Recorded(years), .highDose: Recorded(isHigh),
        .pastSevereWithdrawal: history.hadSevereWithdrawal,
        .missedDoseSymptoms: history.hasMissedDoseSymptoms,
      ])
  }

  /// What the prescriber must know about a schedule.
  ///
  /// - Parameters:
  ///   - steps: its steps.
  ///   - draft: what was noted while they were found.
  ///   - setting: what is asked for.
  /// - Returns: the flags, the weightiest first.
  func flags(
    _ steps: [TaperPlan.Step], _ draft: TaperDraft, _ setting: TaperSetting
  ) -> [TaperFlag] {
    var flags: [TaperFlag] = setting.isGuessed ? [.guessedModel] : []
    flags += stepFlags(steps, setting) + draft.flags + maximumFlags(setting)
    flags += timeFlags(setting) + formFlags(steps, setting)
    if setting.request.mode == .occupancy, setting.request.size != .pace(.cautious),
      risk(setting).isRaised
    {
      flags.append(.considerCautious)
    }
    return flags
  }

  private func maximumFlags(_ setting: TaperSetting) -> [TaperFlag] {
    let dose = setting.request.from.milligrams
    guard let guide = setting.guide, let maximum = guide.usualMaximum?.lowerBound else {
      return [.maximumNotKnown]
    }
    let limits = guide.limits.filter { dose > $0.maximum }
    return (dose > maximum ? [.aboveUsualMaximum(maximum)] : [])
      + limits.map { .aboveLimit($0.maximum, when: $0.when) }
  }

  private func stepFlags(
    _ steps: [TaperPlan.Step], _ setting: TaperSetting
  ) -> [TaperFlag] {
    var flags: [TaperFlag] = []
    let fastest = setting.fastest
    if setting.request.mode == .occupancy, setting.allowed.step > fastest {
      flags.append(.largeSteps(setting.allowed.step, fastest: fastest))
    }
    let guideline = methods.proportional.ratio
    var previous = setting.request.from
    for step in steps {
      if setting.request.mode == .occupancy, step.isLarge {
        flags.append(
          .smallShare(
            from: previous, to: step.level.dose, share: step.shareOfPrevious, guideline: guideline))
      }
      if let points = step.fall?.points, points > fastest + 1e-6 {
        flags.append(
          .fastStep(from: previous, to: step.level.dose, points: points, fastest: fastest))
      }
      previous = step.level.dose
    }
    return flags
  }

  private func timeFlags(_ setting: TaperSetting) -> [TaperFlag] {
    var flags: [TaperFlag] = []
    let advised = methods.intervals.longLivedAdvised
    if setting.isLongLived, setting.everyDays < advised {
      flags.append(.slowMedicine(advisedDays: advised))
    }
    if let halfLife = setting.medicine.halfLife {
      let hours =
        [halfLife.hours, setting.isLongLived ? halfLife.metaboliteHours : nil]
        .compactMap { $0?.upperBound }.max() ?? 0
      let days = (hours * methods.occupancy.steadyHalfLives / 24).rounded(.up)
      if days > Double(setting.everyDays) { flags.append(.notSteady(days: Int(days))) }
    }
    // Years of 365.25 days.
    let weeks = setting.request.history.yearsOfUse.value.map { $0 * 365.25 / 7 }
    if let weeks, weeks <= methods.weeksOfUse {
      flags.append(.shortUse(weeks: methods.weeksOfUse))
    }
    return flags
  }

  private func formFlags(
    _ steps: [TaperPlan.Step], _ setting: TaperSetting
  ) -> [TaperFlag] {
    let makeUps = [setting.makeUp(setting.request.from)] + steps.map(\.level.makeUp)
    let doses = [setting.request.from] + steps.map(\.level.dose)
    var flags: [TaperFlag] = zip(doses, makeUps).filter { $0.1 == .notPossible }
      .map { .notMadeUp($0.0) }
    let made = makeUps.compactMap { makeUp -> MadeUpDose? in
      guard case .madeUp(let dose) = makeUp else { return nil }
      return dose
    }
    if made.contains(where: { $0.microlitres > 0 }) {
      flags.append(.liquidEquivalence)
      if let form = setting.form, methods.unsplittable.contains(form) {
        flags.append(.liquidForOtherForm(setting.formName ?? form.rawValue))
      }
    }
    if made.contains(where: \.isMixed) { flags.append(.mixedForms) }
    if made.contains(where: \.isSplit) { flags.append(.splittingNotOnRecord) }
    return flags
  }
}

extension TaperMethods.Fallback {
  /// The model of a medicine with a smallest effective dose.
  ///
  /// - Parameter dose: the smallest effective dose, in mg a day.
  /// - Returns: the model.
  func model(minimumEffective dose: Double) -> OccupancyModel {
    OccupancyModel(
      form: nil, maximum: maximum, halfMaximalDose: shareOfMinimumEffective * dose,
      spread: spread, evidence: evidence)
  }
}
