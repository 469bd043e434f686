/// The weeks of a trial at a dose or above it, as far as they are known.
struct DoseWeeks {
  /// The weeks that are certain.
  let least: Double
  /// The weeks that are possible; infinite when some are not recorded.
  let most: Double
  /// What is missing.
  let missing: [String]
  /// Why weeks do not count.
  let reasons: [String]

  /// Adds the stretches of time that reach a dose.
  ///
  /// - Parameters:
  ///   - trial: the trial.
  ///   - dose: the dose, in `unit`.
  ///   - unit: the unit; nil when any dose counts.
  init(_ trial: TreatmentTrial, atLeast dose: Double, in unit: String?) {
    var least = 0.0
    var most = 0.0
    var missing: [String] = []
    var reasons: [String] = []
    for exposure in trial.exposures {
      let reaches = DoseWeeks.reaches(exposure, dose, unit)
      if reaches == nil { missing = missing.adding([unit.map { "dose in \($0)" } ?? "dose"]) }
      if reaches == false, let unit, let given = exposure.dose.value {
        reasons = reasons.adding([
          "\(given.value.plain) \(given.unit) is below \(dose.plain) \(unit)"
        ])
      }
      guard reaches != false else { continue }
      if exposure.weeks.value == nil { missing = missing.adding(["weeks at the dose"]) }
      let weeks = exposure.weeks.value ?? 0
      least += reaches == true ? weeks : 0
      most += exposure.weeks.value ?? .infinity
    }
    if trial.exposures.isEmpty {
      missing = [unit == nil ? "weeks" : "dose", "weeks at the dose"]
      most = .infinity
    }
    self.least = least
    self.most = most
    self.missing = missing
    self.reasons = reasons
  }

  /// Whether a stretch reaches the dose; nil when that cannot be told.
  private static func reaches(
    _ exposure: TreatmentTrial.Exposure, _ dose: Double, _ unit: String?
  ) -> Bool? {
    guard let unit else { return true }
    guard let given = exposure.dose.value, let converted = given.converted(to: unit) else {
      return nil
    }
    return converted >= dose * (1 - 1e-9)
  }

  /// Rates the weeks.
  ///
  /// - Parameters:
  ///   - needed: the weeks that are asked for, a range where forms differ.
  ///   - strict: the weeks at the dose that every form accepts; nil when there is only one.
  /// - Returns: the rating.
  func rated(by needed: ClosedRange<Double>, orAt strict: DoseWeeks? = nil) -> TrialAdequacy {
    let strict = strict ?? self
    if strict.least >= needed.upperBound { return .adequate }
    if most < needed.lowerBound {
      // A dose that was never reached says enough; no weeks at it are no news.
      let shortfall =
        most == 0 && !reasons.isEmpty
        ? [] : ["\(most.plain) weeks; \(needed.plain) are asked for"]
      return .inadequate(reasons.adding(shortfall))
    }
    if least >= needed.lowerBound {
      var ways = strict.reasons
      if strict.least < needed.upperBound, least < needed.upperBound {
        ways.append("\(least.plain) weeks; \(needed.plain) are asked for")
      }
      return .bySomeForms(ways.adding(strict.missing.map { "not recorded: \($0)" }))
    }
    return .cannotTell(missing: missing)
  }
}
