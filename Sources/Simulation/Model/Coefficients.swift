/// The parameters as the step of a day, or of an hour, uses them: the same for everybody.
///
/// Rates of an hour follow from those of a day so that days come out alike.
struct Coefficients<N: ModelNumber>: Sendable {
  let rho, restOfRho, retrieval, belief, experience, sleep, stress, moodNoise, moodBias: N
  let kappa, occupancyRetrieval, occupancyExperience: N
  let experienceNoise, eventSize, greatestEvent, loadLeft, felt: N
  let eta, forgetting, consolidation, slowForgetting, congruentEncoding, reactivation: N
  let practiceEncoding, practiceEvidence: N
  let volatility, observation, reference: N
  let moodCost, stressCost, plasticityRate, sleepGain, occupancyPlasticity: N
  let windowPlasticity, windowRelaxation: N
  let visitLift: N
  let restOfSleep, sleepInertia, sleepMood, sleepStress, sleepNoise: N
  let report0, report1, reportRate: N

  /// - Parameters:
  ///   - p: the parameters.
  ///   - steps: steps a day: 1, or 24 for hours.
  init(_ p: Parameters, steps: Int = 1) {
    let part = 1 / Double(steps)
    let rhoStep = Coefficients.power(p.moodInertia, part)
    let sleepStep = Coefficients.power(p.sleepInertia, part)
    rho = N(rhoStep)
    restOfRho = N(1 - rhoStep)
    retrieval = N(p.retrievalWeight)
    belief = N(p.beliefWeight)
    experience = N(p.experienceWeight)
    sleep = N(p.sleepWeight)
    stress = N(p.stressWeight)
    moodNoise = N(p.moodNoise * Coefficients.noiseShare(p.moodInertia, rhoStep))
    moodBias = N(p.moodBias)
    kappa = N(p.balanceWeight)
    occupancyRetrieval = N(p.occupancyRetrieval)
    occupancyExperience = N(p.occupancyExperience)
    experienceNoise = N(p.experienceNoise)
    eventSize = N(p.eventSize)
    greatestEvent = N(4 * p.eventSize)
    loadLeft = N((-part / p.stressDays).exponential())
    felt = N(1 - part)
    eta = N(p.learningRate * part)
    forgetting = N(p.forgettingRate * part)
    consolidation = N(p.consolidationRate * part)
    slowForgetting = N(p.slowForgettingRate * part)
    congruentEncoding = N(p.moodCongruentEncoding)
    reactivation = N(p.reactivation)
    practiceEncoding = N(p.practiceEncoding)
    practiceEvidence = N(p.practiceEvidence)
    volatility = N(p.beliefVolatility * part)
    observation = N(p.observationPrecision * part)
    reference = N(p.referencePrecision)
    moodCost = N(p.moodCost)
    stressCost = N(p.stressCost)
    plasticityRate = N(part / p.plasticityDays)
    sleepGain = N(p.sleepGain)
    occupancyPlasticity = N(p.occupancyPlasticity)
    windowPlasticity = N(p.windowPlasticity)
    windowRelaxation = N(p.windowRelaxation)
    visitLift = N(p.visitLift)
    sleepInertia = N(sleepStep)
    restOfSleep = N(1 - sleepStep)
    sleepMood = N(p.sleepMood)
    sleepStress = N(p.sleepStress)
    sleepNoise = N(p.sleepNoise * Coefficients.noiseShare(p.sleepInertia, sleepStep))
    report0 = N(p.reportedSeverity)
    report1 = N(p.reportedMood)
    reportRate = N(part / p.recallDays)
  }

  /// What is left of a daily share after a part of a day.
  private static func power(_ share: Double, _ part: Double) -> Double {
    part == 1 ? share : (part * share.logarithm()).exponential()
  }

  /// What noise of a step is to noise of a day, so that the spread of days stays.
  private static func noiseShare(_ day: Double, _ step: Double) -> Double {
    day == step ? 1 : ((1 - step * step) / (1 - day * day)).squareRoot()
  }
}
