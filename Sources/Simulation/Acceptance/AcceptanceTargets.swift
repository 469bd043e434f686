extension AcceptanceTarget {
  private static func fitted(
    _ row: String, _ id: String, _ target: Double, _ tolerance: Double, _ phenomenon: String,
    _ source: String
  ) -> AcceptanceTarget {
    AcceptanceTarget(
      id: id, row: row, phenomenon: phenomenon, demand: .near(target, tolerance: tolerance),
      role: .fitted, source: source)
  }

  /// The 41 numbers that the parameters were fitted to, with the tolerances of the fit.
  public static let fitted: [AcceptanceTarget] = untreated + medicine + rapid + relapse

  private static let untreated = [
    fitted("P2", "eligible", 0.55, 0.15, "share of people screened with 14 or more", "assumed"),
    fitted("P2", "baseline", 17.5, 1.0, "mean PHQ-9 at inclusion", "trials of depression"),
    fitted(
      "P2", "untreated-3-months", 0.23, 0.05, "remission untreated, 3 months", "Whiteford 2013"),
    fitted(
      "P2", "untreated-6-months", 0.32, 0.06, "remission untreated, 6 months", "Whiteford 2013"),
    fitted(
      "P2", "untreated-12-months", 0.53, 0.08, "remission untreated, 12 months", "Whiteford 2013"),
    fitted(
      "P25", "community-incidence", 0.08, 0.04, "episodes in the community, 1 year", "surveys"),
    fitted("P25", "community-mean", 3.2, 0.8, "mean PHQ-9 in the community", "NHANES 2005-2020"),
    fitted("P26", "mood-persistence", 0.55, 0.1, "autocorrelation of daily mood", "diary studies"),
  ]

  private static let medicine = [
    fitted("P3", "placebo-response", 0.36, 0.04, "response to placebo, week 8", "trials"),
    fitted("P3", "ssri-response", 0.48, 0.05, "response to an SSRI, week 8", "trials"),
    fitted("P3", "ssri-remission", 0.33, 0.05, "remission on an SSRI, week 12", "STAR*D, step 1"),
    fitted("P3", "ssri-effect", 0.31, 0.06, "SSRI against placebo, SMD, week 8", "meta-analyses"),
    fitted("P4", "ssri-early", 0.5, 0.15, "separation at week 2, share of week 8", "trials"),
    fitted("P5", "bias-early", 0.65, 0.1, "change of bias on day 7, share of day 56", "Harmer"),
    fitted("P15", "step-2", 0.306, 0.06, "remission, STAR*D step 2", "STAR*D"),
    fitted("P15", "step-3", 0.137, 0.05, "remission, STAR*D step 3", "STAR*D"),
  ]

  private static let rapid = [
    fitted("P6", "midazolam-day-1", 0.28, 0.05, "response to midazolam, day 1", "Murrough 2013"),
    fitted("P6", "ketamine-day-1", 0.64, 0.06, "response to ketamine, day 1", "Murrough 2013"),
    fitted("P7", "ketamine-day-7", 0.46, 0.06, "response to ketamine, day 7", "Murrough 2013"),
    fitted("P7", "midazolam-day-7", 0.18, 0.06, "response to midazolam, day 7", "Murrough 2013"),
    fitted("P8", "ketamine-difference", 7.95, 1.5, "MADRS difference, day 1", "Murrough 2013"),
    fitted(
      "P9", "training-day-30", 0.55, 0.12, "ketamine + training vs saline, 30 d", "Price 2022"),
    fitted("P9", "ketamine-alone-day-30", 0.45, 0.15, "vs ketamine alone, 30 d", "Price 2022"),
    fitted(
      "P9", "training-day-90", 0.40, 0.15, "ketamine + training vs saline, 90 d", "Price 2022"),
    fitted(
      "P9", "training-day-180", 0.12, 0.1, "ketamine + training vs saline, 180 d", "Price 2022"),
    fitted(
      "P9", "training-day-300", 0.05, 0.08, "ketamine + training vs saline, 300 d", "Price 2022"),
    fitted("P11", "clinic-response", 0.536, 0.06, "response in clinics, day 35", "McInnes 2022"),
    fitted("P11", "clinic-remission", 0.289, 0.06, "remission in clinics, day 35", "McInnes 2022"),
    fitted("P11", "clinic-kept", 0.6, 0.1, "response kept 8 weeks later", "McInnes 2022"),
    fitted(
      "P12", "psilocybin-week-3", 0.37, 0.06, "response to psilocybin, week 3", "Goodwin 2022"),
    fitted("P12", "psilocybin-control", 0.18, 0.06, "response of its control", "Goodwin 2022"),
    fitted(
      "P12", "psilocybin-week-12", 0.25, 0.07, "response to psilocybin, week 12", "Goodwin 2022"),
    fitted("P13", "ect-remission", 0.50, 0.07, "remission after ECT, day 21", "trials of ECT"),
    fitted("P13", "ect-response", 0.62, 0.07, "response to ECT, day 21", "trials of ECT"),
  ]

  private static let relapse = [
    fitted("P13", "ect-relapse", 0.50, 0.1, "relapse within 6 months of ECT", "trials of ECT"),
    fitted("P17", "cbt-response", 0.50, 0.06, "response to CBT, week 16", "trials of CBT"),
    fitted("P17", "cbt-remission", 0.38, 0.06, "remission after CBT, week 16", "trials of CBT"),
    fitted("P16", "stopped-relapse", 0.60, 0.08, "relapse in a year, medicine stopped", "trials"),
    fitted("P17", "cbt-hazard", 0.40, 0.1, "hazard: prior CBT vs medicine stopped", "IPD, n = 341"),
    fitted("P16", "continued-hazard", 0.48, 0.1, "hazard: continued vs stopped", "IPD, n = 341"),
    fitted("P19", "residual-hazard", 1.9, 0.4, "hazard: residual symptoms", "Ali 2017"),
  ]
}
