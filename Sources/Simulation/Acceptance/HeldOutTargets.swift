extension AcceptanceTarget {
  private static func held(
    _ row: String, _ id: String, _ demand: Demand, _ phenomenon: String, _ source: String
  ) -> AcceptanceTarget {
    AcceptanceTarget(
      id: id, row: row, phenomenon: phenomenon, demand: demand, role: .heldOut, source: source)
  }

  /// What the parameters were not fitted to: numbers, and signs of effects.
  public static let heldOut: [AcceptanceTarget] = heldUntreated + heldTreated + readouts

  private static let heldUntreated = [
    held(
      "P1", "recall-depressed", .atMost(0.5), "positive share of memories, depressed", "Matt 1992"),
    held("P1", "recall-well", .atLeast(0.5), "positive share of memories, well", "Matt 1992"),
    held(
      "P1", "recall-size", .atMost(0.5), "difference of the shares is not extreme", "Matt 1992"),
    held(
      "P2b", "waiting-fall", .near(0.125, tolerance: 0.025), "fall of PHQ-9 on an 8-week wait",
      "Posternak & Miller 2001"),
    held(
      "P23", "warning-variance", .near(0.33, tolerance: 0.1),
      "relapses with rising variance before, at 90 % specificity", "discontinuation, n = 37"),
    held(
      "P23", "warning-order", .atLeast(0), "variance warns more often than autocorrelation",
      "discontinuation, n = 37"),
  ]

  private static let heldTreated = [
    held("P5", "mood-early", .atMost(0.5), "change of mood on day 7, share of day 56", "Harmer"),
    held("P8", "ketamine-day-28", .near(3, tolerance: 1), "MADRS difference, day 28", "An 2021"),
    held(
      "P10", "ketamine-fades", .atMost(0.4), "ketamine alone: day 30, share of day 1", "Price 2022"),
    held("P14", "ect-loss", .atLeast(0.25), "retrieval lost by ECT, day 19", "Semkovska 2010"),
    held("P14", "ect-recovery", .atLeast(0.95), "retrieval left on day 50", "Semkovska 2010"),
    held("P14", "ect-gain", .atLeast(3), "PHQ-9 falls meanwhile, week 4", "Semkovska 2010"),
    held("P15", "step-1", .near(0.368, tolerance: 0.06), "remission, STAR*D step 1", "STAR*D"),
    held("P15", "step-4", .near(0.13, tolerance: 0.05), "remission, STAR*D step 4", "STAR*D"),
    held(
      "P18", "esketamine-order", .atLeast(0), "more relapse after stopping than continuing",
      "SUSTAIN-1"),
    held(
      "P18", "esketamine-hazard", .near(0.49, tolerance: 0.14), "hazard: continued vs stopped",
      "SUSTAIN-1"),
    held(
      "P20", "good-circumstances", .atLeast(0), "SSRI gains more in good circumstances",
      "Chiarotti 2017"),
    held(
      "P21", "plasticity-good", .atLeast(0), "plasticity alone helps in good circumstances",
      "Chiarotti 2017"),
    held(
      "P21", "plasticity-bad", .atMost(0), "plasticity alone harms in bad circumstances",
      "Chiarotti 2017"),
    held(
      "P22", "practice-end", .near(0.29, tolerance: 0.08), "practice alone, d at its end",
      "trials of MeST, k = 13"),
    held(
      "P22", "practice-later", .near(0, tolerance: 0.08), "practice alone, d at 6 months",
      "trials of MeST, k = 13"),
    held("P24", "early-sensitive", .atLeast(0.8), "early improvement: sensitivity", "trials"),
    held(
      "P24", "early-specific", .near(0.55, tolerance: 0.06), "early improvement: specificity",
      "trials"),
  ]

  private static let readouts = [
    held(
      "P27", "specificity-depressed", .near(-0.73, tolerance: 0.1),
      "specificity of memories, depressed vs well, g", "67 works; the readout is set by it"),
    held(
      "P27", "specificity-remitted", .near(-0.314, tolerance: 0.1),
      "specificity of memories, remitted vs well, g", "67 works; the readout is set by it"),
    held(
      "P28", "dropout-clinic", .near(0.21, tolerance: 0.03), "dropout from a clinic by week 12",
      "drug trials; the base is set by it"),
    held("P28", "dropout-app-low", .atLeast(0.26), "dropout from an app by week 8", "apps, 26.2 %"),
    held(
      "P28", "dropout-app-high", .atMost(0.48), "dropout from an app by week 8",
      "apps, 47.8 % adjusted"),
  ]
}
