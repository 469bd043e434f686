extension Parameters {
  /// One number of the model: what it is, its unit, its status and its source.
  public struct Term: Sendable {
    /// Where a number comes from.
    public enum Status: String, Hashable, Sendable {
      /// Fitted to published findings about groups.
      case fitted = "F"
      /// Assumed.
      case assumed = "A"
    }

    /// The symbol in the equations.
    public let symbol: String
    /// What it is.
    public let name: String
    /// Its unit; `ln` and `logit` are on those scales.
    public let unit: String
    /// Whether it was fitted.
    public let status: Status
    /// Where its value or its form comes from.
    public let source: String
    /// Where it stands.
    public let keyPath: any WritableKeyPath<Parameters, Double> & Sendable

    fileprivate init(
      _ symbol: String, _ keyPath: any WritableKeyPath<Parameters, Double> & Sendable,
      _ name: String, _ unit: String, _ status: Status, _ source: String
    ) {
      self.symbol = symbol
      self.name = name
      self.unit = unit
      self.status = status
      self.source = source
      self.keyPath = keyPath
    }
  }

  /// All numbers of the model, in the order of the equations.
  public static let terms: [Term] =
    moodTerms + lifeTerms + memoryTerms + plasticityTerms + treatmentTerms + reportTerms

  /// The value of a term.
  ///
  /// - Parameter symbol: its symbol.
  /// - Returns: the value.
  /// - Throws: ``SimulationError/unknownParameter(symbol:)``.
  public func value(of symbol: String) throws(SimulationError) -> Double {
    self[keyPath: try Parameters.term(symbol).keyPath]
  }

  /// A term.
  ///
  /// - Parameter symbol: its symbol.
  /// - Returns: the term.
  /// - Throws: ``SimulationError/unknownParameter(symbol:)``.
  public static func term(_ symbol: String) throws(SimulationError) -> Term {
    guard let term = terms.first(where: { $0.symbol == symbol }) else {
      throw .unknownParameter(symbol: symbol)
    }
    return term
  }

  private static let moodTerms: [Term] = [
    Term(
      "rho", \.moodInertia, "share of mood left after a day", "share", .fitted,
      "trials; daily autocorrelation"),
    Term(
      "a_r", \.retrievalWeight, "weight of what is remembered in mood", "mood", .fitted,
      "form: Cohen & Kahana 2022"),
    Term(
      "a_b", \.beliefWeight, "weight of the core belief in mood", "mood", .fitted,
      "form: Carhart-Harris & Friston 2019"),
    Term(
      "a_e", \.experienceWeight, "weight of the day in mood", "mood", .fitted, "form: Rutledge 2014"
    ),
    Term("a_z", \.sleepWeight, "weight of sleep in mood", "mood", .assumed, "assumed"),
    Term("a_L", \.stressWeight, "weight of stress load in mood", "mood", .fitted, "form: assumed"),
    Term(
      "sig_m", \.moodNoise, "standard deviation of daily noise of mood", "mood", .fitted,
      "diary studies"),
    Term("f", \.moodBias, "how much mood colours the day", "share", .fitted, "Eldar & Niv 2015"),
    Term(
      "beta", \.moodCongruence, "how much mood decides which memories come", "logit", .fitted,
      "Cohen & Kahana 2022"),
    Term(
      "sd_beta", \.moodCongruenceSpread, "its spread between people", "ln", .fitted, "assumed form"),
    Term(
      "kap", \.balanceWeight, "how much the balance of memories decides which come", "logit",
      .fitted, "Luce choice"),
  ]

  private static let lifeTerms: [Term] = [
    Term(
      "env", \.circumstances, "quality of circumstances of people in care", "quality", .fitted,
      "assumed form"),
    Term(
      "sd_env", \.circumstancesSpread, "its spread between people", "quality", .fitted,
      "assumed form"),
    Term(
      "d_comm", \.communityAdvantage, "advantage of the community", "quality", .fitted,
      "NHANES; incidence surveys"),
    Term("lam", \.eventRate, "stressful events", "a day", .fitted, "assumed form"),
    Term(
      "sd_lam", \.eventRateSpread, "spread of the rate between people", "ln", .fitted,
      "assumed form"),
    Term("ev", \.eventSize, "mean size of an event", "load", .fitted, "assumed form"),
    Term(
      "tauL", \.stressDays, "time constant of stress load", "days", .fitted,
      "stands for circumstances that last"),
    Term(
      "sig_e", \.experienceNoise, "standard deviation of the quality of days", "quality", .assumed,
      "assumed"),
  ]

  private static let memoryTerms: [Term] = [
    Term(
      "eta", \.learningRate, "strength that a day of full quality adds", "a day", .fitted, "trials"),
    Term("decW", \.forgettingRate, "fast strength lost", "a day", .fitted, "trials"),
    Term(
      "cs", \.consolidationRate, "fast strength that becomes slow", "a day", .fitted,
      "form: Benna & Fusi 2016"),
    Term(
      "decS", \.slowForgettingRate, "slow strength lost", "a day", .assumed, "assumed: 720 days"),
    Term(
      "gm", \.moodCongruentEncoding, "how much better what fits the mood is learnt", "share",
      .fitted, "Cohen & Kahana 2022"),
    Term(
      "hr_n", \.reactivation, "how much remembering strengthens", "quality", .fitted,
      "form: assumed"),
    Term(
      "hu_W", \.practiceEncoding, "how much a unit of practice strengthens", "quality", .fitted,
      "Price 2022; trials of CBT"),
    Term(
      "om", \.beliefVolatility, "drift of beliefs with plasticity", "1/precision", .fitted,
      "weakly identified; form: Mathys 2014"),
    Term(
      "pi_o", \.observationPrecision, "precision of a day as evidence", "precision", .assumed,
      "sets the unit"),
    Term(
      "pi_ref", \.referencePrecision, "precision at which a belief counts half", "precision",
      .fitted, "weakly identified"),
    Term(
      "hu_mu", \.practiceEvidence, "how much a unit of practice speaks for the belief", "quality",
      .fitted, "weakly identified"),
  ]

  private static let plasticityTerms: [Term] = [
    Term("P0", \.restingPlasticity, "resting plasticity", "plasticity", .assumed, "sets the unit"),
    Term("sd_P", \.restingPlasticitySpread, "its spread between people", "ln", .assumed, "assumed"),
    Term(
      "pm", \.moodCost, "plasticity that low mood costs", "plasticity", .fitted,
      "direction: studies of BDNF"),
    Term(
      "pL", \.stressCost, "plasticity that stress load costs", "plasticity", .fitted,
      "direction: studies of stress"),
    Term("tauP", \.plasticityDays, "time constant of plasticity", "days", .assumed, "assumed"),
    Term(
      "cz", \.sleepGain, "what sleep adds to learning and consolidation", "share", .assumed,
      "assumed"),
    Term(
      "P_K", \.windowPlasticity, "plasticity of a fully open window", "plasticity", .fitted,
      "Price 2022"),
    Term(
      "r_K", \.windowRelaxation, "relaxation of beliefs by an open window", "share", .fitted,
      "Carhart-Harris & Friston 2019; not identified"),
    Term(
      "sd_ds", \.sensitivitySpread, "spread of sensitivity to treatments", "ln", .fitted,
      "assumed form"),
  ]

  private static let treatmentTerms: [Term] = [
    Term(
      "d_q", \.occupancyRetrieval, "help of occupancy to positive memories", "logit", .fitted,
      "Harmer; Michely 2020; wide prior"),
    Term(
      "d_e", \.occupancyExperience, "how occupancy brightens the day", "quality", .fitted,
      "Harmer; Michely 2020; wide prior"),
    Term(
      "P_s", \.occupancyPlasticity, "plasticity of full occupancy", "plasticity", .fitted,
      "Castren 2013; wide prior"),
    Term(
      "tau_occ", \.occupancyDays, "time constant of occupancy", "days", .assumed,
      "PET; pharmacokinetics"),
    Term(
      "taus", \.occupancyPlasticityDays, "time constant of plasticity after occupancy", "days",
      .fitted, "trials"),
    Term("ex0", \.visitExpectancy, "expectancy of a visit", "mood", .fitted, "arms with placebo"),
    Term(
      "tau_ex", \.expectancyDays, "time constant of expectancy", "days", .fitted,
      "arms with placebo"),
    Term("J_ex", \.visitLift, "acute lift of a visit", "lift", .fitted, "arms with placebo"),
    Term(
      "sd_xi", \.expectancySpread, "spread of sensitivity to expectancy", "ln", .fitted,
      "assumed form"),
    Term("adh", \.adherence, "chance that practice of a day is done", "share", .assumed, "assumed"),
  ]

  private static let reportTerms: [Term] = [
    Term(
      "rz", \.sleepInertia, "share of sleep quality left after a day", "share", .assumed, "assumed"),
    Term("zm", \.sleepMood, "how much mood carries sleep", "sleep", .assumed, "assumed"),
    Term("zL", \.sleepStress, "how much stress load harms sleep", "sleep", .assumed, "assumed"),
    Term(
      "sig_z", \.sleepNoise, "standard deviation of daily noise of sleep", "sleep", .assumed,
      "assumed"),
    Term(
      "th0", \.reportedSeverity, "reported severity in neutral mood", "θ", .fitted, "trials; NHANES"
    ),
    Term(
      "th1", \.reportedMood, "how much mood lowers reported severity", "θ", .fitted,
      "trials; NHANES"),
    Term("sd_off", \.reportingSpread, "spread of the style of reporting", "θ", .fitted, "trials"),
    Term(
      "tau_th", \.recallDays, "time constant of what a form looks back on", "days", .assumed,
      "two weeks are asked for"),
    Term(
      "th_z", \.sleepItemShift, "what poor sleep adds to the item on sleep", "θ", .assumed,
      "assumed"),
  ]
}
