/// The numbers of the model, version 1.2; what each is, its unit, its status and its source stand in
/// ``terms``.
///
/// They were fitted so that simulated groups behave like groups of published trials. The data do not
/// identify them: very different sets fit about as well. They describe no real person.
public struct Parameters: Hashable, Sendable {
  // Mood, equation 6.
  /// ρ: the share of yesterday's mood that is left today.
  public var moodInertia = 0.45047
  /// a_r: how much what is remembered moves mood.
  public var retrievalWeight = 0.89198
  /// a_b: how much the core belief moves mood.
  public var beliefWeight = 0.2562
  /// a_e: how much the day moves mood.
  public var experienceWeight = 0.44079
  /// a_z: how much sleep moves mood.
  public var sleepWeight = 0.1
  /// a_L: how much stress load lowers mood.
  public var stressWeight = 0.27065
  /// σ_m: the standard deviation of mood's daily noise.
  public var moodNoise = 0.27423
  /// f: how much mood colours the day (equation 1).
  public var moodBias = 0.05265

  // Retrieval, equations 2 to 4.
  /// β: how much mood decides which memories come.
  public var moodCongruence = 3.0448
  /// Standard deviation of ln β between people.
  public var moodCongruenceSpread = 0.083324
  /// κ: how much the balance of strengths decides which memories come.
  public var balanceWeight = 1.1149

  // Life.
  /// env: the mean quality of circumstances of people who come to be treated.
  public var circumstances = 0.20723
  /// Standard deviation of circumstances between people.
  public var circumstancesSpread = 0.11428
  /// What the mean quality of circumstances in the community lies higher.
  public var communityAdvantage = 0.5393
  /// λ: stressful events a day.
  public var eventRate = 0.0057525
  /// Standard deviation of ln λ between people.
  public var eventRateSpread = 0.30827
  /// ev: the mean size of an event; none is greater than four times this.
  public var eventSize = 1.0607
  /// τ_L: days until 1/e of a load is left.
  public var stressDays = 110.91
  /// σ_e: the standard deviation of the quality of days.
  public var experienceNoise = 0.6

  // Memory, equation 9.
  /// η: how much a day of full quality adds to a memory's strength.
  public var learningRate = 0.066983
  /// dec: the share of fast strength lost each day.
  public var forgettingRate = 0.015287
  /// cs: the share of fast strength that becomes slow each day.
  public var consolidationRate = 0.0066989
  /// The share of slow strength lost each day.
  public var slowForgettingRate = 1.0 / 720
  /// g: how much better what fits the mood is learnt.
  public var moodCongruentEncoding = 0.056538
  /// h: how much remembering strengthens what is remembered.
  public var reactivation = 0.093128
  /// h_W: how much a unit of practice strengthens positive memories.
  public var practiceEncoding = 2.5819

  // Belief, equations 5 and 10.
  /// om: how much plasticity lets a belief drift.
  public var beliefVolatility = 0.0044084
  /// π_o: the precision of one day as evidence.
  public var observationPrecision = 1.0
  /// π_ref: the precision at which a belief counts half.
  public var referencePrecision = 38.642
  /// h_µ: how much a unit of practice speaks for the belief.
  public var practiceEvidence = 0.47081

  // Plasticity, equation 8.
  /// P0: resting plasticity, which is 1 by definition.
  public var restingPlasticity = 1.0
  /// Standard deviation of ln P0 between people.
  public var restingPlasticitySpread = 0.25
  /// p_m: what low mood costs.
  public var moodCost = 0.44279
  /// p_L: what stress load costs.
  public var stressCost = 0.26207
  /// τ_P: days plasticity takes to follow.
  public var plasticityDays = 7.0
  /// c_z: how much sleep adds to learning and to consolidation.
  public var sleepGain = 0.15

  // Window.
  /// P_K: plasticity that a fully open window adds.
  public var windowPlasticity = 3.4579
  /// r_K: how much a fully open window relaxes the precision of beliefs.
  public var windowRelaxation = 2.2859
  /// Standard deviation of ln ds, the sensitivity to treatments of the body.
  public var sensitivitySpread = 1.0708

  // Medicine.
  /// d_q: how much a fully occupied transporter helps positive memories to come.
  public var occupancyRetrieval = 0.59634
  /// d_e: how much a fully occupied transporter brightens the day.
  public var occupancyExperience = 0.023295
  /// P_s: plasticity that a fully occupied transporter adds in the end.
  public var occupancyPlasticity = 0.34462
  /// Days until occupancy has followed the dose.
  public var occupancyDays = 4.0
  /// τ_S: days until plasticity has followed occupancy.
  public var occupancyPlasticityDays = 13.421

  // Expectancy.
  /// ex0: what a visit adds to expectancy, in units of mood.
  public var visitExpectancy = 0.33722
  /// τ_E: days until 1/e of it is left.
  public var expectancyDays = 5.8997
  /// J_ex: the acute lift of a visit.
  public var visitLift = 0.48561
  /// Standard deviation of ln ξ, the sensitivity to expectancy.
  public var expectancySpread = 0.91986

  // Sleep, equation 7.
  /// r_z: the share of yesterday's sleep quality that is left today.
  public var sleepInertia = 0.75
  /// z_m: how much mood carries sleep.
  public var sleepMood = 0.6
  /// z_L: how much stress load harms sleep.
  public var sleepStress = 0.4
  /// σ_z: the standard deviation of sleep's daily noise.
  public var sleepNoise = 0.35

  // Report, equations 11 and 12.
  /// th0: reported severity in neutral mood.
  public var reportedSeverity = 0.93435
  /// th1: how much mood lowers reported severity.
  public var reportedMood = 0.84277
  /// Standard deviation of the style of reporting between people.
  public var reportingSpread = 0.37452
  /// Days over which a form looks back, as a time constant.
  public var recallDays = 7.0
  /// dz: how much poor sleep adds to the severity that the sleep item shows.
  public var sleepItemShift = 0.15
  /// The chance that practice of a day is done.
  public var adherence = 0.7

  /// The fitted set, version 1.2.
  public init() {}
}
