internal import Knowledge

extension TaperPlanner {
  /// Reads a request against the catalogue.
  ///
  /// - Parameter request: what is asked for.
  /// - Returns: everything that a schedule needs.
  /// - Throws: an error that says what is wrong and what would be right.
  func setting(_ request: TaperRequest) throws(TaperError) -> TaperSetting {
    guard request.from > .zero else {
      throw .outOfRange("the dose now", given: "\(request.from)", allowed: "above 0 mg")
    }
    guard let medicine = knowledge.medicines.medicine(named: request.medicine) else {
      throw .notInCatalogue(request.medicine)
    }
    guard medicine.flags[methods.flag] != nil else {
      throw .notTapered(
        medicine.name, reason: "the catalogue does not list it as an antidepressant")
    }
    let form = try form(of: medicine, request.form)
    try checkSplitting(request.formulation, form)
    let guide = try guide(of: medicine, form)
    try checkDose(request.from, medicine, guide)
    let (curve, isGuessed) = try curve(of: medicine, form, guide, request)
    return TaperSetting(
      request: request, methods: methods, medicine: medicine, form: form,
      formName: form.map(name), guide: guide, record: knowledge.tapers.records[medicine.id],
      curve: curve, isGuessed: isGuessed, allowed: try allowed(request.size),
      everyDays: try interval(request.everyDays, medicine),
      doses: request.formulation.map {
        AchievableDoses($0, measuring: methods.measuring, limit: request.from)
      })
  }

  /// The name of a form as readers see it.
  func name(of form: MedicineFormID) -> String {
    knowledge.medicines.vocabulary.forms[form]?.name ?? form.rawValue
  }

  private func form(
    of medicine: Medicine, _ asked: MedicineFormID?
  ) throws(TaperError) -> MedicineFormID? {
    let names = medicine.forms.map(\.rawValue)
    guard let asked else {
      guard medicine.forms.count < 2 else { throw .needsForm(medicine.name, forms: names) }
      return medicine.forms.first
    }
    guard medicine.forms.contains(asked) else {
      throw .unknownForm(medicine.name, form: asked.rawValue, forms: names)
    }
    return asked
  }

  private func checkSplitting(
    _ formulation: FormulationSet?, _ form: MedicineFormID?
  ) throws(TaperError) {
    guard let form, methods.unsplittable.contains(form), let formulation,
      formulation.splitting != .none, !formulation.tablets.isEmpty
    else { return }
    throw .unsplittable(form: name(of: form))
  }

  private func checkDose(
    _ dose: ExactDose, _ medicine: Medicine, _ guide: DoseGuide?
  ) throws(TaperError) {
    guard let maximum = guide?.usualMaximum?.upperBound,
      dose.milligrams > methods.plausible.timesUsualMaximum * maximum
    else { return }
    throw .implausibleDose(
      medicine.name, given: "\(dose)", usualMaximum: "\(maximum.plain) mg",
      times: methods.plausible.timesUsualMaximum)
  }

  private func guide(
    of medicine: Medicine, _ form: MedicineFormID?
  ) throws(TaperError) -> DoseGuide? {
    let guides = medicine.doses.filter { $0.use == .antidepressant }
    let guide = guides.first { $0.form == nil || $0.form == form }
    if let other = guide ?? guides.first, other.measure != .dailyDose || other.unit != "mg" {
      throw .notMilligrams(medicine.name)
    }
    return guide
  }

  private func allowed(_ size: TaperRequest.StepSize) throws(TaperError) -> TaperMethods.Fall {
    let paces = methods.occupancy.paces
    switch size {
    case .pace(let pace): return paces[pace] ?? TaperMethods.Fall(step: 0, lastStep: 0)
    case .points(let points):
      guard points > 0, points <= 100 else {
        throw .outOfRange("a step", given: "\(points) points", allowed: "above 0 to 100")
      }
      return TaperMethods.Fall(
        step: points, lastStep: min(points, paces[.usual]?.lastStep ?? points))
    }
  }

  private func interval(_ asked: Int?, _ medicine: Medicine) throws(TaperError) -> Int {
    let intervals = methods.intervals
    let isSlow = medicine.flags[intervals.longLivedFlag] != nil
    guard let asked else { return isSlow ? intervals.longLivedAdvised : intervals.usual }
    guard asked <= 365 else {
      throw .outOfRange("the time between steps", given: "\(asked) days", allowed: "up to 365 days")
    }
    let shortest = isSlow ? intervals.longLivedShortest : intervals.shortest
    guard asked >= shortest else {
      let evidence = isSlow ? intervals.longLivedEvidence : intervals.evidence
      throw .tooFast(days: asked, shortest: shortest, reason: evidence.note ?? "")
    }
    return asked
  }
}
