extension AcceptanceStudy {
  /// A plan with one visit that raises hope, as for a treatment that is known to be rapid.
  private func hopeful(days: Int) throws(SimulationError) -> Schedule {
    var plan = try Schedule(days: days)
    try plan.visit(on: 0, weight: 1.5)
    return plan
  }

  /// One dose of ketamine or midazolam (P6 to P8, P10).
  func ketamine() throws(SimulationError) -> [String: Double] {
    let control = try hopeful(days: 60)
    var active = control
    try active.session(of: treatment("ketamine"), on: 0)
    let midazolam = try run(control, mood: true)
    let ketamine = try run(active, mood: true)
    let difference = { (day: Int) in
      self.clinicianMean(midazolam, day: day) - self.clinicianMean(ketamine, day: day)
    }
    return [
      "midazolam-day-1": clinicianResponse(midazolam, day: 1),
      "midazolam-day-7": clinicianResponse(midazolam, day: 7),
      "ketamine-day-1": clinicianResponse(ketamine, day: 1),
      "ketamine-day-7": clinicianResponse(ketamine, day: 7),
      "ketamine-difference": difference(1),
      "ketamine-day-28": clinicianMean(midazolam, around: 28) - clinicianMean(ketamine, around: 28),
      "ketamine-fades": difference(30) / difference(1),
    ]
  }

  /// Ketamine, then four days of automated self-association training (P9).
  func training() throws(SimulationError) -> [String: Double] {
    var saline = try hopeful(days: 365)
    var alone = saline
    try alone.session(of: treatment("ketamine"), on: 0)
    var both = alone
    try saline.practise(2, on: 1...4)
    try both.practise(2, on: 1...4)
    let arms = try [saline, alone, both].map { plan throws(SimulationError) in
      try run(plan, mood: true)
    }
    let ratings = simulator.clinicianTotals(arms[0], on: 30)
    let spread = Moments(severe.map { ratings[$0] }).deviation
    var values: [String: Double] = [:]
    for day in [30, 90, 180, 300] {
      let treated = clinicianMean(arms[2], around: day)
      values["training-day-\(day)"] = (clinicianMean(arms[0], around: day) - treated) / spread
      values["ketamine-alone-day-\(day)"] = (clinicianMean(arms[1], around: day) - treated) / spread
    }
    return values
  }

  /// Six infusions in clinics (P11), psilocybin with support (P12).
  func clinicsAndPsilocybin() throws(SimulationError) -> [String: Double] {
    var clinic = try hopeful(days: 120)
    for day in [0, 3, 7, 10, 14, 17] {
      try clinic.session(of: treatment("ketamine"), on: day)
      if day > 0 { try clinic.visit(on: day, weight: 0.3) }
    }
    var support = try hopeful(days: 120)
    for day in [1, 2, 8, 15] { try support.practise(1, on: day...day) }
    var psilocybin = support
    try psilocybin.session(of: treatment("psilocybin"), on: 0)
    let clinics = try run(clinic)
    let control = try run(support, mood: true)
    let active = try run(psilocybin, mood: true)
    let responders = baseline.indices.filter(response(clinics, 5))
    return [
      "clinic-response": response(clinics, week: 5),
      "clinic-remission": remission(clinics, week: 5),
      "clinic-kept": share(of: responders, response(clinics, 13)),
      "psilocybin-week-3": clinicianResponse(active, day: 21),
      "psilocybin-control": clinicianResponse(control, day: 21),
      "psilocybin-week-12": clinicianResponse(active, day: 84),
    ]
  }

  /// Nine sessions of ECT in three weeks (P13, P14).
  func electroconvulsion() throws(SimulationError) -> [String: Double] {
    var plan = try Schedule(days: 260)
    try plan.visit(on: 0)
    for day in [0, 2, 4, 7, 9, 11, 14, 16, 18] {
      try plan.session(of: treatment("ect"), on: day)
    }
    let outcome = try run(plan, mood: true)
    let ratings = simulator.clinicianTotals(outcome, on: 21)
    let left: [DayInput<Double>] = Kernels.inputs(plan, parameters)
    let responders = baseline.indices.filter(response(outcome, 4))
    return [
      "ect-response": clinicianResponse(outcome, day: 21),
      "ect-remission": share(of: severe) { ratings[$0] <= 10 },
      "ect-relapse": RelapseTable(outcome.weekly(responders, 5..<31)).share,
      "ect-loss": 1 - left[19].retrievalLeft, "ect-recovery": left[50].retrievalLeft,
      "ect-gain": Moments(baseline).mean - Moments(totals(outcome, week: 4)).mean,
    ]
  }

  /// Eight doses in four weeks and weekly ones to week 16 beside an SSRI; those in stable remission then
  /// stop or go on (P18).
  func esketamine() throws(SimulationError) -> [String: Double] {
    var stop = try Schedule(days: 112 + 365)
    try stop.visit(on: 0, weight: 1.5)
    try stop.take(treatment("ssri"), on: 0...stop.days - 1)
    let induction = Array(stride(from: 0, to: 28, by: 3)) + Array(stride(from: 28, to: 112, by: 7))
    for day in induction { try stop.session(of: treatment("ketamine"), on: day) }
    var goOn = stop
    for day in stride(from: 112, to: goOn.days, by: 10) {
      try goOn.session(of: treatment("ketamine"), on: day)
    }
    let tables = try [stop, goOn].map { plan throws(SimulationError) in
      let outcome = try run(plan)
      let stable = baseline.indices.filter { person in
        outcome.weekly([person], 13..<17)[0].count { $0 < 5 } >= 3
      }
      return RelapseTable(outcome.weekly(stable, 17..<outcome.formDays.count))
    }
    return [
      "esketamine-order": tables[0].share - tables[1].share,
      "esketamine-hazard": tables[1].hazard(against: tables[0]),
    ]
  }
}
