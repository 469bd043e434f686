internal import Knowledge

extension TaperPlanner {
  /// Finds the model of a medicine, or guesses one where that was asked for.
  ///
  /// - Parameters:
  ///   - medicine: the medicine.
  ///   - form: its form.
  ///   - guide: its doses.
  ///   - request: what is asked for.
  /// - Returns: the predictions, nil without a model, and whether the model is guessed.
  /// - Throws: an error when the medicine is not tapered at all.
  func curve(
    of medicine: Medicine, _ form: MedicineFormID?, _ guide: DoseGuide?, _ request: TaperRequest
  ) throws(TaperError) -> (curve: OccupancyCurve?, isGuessed: Bool) {
    let data = knowledge.tapers.occupancy(of: medicine)
    if case .withheld(let withheld) = data, !withheld.isTapered {
      throw .notTapered(medicine.name, reason: withheld.reason)
    }
    if let model = data?.model, model.form == nil || model.form == form {
      return (OccupancyCurve(model, holding: methods.occupancy.band), false)
    }
    guard request.allowsFallback, allowsFallback(medicine, data),
      let least = guide?.minimumEffective?.lowerBound
    else { return (nil, false) }
    let model = methods.fallback.model(minimumEffective: least)
    return (OccupancyCurve(model, holding: methods.occupancy.band), true)
  }

  private func allowsFallback(_ medicine: Medicine, _ data: OccupancyData?) -> Bool {
    guard medicine.flags[methods.fallback.flag] != nil else { return false }
    guard case .withheld(let withheld) = data else { return true }
    return withheld.allowsFallback
  }

  /// Why there is no model, and what is allowed instead.
  ///
  /// - Parameter setting: what is asked for.
  /// - Returns: two sentences.
  func alternatives(to setting: TaperSetting) -> (reason: String, cure: String) {
    let data = knowledge.tapers.occupancy(of: setting.medicine)
    let reason =
      switch data {
      case .withheld(let withheld): withheld.reason
      case .model(let model):
        "Its parameters are for another form: \(model.form.map(name) ?? "unknown")."
      case nil: "Nothing is known here."
      }
    let rule = methods.proportional
    var cure = """
      A guideline allows reductions by a share of the previous dose instead: to \
      \(rule.ratio.share), and to \(rule.lowRatio.share) where it is low \
      (\(rule.evidence.sourceNames))
      """
    if let preset = setting.record?.preset, preset.form == nil || preset.form == setting.form {
      cure += "; a published schedule is known too (\(preset.evidence.sourceNames))"
    }
    if allowsFallback(setting.medicine, data), setting.minimumEffective != nil {
      cure += "; a model guessed from the class can be asked for"
    }
    return (reason, cure + ".")
  }

  /// Where the numbers come from.
  ///
  /// - Parameter setting: what is asked for.
  /// - Returns: the facts used with their evidence.
  func basis(_ setting: TaperSetting) -> [TaperPlan.Basis] {
    var facts: [(String, Evidence?)] = [("dose and occupancy", setting.curve?.model.evidence)]
    facts.append(("published points of the curve", setting.curve?.model.publishedEvidence))
    switch setting.request.mode {
    case .occupancy: facts.append(("size of steps", methods.occupancy.evidence))
    case .proportional: facts.append(("shares of the dose", methods.proportional.evidence))
    case .preset: facts.append(("published schedule", setting.record?.preset?.evidence))
    }
    facts.append(("time between steps", methods.intervals.evidence))
    if setting.isLongLived {
      facts.append(("slow medicine", methods.intervals.longLivedEvidence))
    }
    facts.append(("usual doses", setting.guide?.evidence))
    facts.append(("half-life", setting.medicine.halfLife?.evidence))
    facts.append(("risk of withdrawal", methods.risk.evidence))
    if setting.doses != nil { facts.append(("measuring out", methods.measuring.evidence)) }
    if setting.form != nil { facts.append(("forms", methods.formsEvidence)) }
    return facts.compactMap { name, evidence in
      evidence.map { TaperPlan.Basis(name: name, evidence: $0) }
    }
  }
}

extension Evidence {
  /// The keys of the sources.
  fileprivate var sourceNames: String { sources.map(\.id.rawValue).joined(separator: ", ") }
}
